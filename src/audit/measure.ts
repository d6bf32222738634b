import type { ContactView } from '../checks/view.ts'
import type { GroupedState } from '../metrics/group-rows.ts'
import type { MetricResult } from '../model/metric.ts'
import type { CompiledStandard } from '../standard/standard.ts'

/** What the metrics of one standard keep, in their order. Plain data, whose size depends on the groups alone. */
export type Measured = readonly GroupedState[]

export function newMeasured({ metrics }: CompiledStandard): Measured {
  return metrics.map(({ gauge }) => gauge.init())
}

/** Takes in one row to which the standard applies. */
export function measure({ metrics }: CompiledStandard, measured: Measured, row: ContactView): void {
  for (let i = 0; i < metrics.length; i++) metrics[i]!.gauge.add(measured[i]!, row)
}

/** What two parts of the rows come to together; may take over either part. */
export function mergeMeasured({ metrics }: CompiledStandard, a: Measured, b: Measured): Measured {
  return metrics.map(({ gauge }, i) => gauge.merge(a[i]!, b[i]!))
}

export function finishMeasured(
  { id, metrics }: CompiledStandard,
  measured: Measured
): readonly MetricResult[] {
  return metrics.map(({ header, gauge }, i) => ({
    standard: id,
    metric: header,
    ...gauge.finish(measured[i]!)
  }))
}
