import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { compileAmong } from '../among.ts'
import { figureKeys, type FigureOptions } from '../figures.ts'
import type { MetricKind } from '../metric.ts'
import { keepRow, listRows, mergeRows, newRows, type Rows } from '../rows.ts'
import { percentileRanks } from '../statistics.ts'
import { addValue, createRanking, mergeValues, newValueCounts, type ValueCounts } from '../value-counts.ts'

export interface PercentileOptions extends FigureOptions {
  /** Above 0, below 100. */
  readonly p: number
}

interface PercentileState {
  readonly values: ValueCounts
  unknown: number
  readonly against: Rows
}

/**
 * The smallest figure that at least `p` percent of the rows do not exceed (nearest rank: the figure of rank
 * ⌈p·n/100⌉), with an interval by the ranks around it. Rows whose own
 * number would miss the target tell against it.
 */
export const percentile: MetricKind<PercentileOptions, PercentileState> = {
  name: 'percentile',
  figure: 'number',
  options: words =>
    closed({
      p: z.number().gt(0).lt(100).describe('Percent of the rows that do not exceed the figure: 90.'),
      ...figureKeys(words)
    }) as unknown as z.ZodType<PercentileOptions>,
  compile({ p, of, among }, env) {
    const inside = compileAmong(among, env)
    const figureOf = env.number(of, ['of'])
    const moment = env.moment(undefined, [])
    return {
      init: () => ({ values: newValueCounts(), unknown: 0, against: newRows() }),
      add(state, row) {
        const belongs = inside(row)
        if (belongs === false) return
        const figure = belongs && figureOf(row)
        if (figure === undefined) {
          state.unknown++
          return
        }
        addValue(state.values, figure)
        if (env.misses(figure)) keepRow(state.against, env.name(row), moment(row))
      },
      merge(a, b) {
        mergeValues(a.values, b.values)
        a.unknown += b.unknown
        mergeRows(a.against, b.against)
        return a
      },
      finish({ values, unknown, against }) {
        const { n } = values
        const none = { value: null, n, unknown, against: listRows(against), parts: [] }
        if (n === 0) return none
        const at = createRanking(values)
        const ranks = percentileRanks(p / 100, n)
        const interval = n === 1 ? {} : { low: at(ranks.low), high: at(ranks.high) }
        return { ...none, value: at(rankOf(p, n)), ...interval }
      }
    }
  }
}

/** Rounded before it is raised: 99.9 % of 1000 is rank 999, though the product in binary is a hair above. */
function rankOf(p: number, n: number): number {
  return Math.max(1, Math.ceil(Number(((p * n) / 100).toPrecision(12))))
}
