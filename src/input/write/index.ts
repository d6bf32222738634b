import type { ContactFormat } from './contact-writer.ts'
import { csvContacts } from './write-csv.ts'
import { ndjsonContacts } from './write-ndjson.ts'
import { vconContacts } from './write-vcon.ts'

/** Every form that contacts can be written in. */
export const contactFormats: readonly ContactFormat[] = [ndjsonContacts, csvContacts, vconContacts]

/** The form that a file's ending means; undefined when it means none. */
export function contactFormatOf(fileName: string): ContactFormat | undefined {
  const name = fileName.toLowerCase()
  const found = contactFormats.flatMap(format =>
    format.extensions.filter(extension => name.endsWith(extension)).map(({ length }) => ({ format, length }))
  )
  return found.toSorted((a, b) => b.length - a.length)[0]?.format
}
