import type { Contact, FieldValue } from '../model/contact.ts'
import { makePerson } from './contact-draft.ts'
import { fieldValue, typedValue } from './field-values.ts'
import { meaningOf } from './field-names.ts'
import { looksLikeId } from './speakers.ts'
import { formatMoment, type Moment, parseMoment, wallMs } from './times.ts'

/** What the name of a file says of the contacts in it: field -> text. */
export type NameParts = ReadonlyMap<string, string>

/** Reads the names of files; undefined where a name does not fit. */
export type NameReader = (path: string) => NameParts | undefined

const braces = /\{([^{}]*)\}/g
const date = String.raw`\d{8}(?:[T_-]?\d{4}(?:\d{2})?)?|\d{4}[-.年]\d{1,2}[-.月]\d{1,2}日?`
const fileEnd = /(?<=.)\.[^./]*$/

/**
 * Reads a pattern such as `{date}_{agent}_{id}`: fields in braces, `{}` for anything, all else as it stands. It has to
 * fit the whole name without its extension; with `/` in it, as many folders above too. `{date}` and `{started}` take
 * `20260302`, `20260302-0905`, `2026-03-02`; `{agent}` an id or a name, as it looks. Undefined when fields touch, come twice, or there are none.
 */
export function parseNamePattern(pattern: string): NameReader | undefined {
  const names = [...pattern.matchAll(braces)].map(([, name = '']) => name.trim())
  const fields = names.filter(name => name !== '')
  if (fields.length === 0 || new Set(fields).size < fields.length || pattern.includes('}{')) return undefined
  const literals = pattern.split(/\{[^{}]*\}/)
  if (literals.some(text => /[{}]/.test(text))) return undefined
  const source = literals
    .map((text, i) => escaped(text) + (i < names.length ? placeOf(names[i]!) : ''))
    .join('')
  const whole = new RegExp(`^${source}$`, 'u')
  const depth = pattern.split('/').length
  return path => {
    const name = path.replace(/\.gz$/i, '').replace(fileEnd, '').split('/').slice(-depth).join('/')
    const found = whole.exec(name)
    return found ? new Map(fields.map((field, i) => [field, found[i + 1]!.trim()])) : undefined
  }
}

/** Fills what a contact does not tell itself. Its id is taken from the name by the reader, which knows if it has one. */
export function fillFromName(contact: Contact, parts: NameParts): Contact {
  const rest: [string, FieldValue][] = []
  const found: Record<string, string> = {}
  let started: Moment | undefined
  for (const [name, text] of parts) {
    const meaning = meaningOf(name)?.meaning
    const core = meaning?.core
    if (core === 'id') continue
    if (core === 'date' || core === 'started' || core === 'time') started ??= momentOf(text)
    else if (core === undefined)
      rest.push(
        meaning ? [meaning.known.name, fieldValue(text, meaning.known.values)] : [name, typedValue(text)]
      )
    else if (core === 'agent_person' || core === 'customer_person') {
      const who = core === 'agent_person' ? 'agent' : 'customer'
      found[looksLikeId(text) ? who : `${who}_name`] = text
    } else found[core] = text
  }
  const { agent, customer } = contact
  return {
    ...contact,
    channel: contact.channel ?? (found['channel'] && String(fieldValue(found['channel'], 'channel'))),
    agent: makePerson(
      agent.id ?? found['agent'],
      agent.name ?? found['agent_name'],
      agent.team ?? found['team']
    ),
    customer: makePerson(customer.id ?? found['customer'], customer.name ?? found['customer_name']),
    started: contact.started ?? (started && formatMoment(started)),
    fields: rest.length === 0 ? contact.fields : { ...Object.fromEntries(rest), ...contact.fields }
  }
}

/** The id that a name gives to a contact without one. */
export function idInName(parts: NameParts): string | undefined {
  for (const [name, text] of parts) if (meaningOf(name)?.meaning.core === 'id') return text
  return undefined
}

function placeOf(name: string): string {
  const core = meaningOf(name)?.meaning.core
  if (core === 'date' || core === 'started' || core === 'time') return `(${date})`
  return name === '' ? '.*?' : '([^/]+?)'
}

function momentOf(text: string): Moment | undefined {
  const digits = text.replaceAll(/\D/g, '')
  const packed = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(digits)
  if (!/^\d{8}/.test(text) || !packed) return parseMoment(text)
  const [year, month, day, hour, minute, second] = packed.slice(1).map(part => Number(part ?? 0))
  const ms = wallMs(year!, month!, day!, hour!, minute!, second!)
  return Number.isNaN(ms) ? undefined : { ms, zone: '', dateOnly: packed[4] === undefined }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]|/]/g, String.raw`\$&`)
}
