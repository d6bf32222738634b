import type { Contact, FieldValue } from '../../model/contact.ts'
import { CONTACT_JSON } from '../csv/contact-json.ts'
import { meaningOf } from '../field-names.ts'
import { fieldValue, plainCell, type ValueKind } from '../field-values.ts'
import { formatMoment, parseMoment } from '../times.ts'

/** The parts of a contact that have a column each, with the header that the reader of CSV knows it by. */
export const partColumns = [
  ['contact_id', ({ id }) => id],
  ['channel', ({ channel }) => channel],
  ['agent_id', ({ agent }) => agent.id],
  ['agent_name', ({ agent }) => agent.name],
  ['team', ({ agent }) => agent.team],
  ['customer_id', ({ customer }) => customer.id],
  ['customer_name', ({ customer }) => customer.name],
  ['started_at', ({ started }) => started]
] as const satisfies readonly (readonly [string, (contact: Contact) => string | undefined])[]

export const turnColumns = ['role', 'text', 'start_ms', 'end_ms'] as const

/** The columns of fields, with how the reader takes their values. */
export type FieldColumns = ReadonlyMap<string, ValueKind>

/** How the reader takes the values under a name; undefined for one that would be something else to it. */
export function fieldKind(name: string): ValueKind | undefined {
  if (name === '' || name !== name.trim() || hasHalves(name) || name === CONTACT_JSON || /^#\d+$/.test(name))
    return undefined
  const meaning = meaningOf(name)?.meaning
  if (meaning === undefined) return 'plain'
  return meaning.core === undefined && meaning.known.name === name ? meaning.known.values : undefined
}

/** The cell that reads back as this very value; undefined when none does. */
export function fieldCell(value: FieldValue, kind: ValueKind): string | undefined {
  const cell = String(value)
  if (plainCell(cell) === '' || hasHalves(cell)) return undefined
  return fieldValue(plainCell(cell), kind) === value ? cell : undefined
}

/** What plain cells would lose or change of a contact, as an object for the column of JSON; undefined when nothing. */
export function beyondCells(contact: Contact, columns: FieldColumns): object | undefined {
  const { id, channel, agent, customer, started } = contact
  const fields = Object.entries(contact.fields).filter(([name, value]) => {
    const kind = columns.get(name)
    return kind === undefined || fieldCell(value, kind) === undefined
  })
  const parts = {
    ...(isPlain(id) ? {} : { id }),
    ...(channel === undefined || isChannel(channel) ? {} : { channel }),
    ...([agent.id, agent.name, agent.team].every(isPlain) ? {} : { agent }),
    ...([customer.id, customer.name].every(isPlain) && customer.team === undefined ? {} : { customer }),
    ...(started === undefined || isMoment(started) ? {} : { started }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) })
  }
  return Object.keys(parts).length === 0 ? undefined : parts
}

/** Halves of characters, which UTF-8 has no bytes for, and NULs, which readers of tables take out. */
export function hasHalves(text: string): boolean {
  return /[\p{Surrogate}\0]/u.test(text)
}

/** Whether a cell holds this very text. */
export function isPlain(text: string | undefined): boolean {
  return text === undefined || (text !== '' && plainCell(text) === text && !hasHalves(text))
}

function isChannel(channel: string): boolean {
  return isPlain(channel) && String(fieldValue(channel, 'channel')) === channel
}

function isMoment(started: string): boolean {
  const moment = parseMoment(started)
  return moment !== undefined && formatMoment(moment) === started
}
