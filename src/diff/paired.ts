import { NORMAL_95 } from '../metrics/student.ts'
import { studentInterval } from '../metrics/statistics.ts'
import type { Estimate } from '../model/scorecard.ts'
import { strip } from '../scoring/fixed-point.ts'

/** Differences of paired figures, summed up by Welford's method, which loses no digits to large sums. */
export interface PairedSum {
  n: number
  mean: number
  squares: number
}

export function newPairedSum(): PairedSum {
  return { n: 0, mean: 0, squares: 0 }
}

export function addPair(sum: PairedSum, difference: number): void {
  sum.n++
  const delta = difference - sum.mean
  sum.mean += delta / sum.n
  sum.squares += delta * (difference - sum.mean)
}

/**
 * The mean of the differences with Student's t interval, 95 %. Without an interval where there is none to be had: of
 * fewer than two pairs, and of differences that are all alike.
 */
export function estimatePairs({ n, mean, squares }: PairedSum): Estimate {
  if (n === 0) return { n, value: null, low: null, high: null }
  const deviation = n > 1 ? Math.sqrt(Math.max(0, squares) / (n - 1)) : 0
  // What is left over in binary of differences that are all alike is no spread.
  const interval = studentInterval(mean, deviation < 1e-9 ? 0 : deviation, n)
  return {
    n,
    value: strip(mean),
    low: interval ? strip(interval.low) : null,
    high: interval ? strip(interval.high) : null
  }
}

/**
 * The change of a share over the same contacts, in points of percent, with its 95 % interval: Wald's for paired shares
 * with half a contact added to each of the four cells (Agresti and Min, Statistics in Medicine 24, 2005).
 *
 * @param n contacts judged both times
 * @param lost passed before and not after
 * @param won the other way
 */
export function estimatePairedShare(n: number, lost: number, won: number): Estimate {
  if (n === 0) return { n, value: null, low: null, high: null }
  const size = n + 2
  const [b, c] = [lost + 0.5, won + 0.5]
  const middle = (c - b) / size
  const half = (NORMAL_95 * Math.sqrt(Math.max(0, b + c - (c - b) ** 2 / size))) / size
  return {
    n,
    value: strip((100 * (won - lost)) / n),
    low: strip(100 * Math.max(-1, middle - half)),
    high: strip(100 * Math.min(1, middle + half))
  }
}
