import type { Contact, FieldValue, Person } from '../../model/contact.ts'
import { type Clock, type DraftTurn, finishContact, makePerson, makeTurn } from '../contact-draft.ts'
import { speakerExamples } from '../speaker-words.ts'
import { speakerIn, type Speakers } from '../speakers.ts'
import { type Moment, parseMoment } from '../times.ts'
import { shapeError, type ShapeError } from './shape-error.ts'
import { isObject } from './spot.ts'

/**
 * Checks a JSON value and makes it a canonical contact. `id` may be a number, `agent` and `customer` may be an id,
 * times are ms from the start or ISO date-times, `by` may be any role word. Other keys are ignored.
 */
export function parseContact(value: unknown, speakers: Speakers): Contact | ShapeError {
  if (!isObject(value)) return shapeError('$', value, '{"id": ..., "turns": [...]}')
  const id = idOf(value['id'])
  if (id === undefined) return shapeError('$.id', value['id'], 'string, number')
  const agent = personOf(value['agent'], '$.agent')
  if ('path' in agent) return agent
  const customer = personOf(value['customer'], '$.customer')
  if ('path' in customer) return customer
  const channel = textOf(value['channel'])
  if (channel === null) return shapeError('$.channel', value['channel'], 'string')
  const started = textOf(value['started'])
  const moment = started ? parseMoment(started) : undefined
  if (started === null || (started && !moment)) return shapeError('$.started', value['started'], timeExample)
  const fields = fieldsOf(value['fields'])
  if ('path' in fields) return fields
  const talk = turnsOf(value['turns'], speakers, agent.person, customer.person)
  if ('path' in talk) return talk
  return finishContact({
    id,
    channel: channel || undefined,
    agent: agent.person,
    customer: customer.person,
    started: moment,
    fields: fields.fields,
    ...talk
  })
}

const timeExample = '"2026-03-02T09:00:00+08:00"'

function personOf(value: unknown, path: string): { person: Person } | ShapeError {
  const id = idOf(value)
  if (id !== undefined) return { person: makePerson(id) }
  if (value === undefined || value === null || value === '') return { person: {} }
  if (!isObject(value))
    return shapeError(path, value, 'string, number, {"id": ..., "name": ..., "team": ...}')
  for (const key of ['id', 'name', 'team'] as const) {
    const part = value[key]
    if (part !== undefined && part !== null && part !== '' && idOf(part) === undefined) {
      return shapeError(`${path}.${key}`, part, 'string, number')
    }
  }
  return { person: makePerson(idOf(value['id']), idOf(value['name']), idOf(value['team'])) }
}

function fieldsOf(value: unknown): { fields: Readonly<Record<string, FieldValue>> } | ShapeError {
  if (value === undefined || value === null) return { fields: {} }
  if (!isObject(value)) return shapeError('$.fields', value, '{"name": value, ...}')
  for (const [name, part] of Object.entries(value)) {
    const scalar =
      part === null || typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean'
    if (!scalar) return shapeError(`$.fields.${name}`, part, 'string, number, true, false, null')
  }
  return { fields: value as Readonly<Record<string, FieldValue>> }
}

interface Talk {
  readonly turns: DraftTurn[]
  readonly clock: Clock
  readonly zone: string
}

function turnsOf(value: unknown, speakers: Speakers, agent: Person, customer: Person): Talk | ShapeError {
  const turns: DraftTurn[] = []
  let clock: Clock | undefined
  let zone = ''
  if (value === undefined || value === null) return { turns, clock: 'offset', zone }
  if (!Array.isArray(value)) return shapeError('$.turns', value, '[{"by": ..., "text": ...}, ...]')
  for (let i = 0; i < value.length; i++) {
    const turn: unknown = value[i]
    const path = `$.turns[${i}]`
    if (!isObject(turn)) return shapeError(path, turn, '{"by": ..., "text": ...}')
    const { by: label, text } = turn
    const by = typeof label === 'string' ? speakerIn(speakers, label, agent, customer) : undefined
    if (by === undefined) return shapeError(`${path}.by`, label, speakerExamples)
    if (typeof text !== 'string') return shapeError(`${path}.text`, text, 'string')
    const times: (number | undefined)[] = []
    for (const key of ['start', 'end'] as const) {
      const time = timeOf(turn[key])
      if (time === null || (time && clock !== undefined && clock !== time.clock)) {
        const allowed =
          clock === 'absolute' ? timeExample : clock ? '0, 1, ... (ms)' : `0, 1, ... (ms), ${timeExample}`
        return shapeError(`${path}.${key}`, turn[key], allowed)
      }
      if (time && clock === undefined) {
        clock = time.clock
        zone = time.moment.zone
      }
      times.push(time?.moment.ms)
    }
    turns.push(makeTurn(by, text, times[0], times[1]))
  }
  return { turns, clock: clock ?? 'offset', zone }
}

/** Numbers from here on are ms since 1970 (this is 1973), not ms from the start of a contact. */
const EPOCH = 1e11

/** Undefined when there is no time, null when it is none. */
function timeOf(value: unknown): { clock: Clock; moment: Moment } | undefined | null {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') {
    if (!(value >= 0 && value < 1e15)) return null
    return value >= EPOCH
      ? { clock: 'absolute', moment: { ms: value, zone: 'Z' } }
      : { clock: 'offset', moment: { ms: value, zone: '' } }
  }
  const moment = typeof value === 'string' ? parseMoment(value) : undefined
  return moment ? { clock: 'absolute', moment } : null
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Undefined when there is none, null when it is no text. */
function textOf(value: unknown): string | undefined | null {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : null
}
