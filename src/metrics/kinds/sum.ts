import { totalOf } from '../exact-sum.ts'
import { figureOptions, sumUp, type FigureOptions, type FigureState } from '../figures.ts'
import type { MetricKind } from '../metric.ts'

/** The sum of a number; of no rows there is none, which is not the same as 0. */
export const sum: MetricKind<FigureOptions, FigureState> = {
  name: 'sum',
  figure: 'number',
  options: figureOptions,
  compile: (options, env) =>
    sumUp(
      options,
      env,
      () => false,
      total => ({ value: total.n === 0 ? null : totalOf(total) })
    )
}
