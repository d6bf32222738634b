import type { Moment } from './metric.ts'

/** Stretches of the calendar that follow one another. */
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** Parts of the clock and the calendar that come again. */
export const cycles = ['hour', 'weekday'] as const
export type Cycle = (typeof cycles)[number]

const DAY_MS = 86_400_000

/**
 * The period of a day `2026-03-02`: itself, the ISO 8601 week `2026-W10`, the month `2026-03`, the quarter `2026-Q1`,
 * or the year `2026`. Names of one kind stand in the order of time.
 */
export function periodOf(day: string, period: Period): string {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return weekOf(msOf(day))
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
    case 'year':
      return day.slice(0, 4)
  }
}

/** The hour `09:00` or the day of the week, `1` for Monday; undefined where the moment does not tell it. */
export function cycleOf({ day, minute, dateOnly }: Moment, cycle: Cycle): string | undefined {
  if (cycle === 'hour') {
    return dateOnly ? undefined : `${String(Math.floor(minute / 60)).padStart(2, '0')}:00`
  }
  return day === '' ? undefined : String(weekdayOf(msOf(day)) + 1)
}

/** Weeks begin on Monday and belong to the year of their Thursday. */
export function weekOf(day: number): string {
  const thursday = day + (3 - weekdayOf(day)) * DAY_MS
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** 0 for Monday. */
function weekdayOf(day: number): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
