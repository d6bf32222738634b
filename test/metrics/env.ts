import { conditionSchema } from '../../src/checks/condition.ts'
import type { AnyGauge, MetricEnv, MetricFault, MetricKind } from '../../src/metrics/metric.ts'
import type { MetricValue } from '../../src/model/metric.ts'

/** A row whose values have the names that options ask for; `id` and `at` (ms) are its own. */
export type Row = Readonly<Record<string, number | string | boolean | undefined>>

/** An environment in which every source is the name of a value of the row. */
export function createEnv(faults: MetricFault[] = []): MetricEnv<Row> {
  return {
    condition: source => row => row[String(source)] as boolean | undefined,
    number: source => row => row[source] as number | undefined,
    key: source => row => row[source] as string | undefined,
    moment: () => row =>
      row['at'] === undefined ? undefined : { at: Number(row['at']), day: '2026-03-02', minute: 0 },
    name: row => String(row['id'] ?? ''),
    misses: figure => figure > 20,
    metric: () => undefined,
    report: fault => void faults.push(fault)
  }
}

export function compile<Options, State>(kind: MetricKind<Options, State>, options: unknown): AnyGauge<Row> {
  const proved = kind.options({ condition: conditionSchema }).parse(options)
  return kind.compile(proved, createEnv()) as unknown as AnyGauge<Row>
}

/** The figure over rows, taken in one after the other. */
export function figureOf<Options, State>(
  kind: MetricKind<Options, State>,
  options: unknown,
  rows: readonly Row[]
): MetricValue {
  const gauge = compile(kind, options)
  const state = gauge.init()
  for (const row of rows) gauge.add(state, row)
  return gauge.finish(state)
}
