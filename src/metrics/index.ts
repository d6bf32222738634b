import { anyMetric, type AnyMetric } from './metric.ts'
import { cadence } from './cadence/cadence.ts'
import { followup } from './followup/followup.ts'
import { survey } from './survey/survey.ts'
import { count } from './kinds/count.ts'
import { mean } from './kinds/mean.ts'
import { percentile } from './kinds/percentile.ts'
import { product } from './kinds/product.ts'
import { ratio } from './kinds/ratio.ts'
import { share } from './kinds/share.ts'
import { sum } from './kinds/sum.ts'

/** Every kind of metric. A new kind is a file of its own and a line here. */
export const metricKinds: readonly AnyMetric[] = [
  anyMetric(share),
  anyMetric(mean),
  anyMetric(sum),
  anyMetric(count),
  anyMetric(percentile),
  anyMetric(ratio),
  anyMetric(product),
  anyMetric(cadence),
  anyMetric(followup),
  anyMetric(survey)
]
