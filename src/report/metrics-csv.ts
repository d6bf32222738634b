import type { JudgedValue, MetricResult, TrendStep } from '../model/metric.ts'
import { csvLine } from './csv-cells.ts'
import type { ReportContext, ReportFormat, Reporter } from './report.ts'
import { wordsOf, type Words } from './words.ts'

/** Names of the columns; they stay the same in every language, for programs. */
const names = {
  standard: 'standard',
  metric: 'metric',
  clause: 'clause',
  title: 'title',
  per: 'per',
  key: 'key',
  name: 'name',
  period: 'period',
  value: 'value',
  unit: 'unit',
  n: 'n',
  low: 'low',
  high: 'high',
  unknown: 'unknown',
  target: 'target',
  verdict: 'verdict',
  close: 'close',
  change: 'change',
  against: 'against'
} satisfies Record<keyof Words['metricsCsv'], string>

type Cell = string | number | null | undefined

/**
 * The figures of metrics as a table of their own: one row for each metric over all rows, then one for each period,
 * group, and period of a group. Shares are 0 to 1. A file whose name ends in `metrics.csv` is written so.
 */
export const metricsCsv: ReportFormat = {
  name: 'metrics',
  extensions: ['.metrics.csv', 'metrics.csv'],
  create: createMetricsCsv
}

function createMetricsCsv(context: ReportContext): Reporter {
  const words = context.spreadsheet ? wordsOf(context.lang) : undefined
  return {
    begin: () =>
      (context.spreadsheet ? '\ufeff' : '') + csvLine(Object.values<string>(words?.metricsCsv ?? names)),
    evaluation: () => '',
    bad: () => '',
    *end({ metrics = [] }) {
      for (const result of metrics) yield* metricLines(result, words)
    }
  }
}

function* metricLines(result: MetricResult, words: Words | undefined): Generator<string> {
  const { standard, metric, figure, groups, trend } = result
  const line = (keys: readonly (string | null)[], name: Cell, value: JudgedValue, step?: TrendStep): string =>
    csvLine([
      standard,
      metric.id,
      metric.clause.join(' '),
      metric.title,
      keys.length === 0 ? null : metric.per.join(' / '),
      keys.map(key => key ?? '').join(' / '),
      name,
      step && (step.period ?? words?.noDate ?? 'undated'),
      value.value,
      metric.unit,
      value.n,
      value.low,
      value.high,
      value.unknown,
      metric.target,
      value.verdict && (words?.verdicts[value.verdict] ?? value.verdict),
      value.close === undefined ? null : (words?.yes ?? 'true'),
      step?.change,
      value.against.total
    ])
  yield line([], null, figure)
  for (const step of trend) yield line([], null, step.figure, step)
  for (const group of groups) {
    yield line(group.keys, group.name, group.figure)
    for (const step of group.trend) yield line(group.keys, group.name, step.figure, step)
  }
}
