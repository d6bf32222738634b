import type { ContactFormat } from './contact-writer.ts'
import { tellLongTimes } from './long-times.ts'

/** A canonical contact on each line, which carries all that a contact holds. */
export const ndjsonContacts: ContactFormat = {
  name: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  create: onProblem => ({
    contact: contact => {
      tellLongTimes(contact, 'NDJSON', onProblem)
      return `${JSON.stringify(contact)}\n`
    },
    end: () => ''
  })
}
