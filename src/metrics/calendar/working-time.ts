import { dayOf, hoursOn, instantOf, isWorkday, type Calendar } from './calendar.ts'
import { DAY_MS } from './day.ts'

/** Between instants, in ms: [from, to). */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Working time from one instant to another in ms, negative when the second is earlier; the hour that a clock is put
 * forward or back counts as it was lived. `undefined` where it runs through a year whose holidays are not listed.
 */
export function workingTime(calendar: Calendar, from: number, to: number): number | undefined {
  if (to < from) {
    const back = workingTime(calendar, to, from)
    return back === undefined ? undefined : -back || 0
  }
  let total = 0
  for (let day = dayOf(calendar, from); day <= dayOf(calendar, to); day++) {
    const stretches = stretchesOn(calendar, day)
    if (!stretches) return undefined
    for (const stretch of stretches) {
      total += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from))
    }
  }
  return total
}

/**
 * The first instant at which so much working time (ms, not negative) has passed. `undefined` where that lies beyond
 * the years whose holidays are listed, or the calendar never works.
 */
export function addWorkingTime(calendar: Calendar, from: number, ms: number): number | undefined {
  if (ms === 0) return from
  if (!everWorks(calendar)) return undefined
  let left = ms
  for (let day = dayOf(calendar, from); ; day++) {
    const stretches = stretchesOn(calendar, day)
    if (!stretches) return undefined
    for (const stretch of stretches) {
      const start = Math.max(stretch.from, from)
      const length = stretch.to - start
      if (length <= 0) continue
      if (length >= left) return start + left
      left -= length
    }
  }
}

/** The day so many working days after a day (before it, where negative), which itself does not count. */
export function addWorkdays(calendar: Calendar, day: number, count: number): number | undefined {
  if (count !== 0 && !everWorks(calendar)) return undefined
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at += step
    const works = isWorkday(calendar, at)
    if (works === undefined) return undefined
    if (works) left--
  }
  return at
}

/** Whether any week has working hours: else counting them would never end. */
function everWorks({ hours }: Calendar): boolean {
  return hours === undefined || hours.some(ranges => ranges.length > 0)
}

function stretchesOn(calendar: Calendar, day: number): readonly Stretch[] | undefined {
  return hoursOn(calendar, day)?.map(({ from, to }) => ({
    from: instantOf(calendar, day * DAY_MS + from * 60_000),
    to: instantOf(calendar, day * DAY_MS + to * 60_000)
  }))
}
