import { momentsOf, type ExactSum } from '../exact-sum.ts'
import { exactSums, figureOptions, gatherFigures, type FigureOptions, type FigureState } from '../figures.ts'
import type { MetricKind } from '../metric.ts'
import { studentInterval } from '../statistics.ts'

/** The mean of a number, with Student's t interval; rows whose own number would miss the target tell against it. */
export const mean: MetricKind<FigureOptions, FigureState<ExactSum>> = {
  name: 'mean',
  figure: 'number',
  options: figureOptions,
  compile: (options, env) =>
    gatherFigures(options, env, env.misses, exactSums, sum => {
      if (sum.n === 0) return { value: null }
      const { mean: value, deviation } = momentsOf(sum)
      return { value, ...studentInterval(value, deviation, sum.n) }
    })
}
