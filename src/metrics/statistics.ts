import { NORMAL_95, studentQuantile95 } from './student.ts'

/** An interval that holds the true figure in 95 of 100 samples like this one. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval of a share (Journal of the American Statistical Association 22, 1927).
 *
 * @param share 0 to 1
 * @param n >= 1
 */
export function wilson(share: number, n: number): Interval {
  const zz = NORMAL_95 ** 2
  const middle = (share + zz / (2 * n)) / (1 + zz / n)
  const half = (NORMAL_95 / (1 + zz / n)) * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n))
  // All or none lie at the very end of the interval, whatever is left over in binary.
  return {
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half)
  }
}

/**
 * Student's t interval of a mean; none of fewer than two figures, nor of figures that are all alike, which show no
 * spread: an interval without width would be a claim of certainty.
 */
export function studentInterval(mean: number, deviation: number, n: number): Interval | undefined {
  if (n < 2 || deviation === 0) return undefined
  const half = (studentQuantile95(n - 1) * deviation) / Math.sqrt(n)
  return { low: mean - half, high: mean + half }
}

/**
 * The ranks, counted from 1, of the sorted figures that hold a percentile in 95 of 100 samples, whatever the figures
 * are spread like: by the normal approximation of the binomial, cut to 1..n.
 *
 * @param p 0 to 1
 */
export function percentileRanks(p: number, n: number): Interval {
  const half = NORMAL_95 * Math.sqrt(n * p * (1 - p))
  return { low: Math.max(1, Math.floor(n * p - half)), high: Math.min(n, Math.ceil(n * p + half) + 1) }
}
