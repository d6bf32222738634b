import type { ASTNode, Environment } from '@marcbachmann/cel-js'
import { holidayOn, isWorkday, knowsDay, type Calendar } from '../metrics/calendar/calendar.ts'
import { isInRanges, parseClockRanges, type ClockRange } from '../metrics/calendar/clock-range.ts'
import { DAY_MS, monthsBetween, weekdayOf, weekdays, yearOf } from '../metrics/calendar/day.ts'
import { workingTime } from '../metrics/calendar/working-time.ts'
import { childrenOf } from './expression-tree.ts'
import type { Clock } from './clock.ts'

/** What is wrong with a call that has the right types. */
export type TimeFault = {
  readonly kind: 'no-calendar' | 'bad-hours' | 'utc-clock'
  readonly value: string
  /** The zone whose clock was meant. */
  readonly zone?: string
  readonly from: number
  readonly to: number
}

/** Functions that cannot do without the days of a calendar. */
const needCalendar = new Set(['is_holiday', 'holiday', 'is_workday', 'working_minutes'])

/** Functions of CEL that read a time in UTC when no zone is given them. */
const utcReaders = /^get(?:Date|DayOfMonth|DayOfWeek|DayOfYear|FullYear|Hours|Minutes|Month)$/

class TimeError extends Error {
  /** Where errors of CEL keep their text. */
  readonly summary: string

  constructor(summary: string) {
    super(summary)
    this.name = 'TimeError'
    this.summary = summary
  }
}

/**
 * The functions of expressions that look at clock and calendar. Each reads times by the clock given: `hour_of(t)` 0 to
 * 23; `in_hours(t, '21:30-08:30')`, over midnight too, without its last moment; `weekday(t)` mon to sun;
 * `days_between(a, b)` from date to date, whatever the time of day; `months_between(a, b)` whole months from date to
 * date. By the calendar: `is_holiday(t)`, `holiday(t)` its name or '', `is_workday(t)`, and `working_minutes(a, b)`, to the
 * fraction; they fail, and leave the condition unknown, in years whose holidays are not listed.
 */
export function registerTimeFunctions(
  environment: Environment,
  clock: Clock,
  calendar: Calendar | undefined
): void {
  const time = 'google.protobuf.Timestamp'
  const ranges = new Map<string, readonly ClockRange[] | undefined>()
  const readRanges = (text: string): readonly ClockRange[] => {
    if (!ranges.has(text)) ranges.set(text, parseClockRanges(text))
    const found = ranges.get(text)
    if (!found) throw new TimeError(`no hours: ${text}`)
    return found
  }
  const dayOf = (at: Date): number => Math.floor(clock.wall(at) / DAY_MS)
  const minuteOf = (at: Date): number => (clock.wall(at) - dayOf(at) * DAY_MS) / 60_000
  const ask = <T>(at: Date, find: (known: Calendar, day: number) => T | undefined): T => {
    const found = calendar && find(calendar, dayOf(at))
    if (found === undefined) throw new TimeError(`no holidays are listed for ${yearOf(dayOf(at))}`)
    return found
  }

  environment.registerFunction(`hour_of(${time}): int`, (at: Date) => BigInt(Math.floor(minuteOf(at) / 60)))
  environment.registerFunction(`in_hours(${time}, string): bool`, (at: Date, text: string) =>
    isInRanges(minuteOf(at), readRanges(text))
  )
  environment.registerFunction(`weekday(${time}): string`, (at: Date) => weekdays[weekdayOf(dayOf(at))]!)
  environment.registerFunction(`days_between(${time}, ${time}): int`, (a: Date, b: Date) =>
    BigInt(dayOf(b) - dayOf(a))
  )
  environment.registerFunction(`months_between(${time}, ${time}): int`, (a: Date, b: Date) =>
    BigInt(monthsBetween(dayOf(a), dayOf(b)))
  )
  environment.registerFunction(`is_holiday(${time}): bool`, (at: Date) => ask(at, holidayOn) !== '')
  environment.registerFunction(`holiday(${time}): string`, (at: Date) => ask(at, holidayOn))
  environment.registerFunction(`is_workday(${time}): bool`, (at: Date) => ask(at, isWorkday))
  environment.registerFunction(`working_minutes(${time}, ${time}): double`, (a: Date, b: Date) => {
    // Hours are those of the wall clock, which is the instant itself where the calendar has no zone.
    const [from, to] = clock.zone ? [a.getTime(), b.getTime()] : [clock.wall(a), clock.wall(b)]
    const knowsFirst = calendar !== undefined && knowsDay(calendar, dayOf(a))
    return ask(knowsFirst ? b : a, known => workingTime(known, from, to)) / 60_000
  })
}

/** The first call that cannot give what it is asked for. */
export function findTimeFault(
  node: ASTNode,
  clock: Clock,
  calendar: Calendar | undefined
): TimeFault | undefined {
  const range = { from: node.pos, to: node.end }
  if (node.op === 'call') {
    const [name, args] = node.args
    if (needCalendar.has(name) && !calendar) return { kind: 'no-calendar', value: name, ...range }
    const hours = name === 'in_hours' ? args[1] : undefined
    if (hours?.op === 'value' && typeof hours.args === 'string' && !parseClockRanges(hours.args))
      return { kind: 'bad-hours', value: hours.args, from: hours.pos, to: hours.end }
  }
  if (node.op === 'rcall' && clock.zone !== undefined) {
    const [name, , args] = node.args
    if (utcReaders.test(name) && args.length === 0)
      return { kind: 'utc-clock', value: name, zone: clock.zone, ...range }
  }
  for (const child of childrenOf(node.args)) {
    const fault = findTimeFault(child, clock, calendar)
    if (fault) return fault
  }
  return undefined
}
