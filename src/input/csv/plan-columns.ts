import type { Clock } from '../contact-draft.ts'
import type { KnownField } from '../field-names.ts'
import type { ValueKind } from '../field-values.ts'
import { fatal } from '../problems.ts'
import { looksLikeId } from '../speakers.ts'
import { type Assignment, listed } from './assign-columns.ts'
import type { LogKind, Sample } from './log-kind.ts'
import { type TimeUse, planTimes, type TurnTimes } from './plan-times.ts'

/** A part of a contact that a column holds; the first cell that is not empty counts. */
export type ContactColumn = { readonly at: number; readonly header: string } & (
  | { readonly part: 'agent' | 'agent_name' | 'team' | 'channel' | 'customer' | 'customer_name' }
  | { readonly part: 'started'; readonly time: TimeUse }
  | { readonly part: 'field'; readonly name: string; readonly values: ValueKind; readonly factor: number }
)

/** How to make contacts of rows. Positions are -1 where there is no such column. */
export interface Plan {
  readonly kind: LogKind
  readonly headers: readonly string[]
  readonly id: number
  readonly role: number
  readonly text: number
  readonly times: TurnTimes | undefined
  readonly clock: Clock
  readonly contact: readonly ContactColumn[]
  /** Columns whose dates had to be guessed, with a value of each. */
  readonly guesses: readonly { readonly column: string; readonly value: string }[]
}

export interface Talks {
  /** Whether a cell has a speaker; for columns whose name says that it is a talk. */
  readonly hasSpeakers: (cell: string) => boolean
  /** Whether a cell is a talk beyond doubt, for any other column. */
  readonly isTalk: (cell: string) => boolean
}

/**
 * Plans the reading of a log. A log is one of turns when it has both roles and texts, unless the user mapped the talk.
 * With a text but no role it is one of transcripts when the cells hold speakers, or when those of another column that
 * means nothing else do; otherwise, and with a role but no text, an id that comes again betrays a log of turns whose
 * other column was not recognized, which is an error; else the rows are records.
 */
export function planColumns(
  columns: Assignment,
  sample: Sample,
  talks: Talks,
  file: string,
  line: number
): Plan {
  const { cores, headers } = columns
  const id = cores.get('id') ?? -1
  const role = cores.get('role') ?? -1
  const text = cores.get('text') ?? (role >= 0 ? cores.get('transcript') : undefined) ?? -1
  const named = cores.get('transcript') ?? text
  const talk = findTalk()
  const kind = kindOf()
  const used = new Set<number>([
    id,
    ...(kind === 'turns' ? [role, text] : kind === 'transcripts' ? [talk] : [])
  ])
  const planned = planTimes(columns, sample, kind)
  for (const at of planned.used) used.add(at)

  const contact: ContactColumn[] = planned.started.map(time => ({
    at: time.at,
    header: headers[time.at]!,
    part: 'started',
    time
  }))
  for (const { core, at } of people(columns, sample)) {
    if (used.has(at)) continue
    used.add(at)
    contact.push({ at, header: headers[at]!, part: core })
  }
  contact.push(...fieldsOf(columns, used))
  return {
    kind,
    headers,
    id,
    role: kind === 'turns' ? role : -1,
    text: kind === 'turns' ? text : kind === 'transcripts' ? talk : -1,
    times: planned.turns,
    clock: planned.turns?.start.column.clock ?? 'offset',
    contact,
    guesses: planned.guesses
  }

  /** The column with talks in its cells, or -1. */
  function findTalk(): number {
    const given = cores.get('transcript')
    if (given !== undefined && columns.mapped.has(given)) return given
    if (role >= 0 && text >= 0) return -1
    if (named >= 0 && sample.some(row => talks.hasSpeakers(row[named] ?? ''))) return named
    if (role >= 0) return -1
    const taken = new Set([...cores.values(), ...columns.known.keys(), ...columns.mapped])
    return headers.findIndex((_, at) => !taken.has(at) && holdsTalks(sample, at, talks.isTalk))
  }

  function kindOf(): LogKind {
    if (talk >= 0) return 'transcripts'
    if (role >= 0 && text >= 0) return 'turns'
    if ((named >= 0 || role >= 0) && comesAgain(sample, id)) {
      const field = named >= 0 ? 'role' : 'text'
      throw fatal('input/missing-column', file, line, { field, columns: listed(headers) })
    }
    return 'records'
  }
}

/** Most of the filled cells of a column are talks. */
function holdsTalks(sample: Sample, at: number, isTalk: (cell: string) => boolean): boolean {
  const filled = sample.slice(0, LOOKED_AT).flatMap(row => (row[at]?.trim() ? [row[at]] : []))
  return filled.length > 0 && filled.filter(isTalk).length * 2 > filled.length
}

const LOOKED_AT = 50

function comesAgain(sample: Sample, id: number): boolean {
  if (id < 0) return false
  const ids = sample.map(row => row[id]).filter(value => value)
  return new Set(ids).size < ids.length
}

type PersonPart = 'agent' | 'agent_name' | 'team' | 'channel' | 'customer' | 'customer_name'

/**
 * The columns of people. One that is named for the person only (`坐席`, `agent`) is the name beside an id, the id
 * beside a name, and alone whichever its values look like: an id is one word of ASCII with a digit in it.
 */
function people(columns: Assignment, sample: Sample): { core: PersonPart; at: number }[] {
  const found: { core: PersonPart; at: number }[] = []
  const add = (core: PersonPart, at: number | undefined): void => {
    if (at !== undefined) found.push({ core, at })
  }
  const { cores } = columns
  for (const who of ['agent', 'customer'] as const) {
    const id = cores.get(who)
    const name = cores.get(`${who}_name`)
    const person = cores.get(`${who}_person`)
    add(who, id)
    add(`${who}_name`, name)
    if (id !== undefined && name === undefined) add(`${who}_name`, person)
    else if (id === undefined && name !== undefined) add(who, person)
    else if (id === undefined && person !== undefined)
      add(holdsIds(sample, person) ? who : `${who}_name`, person)
  }
  add('team', cores.get('team'))
  add('channel', cores.get('channel'))
  return found
}

function holdsIds(sample: Sample, at: number): boolean {
  const values = sample.map(row => row[at]?.trim() ?? '').filter(value => value !== '')
  return values.length > 0 && values.every(looksLikeId)
}

/** Every column that is nothing else is a field under its own name, or under the one that standards know it by. */
function fieldsOf(columns: Assignment, used: ReadonlySet<number>): ContactColumn[] {
  const names = new Set<string>()
  return columns.headers.flatMap((header, at) => {
    if (used.has(at)) return []
    const known: KnownField | undefined = columns.known.get(at)
    const name = unique(known?.name ?? (header.trim() || `#${at + 1}`), names)
    const values = known?.values ?? 'plain'
    const factor = values === 'seconds' && columns.units[at] === 'ms' ? 0.001 : 1
    return [{ at, header, part: 'field' as const, name, values, factor }]
  })
}

function unique(name: string, names: Set<string>): string {
  let free = name
  for (let n = 2; names.has(free); n++) free = `${name}_${n}`
  names.add(free)
  return free
}
