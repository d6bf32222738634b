import { parseDuration } from '../../text/quantity.ts'
import { addWorkdays, addWorkingTime } from './working-time.ts'
import type { Calendar } from './calendar.ts'
import { addMonths } from './day.ts'

/** A length of time: exact in ms, or a number of days, working days or months of the calendar. */
export interface Term {
  readonly unit: 'ms' | 'days' | 'workdays' | 'months'
  readonly count: number
}

/** What a term looks like, for messages. */
export const termExamples = '30min, 24h, 3 days, 2 workdays, 1 week, 3 months, 1 year'

/** What a term of whole days looks like. */
export const dayTermExamples = '1 day, 5 workdays, 2 weeks, 3 months, 1 quarter, 1 year'

const units: Readonly<Record<string, readonly [Term['unit'], number]>> = {
  day: ['days', 1],
  week: ['days', 7],
  workday: ['workdays', 1],
  month: ['months', 1],
  quarter: ['months', 3],
  year: ['months', 12]
}

/**
 * Reads `24h` or `3 months`; `undefined` when it is none, or no time at all. `3d` is none either: it could mean 72 hours,
 * which is `72h`, or the end of the third day, which is `3 days`.
 */
export function parseTerm(text: string): Term | undefined {
  const match = /^(\d+)\s*([a-z]+?)s?$/.exec(text.trim())
  const known = match ? units[match[2]!] : undefined
  if (match && known) {
    const count = Number(match[1]) * known[1]
    return count > 0 ? { unit: known[0], count } : undefined
  }
  const ms = text.trim().endsWith('d') ? undefined : parseDuration(text)
  return ms ? { unit: 'ms', count: ms } : undefined
}

/** A term in working time: hours as worked, days as working days; `undefined` for months, which are not counted so. */
export function inWorkingTime({ unit, count }: Term): Term | undefined {
  if (unit === 'months') return undefined
  return { unit: unit === 'days' ? 'workdays' : unit, count }
}

/**
 * The last day of a term of whole days that begins with a day (which does not count) or, for a negative `sign`, the first
 * day of one that ends with it. `undefined` where that lies in a year whose holidays are not listed.
 */
export function addTerm(
  term: Term,
  day: number,
  calendar: Calendar | undefined,
  sign: 1 | -1 = 1
): number | undefined {
  switch (term.unit) {
    case 'months':
      return addMonths(day, sign * term.count)
    case 'workdays':
      return calendar && addWorkdays(calendar, day, sign * term.count)
    default:
      return day + sign * term.count
  }
}

/** The instant at which an exact term ends, in working time where a calendar is given for it. */
export function endOfTerm(term: Term, from: number, working: Calendar | undefined): number | undefined {
  return working ? addWorkingTime(working, from, term.count) : from + term.count
}
