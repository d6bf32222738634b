import { formatFixed, NONE } from '../report/figures.ts'

const MOST_DIGITS = 6

/**
 * Digits after the point, at least one, at which a figure does not look the same as any of those that it is not the same
 * as: a fall of 0.04 is not shown as none, nor one of 1.04 as the 1.0 that is allowed.
 */
export function digitsFor(figure: number, others: readonly number[] = [0]): number {
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const shown = formatFixed(figure, digits)
    if (others.every(other => other === figure || formatFixed(other, digits) !== shown)) return digits
  }
  return MOST_DIGITS
}

/** A change with its sign: `-1.4`, `+0.04`, `0.0`. */
export function formatChange(change: number, digits = digitsFor(change)): string {
  const text = formatFixed(change, digits)
  return change > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A figure before and after, with the digits that it takes to see the change: `86.3 → 84.9`. */
export function formatFromTo(before: number | null, after: number | null): string {
  const digits = before === null || after === null ? 1 : digitsFor(after, [before])
  const show = (figure: number | null): string => (figure === null ? NONE : formatFixed(figure, digits))
  if (before === after) return show(after)
  return `${show(before)} → ${show(after)}`
}

/** A change with the digits of the figures beside it: `86.26 → 86.31` is `+0.05`. */
export function formatShift(before: number | null, after: number | null, shift: number): string {
  const shown = before === null || after === null ? 1 : digitsFor(after, [before])
  return formatChange(shift, Math.max(shown, digitsFor(shift)))
}

/** An end of the interval of a change, with no fewer digits than the change itself. */
export function formatBound(bound: number, shift: number | null): string {
  return formatChange(bound, Math.max(digitsFor(shift ?? 0), digitsFor(bound)))
}
