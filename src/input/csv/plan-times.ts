import type { Assignment } from './assign-columns.ts'
import type { LogKind, Sample } from './log-kind.ts'
import { decideTimes, type SampleValues, type TimeColumn } from './time-column.ts'

/** A column of times, and the column with the day of its times, or -1. */
export interface TimeUse {
  readonly at: number
  readonly day: number
  readonly column: TimeColumn
}

/** The columns with the times of turns. */
export interface TurnTimes {
  readonly start: TimeUse
  readonly end: TimeUse | undefined
}

export interface PlannedTimes {
  readonly turns: TurnTimes | undefined
  /** Where the start of the contact stands, the best column first. */
  readonly started: readonly TimeUse[]
  /** Columns that need not be kept as fields. */
  readonly used: readonly number[]
  readonly guesses: readonly { readonly column: string; readonly value: string }[]
}

/**
 * Tells the times of turns from those of contacts. A column whose value is the same in all rows of every contact
 * (of at least three rows, as far as the sample goes) is one of the contact: `开始时间` often is when the chat began,
 * beside the time of each message.
 */
export function planTimes(columns: Assignment, sample: Sample, kind: LogKind): PlannedTimes {
  const { cores, headers, units } = columns
  const ids = cores.get('id')
  const valuesOf = (at: number): SampleValues => groupValues(sample, ids, at)
  const guesses: { column: string; value: string }[] = []

  const date = cores.get('date')
  const stated = cores.get('started')
  const days = date === undefined ? undefined : decideTimes(valuesOf(date), undefined, undefined, true)
  const use = (at: number): TimeUse => {
    const column = decideTimes(valuesOf(at), units[at], days, at === stated || at === date)
    const dated = date !== undefined && days?.clock === 'absolute' && at !== date
    const guessed = dated ? date : at
    if (column.guessed) guesses.push({ column: headers[guessed]!, value: anyValue(sample, guessed) })
    return { at, day: dated ? date : -1, column }
  }
  const created = [...columns.known].find(([, field]) => field.name === 'created_at')?.[0]
  const time = cores.get('time')
  const start = cores.get('start')
  const end = cores.get('end')

  if (kind !== 'turns') {
    const started = [stated, start, time, date].filter(at => at !== undefined).map(use)
    return { turns: undefined, started, used: stated === undefined ? [] : [stated], guesses }
  }

  // A column that names the unit of its numbers counts from the start: it says nothing of the contact.
  const ofTurns = (at: number | undefined): at is number =>
    at !== undefined && (units[at] !== undefined || !isConstant(valuesOf(at)))
  const first = [start, time, created].find(ofTurns)
  const ofContacts = [stated, start, time].filter(at => at !== undefined && at !== first).map(at => use(at!))
  const startUse = first === undefined ? undefined : use(first)
  const turns = startUse && {
    start: startUse,
    // An end is meant as the start is, unless its header says otherwise.
    end: ofTurns(end) ? { ...(units[end] === units[startUse.at] ? startUse : use(end)), at: end } : undefined
  }
  const absolute = ofContacts.filter(({ column }) => column.clock === 'absolute')
  const dayColumn = date === undefined ? [] : [{ at: date, day: -1, column: days! }]
  return {
    turns,
    started: [...absolute, ...dayColumn],
    used: [
      ...absolute.map(({ at }) => at),
      ...dayColumn.map(({ at }) => at),
      ...(turns ? [turns.start.at, turns.end?.at ?? -1] : [])
    ],
    guesses
  }
}

function groupValues(sample: Sample, ids: number | undefined, at: number): SampleValues {
  const values = new Map<string, string[]>()
  for (const row of sample) {
    const value = row[at] ?? ''
    if (value.trim() === '') continue
    const id = ids === undefined ? '' : (row[ids] ?? '').trim()
    const own = values.get(id)
    if (own) own.push(value)
    else values.set(id, [value])
  }
  return values
}

function isConstant(values: SampleValues): boolean {
  const long = [...values.values()].filter(own => own.length >= 3)
  return long.length > 0 && long.every(own => new Set(own).size === 1)
}

function anyValue(sample: Sample, at: number): string {
  return sample.map(row => row[at]?.trim() ?? '').find(value => value !== '') ?? ''
}
