import type { Estimate } from '../../model/scorecard.ts'

/** A bar of a score out of 100: `██████░░░░`. Anything above nothing shows, and so does anything short of all. */
export function drawMeter(score: number, width: number): string {
  const exact = Math.round((Math.min(100, Math.max(0, score)) / 100) * width)
  const full = score <= 0 ? 0 : score >= 100 ? width : Math.min(width - 1, Math.max(1, exact))
  return '█'.repeat(full) + '░'.repeat(width - full)
}

/** The stretch of scores that a chart shows: from `low`, a round number, to 100. */
export interface Scale {
  readonly low: number
  readonly width: number
  /** The pass mark, drawn as a line. */
  readonly mark?: number | undefined
}

/** A scale on which every mean with its interval, and the pass mark, has its place. */
export function fitScale(estimates: readonly Estimate[], mark: number | undefined, width: number): Scale {
  const lows = estimates.flatMap(({ low, value }) => low ?? value ?? [])
  const least = lows.reduce((a, b) => Math.min(a, b), mark ?? 90)
  return { low: Math.max(0, Math.min(90, Math.floor(least / 10) * 10)), width, mark }
}

/** A mean as a dot, its interval as a line through it: `   ─●──┊    `. */
export function drawEstimate(estimate: Estimate, scale: Scale): string {
  const cells = Array.from({ length: scale.width }, () => ' ')
  const { low, value, high } = estimate
  if (low !== null && high !== null) {
    for (let i = cellOf(low, scale); i <= cellOf(high, scale); i++) cells[i] = '─'
  }
  if (scale.mark !== undefined) cells[cellOf(scale.mark, scale)] = '┊'
  if (value !== null) cells[cellOf(value, scale)] = '●'
  return cells.join('')
}

/** The ends of a scale, for the head of its column. */
export function drawScale(scale: Scale): string {
  const low = String(scale.low)
  return `${low}${'100'.padStart(scale.width - low.length)}`
}

function cellOf(score: number, { low, width }: Scale): number {
  const share = (Math.min(100, Math.max(low, score)) - low) / (100 - low)
  return Math.round(share * (width - 1))
}
