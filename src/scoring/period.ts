import { weekOf } from '../metrics/period.ts'

export type Period = 'day' | 'week' | 'month'

const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/

/**
 * The calendar day (`2026-03-02`), ISO 8601 week (`2026-W10`) or month (`2026-03`) of an ISO 8601 date-time, as the
 * date is written: in the time zone of the source and not in that of this machine. `null` without a date.
 */
export function periodOf(moment: string | undefined, period: Period): string | null {
  const match = moment === undefined ? null : DATE.exec(moment)
  if (match === null) return null
  const [day, year, month, date] = match
  if (period === 'day') return day
  if (period === 'month') return `${year}-${month}`
  return weekOf(Date.UTC(Number(year), Number(month) - 1, Number(date)))
}
