import type { Contact, FieldValue, Person, Speaker, Turn } from '../../src/model/contact.ts'
import { meaningOf } from '../../src/input/field-names.ts'
import { typedValue } from '../../src/input/field-values.ts'
import { looksLikeId } from '../../src/input/speakers.ts'

const labels: Readonly<Record<Speaker, string>> = { agent: 'A', customer: 'C', bot: 'Bot', system: 'System' }

const HOUR = 3_600_000

/**
 * Writes a contact as a text transcript, from which `readTranscript` makes the same contact again. It cannot carry
 * the end of a turn without a start, carriage returns, numbers that are no plain decimals of at
 * most 15 digits, and channels that have a shorter name (`phone` comes back as `call`).
 */
export function formatTranscript(contact: Contact): string {
  // A first clock of an hour or more would be read as a time of day; seconds cannot be.
  const first = contact.turns.find(turn => turn.start !== undefined)?.start ?? 0
  const formatTime = first >= HOUR ? formatSeconds : formatClock
  const lines = [...headerLines(contact), ...contact.turns.flatMap(turn => turnLines(turn, formatTime))]
  return `${lines.join('\n')}\n`
}

function headerLines(contact: Contact): string[] {
  const { agent, customer, channel, started } = contact
  return [
    `# contact: ${headerText(contact.id)}`,
    ...personLines('agent', agent),
    ...(agent.team === undefined ? [] : [`# team: ${headerText(agent.team)}`]),
    ...(channel === undefined ? [] : [`# channel: ${headerText(channel)}`]),
    ...personLines('customer', customer),
    ...(started === undefined ? [] : [`# started: ${started}`]),
    ...Object.entries(contact.fields).map(([name, value]) => `# ${fieldName(name)}: ${fieldText(value)}`)
  ]
}

/** `# agent: 1001 周敏` where it reads back so, else a line for each part. */
function personLines(who: 'agent' | 'customer', { id, name }: Person): string[] {
  const plainName = name === undefined || (name !== '' && headerText(name) === name && !/^\s|\s$/u.test(name))
  if (id !== undefined && looksLikeId(id) && plainName)
    return [`# ${who}: ${name === undefined ? id : `${id} ${name}`}`]
  return [
    ...(id === undefined ? [] : [`# ${who}_id: ${headerText(id)}`]),
    ...(name === undefined ? [] : [`# ${who}_name: ${headerText(name)}`])
  ]
}

function turnLines(turn: Turn, formatTime: (ms: number) => string): string[] {
  const times = turn.start === undefined ? [] : turn.end === undefined ? [turn.start] : [turn.start, turn.end]
  const time = times.length === 0 ? '' : `[${times.map(formatTime).join(' - ')}] `
  const [first = '', ...more] = turn.text.split('\n')
  // A speaker with nothing behind the colon would take the next line for the first one.
  const escape = /^[\s\\]/u.test(first) || (first === '' && more.length > 0) ? '\\' : ''
  const text = `${escape}${first}`
  const opening = `${time}${labels[turn.by]}:${text === '' ? '' : ` ${text}`}`
  return [opening, ...more.map(line => (continuesPlainly(line) ? line : `\\${line}`))]
}

/** A line that nobody could take for the beginning of a turn, a header or a blank line. */
function continuesPlainly(line: string): boolean {
  return line.trim() !== '' && !/^\s*[#\\[(（【\d]|[:：]/u.test(line)
}

/** `00:05`, `01:02:03.450`. */
function formatClock(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const hours = ms >= HOUR ? `${two(ms / HOUR)}:` : ''
  const rest = ms % 1000
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`
  return `${hours}${two((ms % HOUR) / 60_000)}:${two((ms % 60_000) / 1000)}${fraction}`
}

function formatSeconds(ms: number): string {
  return `${ms / 1000}s`
}

function headerText(text: string): string {
  const plain = text !== '' && text === text.trim() && !text.startsWith('"') && !/[\n\r]/.test(text)
  return plain ? text : JSON.stringify(text)
}

/** A name that would be read as a part of the contact, or not as a name, goes into quotes. */
function fieldName(name: string): string {
  const plain = headerText(name) === name && !/[:：#]/.test(name) && name.length <= 40
  const meaning = plain ? meaningOf(name)?.meaning : undefined
  const own = !meaning || (meaning.core === undefined && meaning.known.name === name)
  return plain && own ? name : JSON.stringify(name)
}

function fieldText(value: FieldValue): string {
  if (typeof value !== 'string') return String(value)
  return value !== 'null' && typedValue(value) === value ? headerText(value) : JSON.stringify(value)
}
