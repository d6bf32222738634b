import { strip } from '../scoring/fixed-point.ts'
import { formatFixed } from '../report/figures.ts'

/**
 * Rounds figures so that the rounded ones add up to the rounded total (largest remainders, Hamilton's method): each
 * is off by less than one in its last digit, and figures that need no rounding stay.
 */
export function apportion(values: readonly number[], total: number, digits: number): readonly string[] {
  const scale = 10 ** digits
  const exact = values.map(value => strip(value) * scale)
  const units = exact.map(value => Math.floor(strip(value)))
  const wanted = Math.round(Number(formatFixed(total, digits)) * scale)
  const short = wanted - units.reduce((sum, unit) => sum + unit, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: strip(value - units[index]!) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, Math.max(0, short))) units[index]! += 1
  return units.map(unit => formatFixed(unit / scale, digits))
}
