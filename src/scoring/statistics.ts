import type { Estimate } from '../model/scorecard.ts'
import { wilson } from '../metrics/statistics.ts'
import { studentQuantile95 } from '../metrics/student.ts'
import { strip } from './fixed-point.ts'

/** What is known of figures that were averaged. `deviation` is that of a sample (n - 1). */
export interface Sample {
  readonly n: number
  readonly mean: number
  readonly deviation: number
}

/**
 * A mean with its 95 % interval by Student's t, cut to 0..ceiling.
 *
 * Figures that are all alike show no spread, and an interval without width would be a claim of certainty: two
 * contacts of 100 would put an agent above everybody. The interval is then Wilson's for the mean as a share of the
 * ceiling, since no figures between 0 and the ceiling spread wider than a yes or no.
 */
export function estimateMean({ n, mean, deviation }: Sample, ceiling: number): Estimate {
  if (n === 0) return { n, value: null, low: null, high: null }
  if (n === 1) return { n, value: mean, low: null, high: null }
  if (deviation === 0) {
    const { low, high } = wilson(mean / ceiling, n)
    return { n, value: mean, low: strip(low * ceiling), high: strip(high * ceiling) }
  }
  const half = (studentQuantile95(n - 1) * deviation) / Math.sqrt(n)
  return {
    n,
    value: mean,
    low: strip(Math.max(0, mean - half)),
    high: strip(Math.min(ceiling, mean + half))
  }
}

/** A share in percent with its 95 % interval by Wilson: `hits` of `n`. */
export function estimateShare(hits: number, n: number): Estimate {
  if (n === 0) return { n, value: null, low: null, high: null }
  const { low, high } = wilson(hits / n, n)
  return { n, value: strip((100 * hits) / n), low: strip(100 * low), high: strip(100 * high) }
}
