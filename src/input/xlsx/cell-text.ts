const DAY = 86_400_000
/** Excel's day zero; what lies less than two months behind it is a length of time and not a date. */
const ZERO = Date.UTC(1899, 11, 30)
const FIRST_DATE = Date.UTC(1900, 2, 1)

/**
 * A cell (text, a boolean, a `Date` of UTC standing for a wall clock, or null) as a CSV has it. Dates are `2026-03-02 09:00:05`; in a column of days (`dateOnly`) `2026-03-02`; times of day
 * and durations `9:00:05`, `26:00:00`. Excel keeps days with fractions, so that seconds are rounded to tenths.
 */
export function cellText(cell: unknown, dateOnly: boolean): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell, dateOnly)
  return String(cell)
}

/** A number as Excel writes it (`1.2E+17`, `1E-3`) without an exponent where that is exact. */
export function plainNumber(written: string): string {
  return /e/i.test(written) ? String(Number(written)) : written
}

/** Whether a column holds days without times, as far as it holds dates. */
export function isDateOnly(cells: Iterable<unknown>): boolean {
  let seen = false
  for (const cell of cells) {
    if (!(cell instanceof Date)) continue
    seen = true
    if (tenths(cell) % DAY !== 0 || cell.getTime() < FIRST_DATE) return false
  }
  return seen
}

function dateText(date: Date, dateOnly: boolean): string {
  const ms = tenths(date)
  if (Number.isNaN(ms)) return ''
  if (ms < FIRST_DATE) return lengthText(ms - ZERO)
  const iso = new Date(ms).toISOString()
  return dateOnly ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, ms % 1000 === 0 ? 19 : 23)}`
}

function lengthText(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`
  return `${Math.floor(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${fraction}`
}

function tenths(date: Date): number {
  return Math.round(date.getTime() / 100) * 100
}
