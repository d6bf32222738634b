import { totalOf, type ExactSum } from '../exact-sum.ts'
import { exactSums, figureOptions, gatherFigures, type FigureOptions, type FigureState } from '../figures.ts'
import type { MetricKind } from '../metric.ts'

/** The sum of a number; of no rows there is none, which is not the same as 0. */
export const sum: MetricKind<FigureOptions, FigureState<ExactSum>> = {
  name: 'sum',
  figure: 'number',
  options: figureOptions,
  compile: (options, env) =>
    gatherFigures(
      options,
      env,
      () => false,
      exactSums,
      total => ({ value: total.n === 0 ? null : totalOf(total) })
    )
}
