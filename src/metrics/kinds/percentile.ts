import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { figureKeys, gatherFigures, type FigureOptions, type FigureState, type Holder } from '../figures.ts'
import type { MetricKind } from '../metric.ts'
import { percentileRanks } from '../statistics.ts'
import { addValue, createRanking, mergeValues, newValueCounts, type ValueCounts } from '../value-counts.ts'

export interface PercentileOptions extends FigureOptions {
  /** Above 0, below 100. */
  readonly p: number
}

/**
 * The smallest figure that at least `p` percent of the rows do not exceed (nearest rank: the figure of rank
 * ⌈p·n/100⌉), with an interval by the ranks around it. Rows whose own
 * number would miss the target tell against it.
 */
export const percentile: MetricKind<PercentileOptions, FigureState<ValueCounts>> = {
  name: 'percentile',
  figure: 'number',
  options: words =>
    closed({
      p: z.number().gt(0).lt(100).describe('Percent of the rows that do not exceed the figure: 90.'),
      ...figureKeys(words)
    }) as unknown as z.ZodType<PercentileOptions>,
  compile: (options, env) =>
    gatherFigures(options, env, env.misses, valueCounts, values => {
      const { n } = values
      if (n === 0) return { value: null }
      const at = createRanking(values)
      const ranks = percentileRanks(options.p / 100, n)
      const interval = n === 1 ? {} : { low: at(ranks.low), high: at(ranks.high) }
      return { value: at(rankOf(options.p, n)), ...interval }
    })
}

const valueCounts: Holder<ValueCounts> = { init: newValueCounts, add: addValue, merge: mergeValues }

/** Rounded before it is raised: 99.9 % of 1000 is rank 999, though the product in binary is a hair above. */
function rankOf(p: number, n: number): number {
  return Math.max(1, Math.ceil(Number(((p * n) / 100).toPrecision(12))))
}
