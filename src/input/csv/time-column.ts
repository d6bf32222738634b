import type { Clock } from '../contact-draft.ts'
import type { Unit } from '../field-names.ts'
import {
  type DateOrder,
  formatMoment,
  type Moment,
  parseAmount,
  parseClock,
  parseMoment,
  slashedParts
} from '../times.ts'
import { isPlain, readPlain } from './plain-moment.ts'

/** A column of times, understood as a whole: one value alone is often ambiguous. */
export interface TimeColumn {
  readonly clock: Clock
  /** Ms of the clock; `day` is the date of the same row, for a column of times of day. NaN when it is no time. */
  readonly read: (text: string, day: string) => number
  /** The offset that a value names. */
  readonly zone: (text: string) => string
  /** A value as a moment; undefined when it is none. */
  readonly moment: (text: string, day: string) => Moment | undefined
  /** Dates of this order were guessed, since no value tells day from month. */
  readonly guessed?: DateOrder | undefined
}

/** Values of one column of a sample, by contact. */
export type SampleValues = ReadonlyMap<string, readonly string[]>

type Shape = 'number' | 'clock' | 'amount' | 'moment' | 'slashed'

const decimal = /^[+-]?\d+(?:\.\d+)?$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Decides how a column's times are meant, from a sample of its values:
 * - date-times are absolute; `3/2/2026` is month first unless some value shows otherwise;
 * - numbers of 10^8 and more are seconds since 1970 (unless the header says ms), of 10^11 ms, of 10^14 microseconds; 14 or 12 digits that read as
 *   a date are one; 36526 to 73050 with decimals are Excel's days since 1900, and so are whole ones in a column of
 *   days or of starts of contacts (`isDay`);
 * - smaller numbers are offsets: ms or seconds as the header says (`start_ms`, `开始(秒)`); else seconds when there are
 *   decimals; else ms when the median step between the turns of a contact is 200 or more;
 * - `h:mm:ss` are offsets, unless most contacts would begin after the first hour: then they are times of day.
 *
 * With a column of dates beside it (`days`, decided before), a column of times of day is absolute.
 */
export function decideTimes(values: SampleValues, unit?: Unit, days?: TimeColumn, isDay = false): TimeColumn {
  const all = [...values.values()]
    .flat()
    .map(value => value.trim())
    .filter(value => value !== '')
  switch (commonShape(all)) {
    case 'number':
      return decideNumbers(values, all, unit, isDay)
    case 'clock':
      if (days?.clock === 'absolute') return dayAndClock(days)
      return medianOf([...values.values()].map(firstClock)) >= HOUR
        ? { ...offsets(parseClock), clock: 'day' }
        : clocks
    case 'slashed':
      return slashedDates(all)
    case 'amount':
      return offsets(parseAmount)
    default:
      return unit && all.length === 0 ? numberOffsets(unit) : moments()
  }
}

