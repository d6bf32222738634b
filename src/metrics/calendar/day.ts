/** Days are counted from 1970-01-01, which is day 0, in the proleptic Gregorian calendar. */
export const DAY_MS = 86_400_000

/** Number of a day written `YYYY-MM-DD`; `undefined` when there is no such day. */
export function parseDay(text: string): number | undefined {
  const match = /^\d{4}-\d{2}-(\d{2})$/.exec(text)
  if (!match) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  // The engine takes 30 February for 2 March.
  return new Date(ms).getUTCDate() === Number(match[1]) ? ms / DAY_MS : undefined
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Day of the week, 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** The same day of the month so many months later; in a shorter month its last day: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const first = firstOfMonth(month)
  const length = firstOfMonth(month + 1) - first
  return first + Math.min(date.getUTCDate(), length) - 1
}

/**
 * Whole months from one day to another, negative when it is earlier: the most that can be added to the first day
 * without passing the second.
 */
export function monthsBetween(from: number, to: number): number {
  // Minus nothing is nothing.
  if (to < from) return -monthsBetween(to, from) || 0
  const [a, b] = [new Date(from * DAY_MS), new Date(to * DAY_MS)]
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return addMonths(from, months) > to ? months - 1 : months
}

/** First day of a month, counted from January of the year 0. */
function firstOfMonth(month: number): number {
  // Years below 100 would mean the twentieth century to the constructor.
  return new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / DAY_MS
}
