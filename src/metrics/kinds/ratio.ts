import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { compileAmong } from '../among.ts'
import { addFigure, divideSums, mergeSums, newSum, totalOf, type ExactSum } from '../exact-sum.ts'
import { figureKeys, figureText, type FigureOptions } from '../figures.ts'
import type { MetricKind } from '../metric.ts'
import { noRows } from '../rows.ts'

export interface RatioOptions extends FigureOptions {
  readonly to: string
}

interface RatioState {
  readonly over: ExactSum
  readonly under: ExactSum
  unknown: number
}

/**
 * One sum over another, such as time ready over time scheduled: not the mean of the ratios of rows. A row that lacks
 * either number is in neither sum.
 */
export const ratio: MetricKind<RatioOptions, RatioState> = {
  name: 'ratio',
  figure: 'number',
  options: words =>
    closed({
      ...figureKeys(words),
      to: figureText.describe(
        'What it is divided by: a field with a number, or an expression that gives one.'
      )
    }) as unknown as z.ZodType<RatioOptions>,
  compile({ of, to, among }, env) {
    const inside = compileAmong(among, env)
    const overOf = env.number(of, ['of'])
    const underOf = env.number(to, ['to'])
    return {
      init: () => ({ over: newSum(), under: newSum(), unknown: 0 }),
      add(state, row) {
        const belongs = inside(row)
        if (belongs === false) return
        const [over, under] = belongs ? [overOf(row), underOf(row)] : []
        if (over === undefined || under === undefined) {
          state.unknown++
          return
        }
        addFigure(state.over, over)
        addFigure(state.under, under)
      },
      merge(a, b) {
        mergeSums(a.over, b.over)
        mergeSums(a.under, b.under)
        a.unknown += b.unknown
        return a
      },
      finish: ({ over, under, unknown }) => ({
        value: divideSums(over, under),
        n: over.n,
        unknown,
        against: noRows,
        parts: [
          { name: 'of', value: totalOf(over), n: over.n },
          { name: 'to', value: totalOf(under), n: under.n }
        ]
      })
    }
  }
}
