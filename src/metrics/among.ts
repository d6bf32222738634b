import type { MetricEnv } from './metric.ts'

/** The rows that a figure is taken of: all of them, unless its options say among which. */
export function compileAmong<Row>(among: unknown, env: MetricEnv<Row>): (row: Row) => boolean | undefined {
  return among === undefined ? () => true : env.condition(among, ['among'])
}
