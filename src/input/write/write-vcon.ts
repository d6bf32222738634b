import { createHash } from 'node:crypto'
import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact, Person, Turn } from '../../model/contact.ts'
import { CONTACT_ATTACHMENT } from '../json/vendors/vcon-attachment.ts'
import { formatMoment, type Moment, parseMoment } from '../times.ts'
import type { ContactFormat } from './contact-writer.ts'

/**
 * A vCon (0.0.1) on each line: the agent and the customer, with the bot and the system where they speak, as parties,
 * each turn as a dialog of text, and as an attachment what a vCon has no place for: the channel, the team, the fields, the times
 * as they were. Read again, it is the same contact.
 * The same contact always gets the same UUID.
 */
export const vconContacts: ContactFormat = {
  name: 'vcon',
  extensions: ['.vcon', '.vcon.json', '.vcon.ndjson'],
  create: onProblem => {
    const missing = { 'convert/no-moment': 0, 'convert/no-offset': 0 }
    return {
      contact: contact => {
        const started = contact.started === undefined ? undefined : parseMoment(contact.started)
        if (!started) missing['convert/no-moment']++
        else if (started.zone === '') missing['convert/no-offset']++
        return `${JSON.stringify(vconOf(contact, started ?? { ms: 0, zone: '' }))}\n`
      },
      end: () => {
        for (const code of ['convert/no-moment', 'convert/no-offset'] as const) {
          if (missing[code] > 0) onProblem(warning(code, missing[code]))
        }
        return ''
      }
    }
  }
}

function warning(code: Problem['code'], count: number): Problem {
  return { code, severity: 'warning', values: { count } }
}

function vconOf(contact: Contact, started: Moment): object {
  const speakers = (['agent', 'customer', 'bot', 'system'] as const).filter(
    by => by === 'agent' || by === 'customer' || contact.turns.some(turn => turn.by === by)
  )
  const at = (ms: number): string =>
    formatMoment({ ms: started.ms + ms, zone: started.zone === '' ? 'Z' : started.zone })
  const { id, channel, agent, customer, fields } = contact
  return {
    vcon: '0.0.1',
    uuid: uuidOf(JSON.stringify(contact)),
    created_at: at(0),
    subject: id,
    redacted: {},
    appended: null,
    group: [],
    parties: speakers.map(by =>
      by === 'agent' || by === 'customer' ? partyOf(contact[by], by) : { role: by, name: by, type: 'bot' }
    ),
    dialog: contact.turns.map(turn => dialogOf(turn, speakers.indexOf(turn.by), at)),
    analysis: [],
    attachments: [
      {
        type: CONTACT_ATTACHMENT,
        encoding: 'json',
        body: {
          id,
          channel,
          agent,
          customer,
          started: contact.started,
          fields,
          turns: contact.turns.map(({ by, start, end }) => ({ by, start, end }))
        }
      }
    ]
  }
}

function partyOf({ id, name }: Person, role: 'agent' | 'customer'): object {
  return {
    role,
    type: 'person',
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id })
  }
}

/** A turn without a time begins, as far as a vCon can tell, with its contact. */
function dialogOf({ text, start, end }: Turn, party: number, at: (ms: number) => string): object {
  const lasts = start !== undefined && end !== undefined && end >= start
  return {
    type: 'text',
    start: at(start ?? 0),
    ...(lasts ? { duration: (end - start) / 1000 } : {}),
    parties: [party],
    originator: party,
    mimetype: 'text/plain',
    encoding: 'none',
    body: text
  }
}

/** A UUID of version 8, made of the content. */
function uuidOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32)
  ].join('-')
}