/** The commonest shape; values that are no times say nothing about the others. */
function commonShape(values: readonly string[]): Shape | undefined {
  const counts = new Map<Shape, number>()
  for (const value of values) {
    const shape = shapeOf(value)
    if (shape) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

function shapeOf(value: string): Shape | undefined {
  if (decimal.test(value)) return 'number'
  if (!Number.isNaN(parseClock(value))) return 'clock'
  if (!Number.isNaN(parseAmount(value))) return 'amount'
  if (parseMoment(value)) return 'moment'
  return slashedParts(value) ? 'slashed' : undefined
}

function decideNumbers(
  values: SampleValues,
  all: readonly string[],
  unit: Unit | undefined,
  isDay: boolean
): TimeColumn {
  const numbers = all.map(Number).filter(Number.isFinite)
  const typical = medianOf(numbers)
  if (typical >= 1e11 && all.filter(value => parseMoment(value)).length * 2 > all.length) return moments()
  if (typical >= 1e14) return epoch(1e-3)
  if (typical >= 1e11) return epoch(1)
  if (typical >= 1e8 && unit !== 'ms') return epoch(1000)
  const low = Math.min(...numbers)
  if (
    unit === undefined &&
    low >= 36_526 &&
    typical <= 73_050 &&
    (isDay || numbers.some(value => !Number.isInteger(value)))
  ) {
    return numbers.every(value => Number.isInteger(value)) ? wholeDays : excelDays
  }
  return numberOffsets(unit ?? guessUnit(values, numbers))
}

/** Seconds or ms, when the header does not say: people do not take turns five times a second. */
function guessUnit(values: SampleValues, numbers: readonly number[]): Unit {
  if (numbers.some(value => !Number.isInteger(value))) return 's'
  const steps: number[] = []
  for (const own of values.values()) {
    const sorted = own
      .map(Number)
      .filter(Number.isFinite)
      .sort((a, b) => a - b)
    for (let i = 1; i < sorted.length; i++) {
      const step = sorted[i]! - sorted[i - 1]!
      if (step > 0) steps.push(step)
    }
  }
  return medianOf(steps) >= 200 ? 'ms' : 's'
}

const noZone = (): string => ''
const noMoment = (): undefined => undefined

function offsets(read: (text: string) => number): TimeColumn {
  return { clock: 'offset', read: text => read(text.trim()), zone: noZone, moment: noMoment }
}

const clocks = offsets(text => {
  const clock = parseClock(text)
  return Number.isNaN(clock) ? parseAmount(text) : clock
})

function numberOffsets(unit: Unit): TimeColumn {
  const factor = unit === 'ms' ? 1 : 1000
  return offsets(text => {
    const number = Number(text)
    if (number >= 0 && number < 1e12 && text !== '') return Math.round(number * factor)
    const clock = parseClock(text)
    return Number.isNaN(clock) ? parseAmount(text) : clock
  })
}

/** Numbers since 1970, of which `factor` make a ms. Zero stands for "none". */
function epoch(factor: number): TimeColumn {
  const read = (text: string): number => {
    const value = Number(text)
    return value > 0 ? Math.round(value * factor) : Number.NaN
  }
  return absolute(
    text => ({ ms: read(text), zone: 'Z' }),
    read,
    () => 'Z'
  )
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

/** Excel keeps days with fractions; a ms is less than its precision, so that seconds are rounded to tenths. */
const excelDays: TimeColumn = (() => {
  const read = (text: string): number => {
    const days = decimal.test(text.trim()) ? Number(text) : Number.NaN
    return Math.round((EXCEL_EPOCH + days * DAY) / 100) * 100
  }
  return absolute(text => ({ ms: read(text), zone: '' }), read, noZone)
})()

/** A day alone, as `46083` in a column whose name says that it holds days. */
const wholeDays: TimeColumn = {
  ...excelDays,
  moment: (text, day) => {
    const moment = excelDays.moment(text, day)
    return moment && { ...moment, dateOnly: true }
  }
}

function moments(order?: DateOrder): TimeColumn {
  const moment = (text: string): Moment | undefined => parseMoment(text, order) ?? parseMoment(text)
  const slow = (text: string): number => moment(text)?.ms ?? Number.NaN
  const read = (text: string): number => {
    const plain = order === undefined ? readPlain(text) : Number.NaN
    return Number.isNaN(plain) ? slow(text) : plain
  }
  return absolute(moment, read, text => (isPlain(text) ? '' : (moment(text)?.zone ?? '')))
}

function slashedDates(all: readonly string[]): TimeColumn {
  const parts = all.map(slashedParts).filter(part => part !== undefined)
  if (parts.some(([first]) => first > 12)) return moments('dmy')
  if (parts.some(([, second]) => second > 12)) return moments('mdy')
  return { ...moments('mdy'), guessed: 'mdy' }
}

function dayAndClock(days: TimeColumn): TimeColumn {
  const moment = (text: string, day: string): Moment | undefined => {
    if (day.trim() === '') return undefined
    const whole = days.moment(`${day.trim()} ${text.trim()}`, '')
    if (whole) return whole
    // A day that is a number, or has a time of its own (midnight, as spreadsheets write days).
    const date = days.moment(day, '')
    return date && parseMoment(`${formatMoment({ ...date, dateOnly: true })} ${text.trim()}`)
  }
  const read = (text: string, day: string): number => moment(text, day)?.ms ?? Number.NaN
  return { clock: 'absolute', moment, read, zone: noZone, guessed: days.guessed }
}

function absolute(
  moment: (text: string) => Moment | undefined,
  read: (text: string) => number,
  zone: (text: string) => string
): TimeColumn {
  return {
    clock: 'absolute',
    read,
    zone,
    moment: text => {
      const found = moment(text)
      return found && !Number.isNaN(found.ms) ? found : undefined
    }
  }
}

/** The clock at which a contact begins; before midnight, where its clocks lie on both sides. */
function firstClock(values: readonly string[]): number {
  const clocks = values.map(value => parseClock(value.trim())).filter(value => !Number.isNaN(value))
  const late = clocks.filter(value => value >= DAY / 2)
  const low = Math.min(...clocks)
  return Math.max(...clocks) - low > DAY / 2 ? Math.min(...late) : low
}

/** The lower median; 0 of nothing. */
function medianOf(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
