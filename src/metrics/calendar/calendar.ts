import type { ClockRange } from './clock-range.ts'
import { DAY_MS, formatDay, weekdayOf, yearOf } from './day.ts'
import type { Zone } from './zone.ts'

/** When an organisation works: pure data that anybody can write for themselves. */
export interface Calendar {
  /** Without one, times count by the clock that they were written with. */
  readonly zone?: Zone | undefined
  /** Working hours from Monday to Sunday, sorted and apart; `undefined` when the calendar names none. */
  readonly hours?: readonly (readonly ClockRange[])[] | undefined
  /** Names of the days off, by `YYYY-MM-DD`. */
  readonly holidays: ReadonlyMap<string, string>
  /** Days of the weekend that are worked in return for a holiday, by `YYYY-MM-DD`. */
  readonly workdays: ReadonlySet<string>
  /** Years whose holidays are known; `undefined` when the calendar has none at all and every year is known. */
  readonly years?: ReadonlySet<number> | undefined
}

/** Whether the calendar can tell the holidays of this day's year: a year of which it lists none is unknown. */
export function knowsDay(calendar: Calendar, day: number): boolean {
  return calendar.years === undefined || calendar.years.has(yearOf(day))
}

/** The name of the holiday on a day, '' on any other; `undefined` in a year whose holidays are not listed. */
export function holidayOn(calendar: Calendar, day: number): string | undefined {
  return knowsDay(calendar, day) ? (calendar.holidays.get(formatDay(day)) ?? '') : undefined
}

/** Whether a day is worked: a make-up day is, a holiday is not, any other goes by its day of the week. */
export function isWorkday(calendar: Calendar, day: number): boolean | undefined {
  const hours = hoursOn(calendar, day)
  return hours && hours.length > 0
}

/** Monday to Friday around the clock, for calendars that list days but no hours. */
const wholeDay: readonly ClockRange[] = [{ from: 0, to: 1440 }]

/**
 * Working hours of a day, empty on a day off. A make-up day has the hours of its own day of the week, or where those
 * are empty of the first working day from Monday on. A calendar without hours works whole days, Monday to Friday.
 */
export function hoursOn(calendar: Calendar, day: number): readonly ClockRange[] | undefined {
  if (!knowsDay(calendar, day)) return undefined
  const text = formatDay(day)
  const usual = hoursOfWeekday(calendar, weekdayOf(day))
  if (calendar.workdays.has(text)) return usual.length > 0 ? usual : firstHours(calendar)
  return calendar.holidays.has(text) ? [] : usual
}

function hoursOfWeekday({ hours }: Calendar, weekday: number): readonly ClockRange[] {
  return hours ? hours[weekday]! : weekday < 5 ? wholeDay : []
}

function firstHours({ hours }: Calendar): readonly ClockRange[] {
  return hours ? (hours.find(ranges => ranges.length > 0) ?? []) : wholeDay
}

/** What the clock of the calendar shows at an instant; without a zone instants are wall clocks already. */
function wallOf({ zone }: Calendar, instant: number): number {
  return zone ? zone.toWall(instant) : instant
}

export function instantOf({ zone }: Calendar, wall: number): number {
  return zone ? zone.toInstant(wall) : wall
}

/** The day on the calendar's clock at an instant. */
export function dayOf(calendar: Calendar, instant: number): number {
  return Math.floor(wallOf(calendar, instant) / DAY_MS)
}
