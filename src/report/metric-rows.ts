import type { JudgedValue, MetricHeader, MetricResult, TrendStep } from '../model/metric.ts'

// What goes into JSON of metrics, with its keys in one order. Figures stay unrounded; shares are 0 to 1.

export function metricHeaderRow(m: MetricHeader): object {
  return {
    id: m.id,
    title: m.title,
    clause: m.clause,
    dimension: m.dimension,
    advice: m.advice,
    kind: m.kind,
    unit: m.unit,
    target: m.target,
    per: m.per,
    trend: m.trend,
    file: m.file,
    line: m.line
  }
}

/** One metric over all rows, with its groups and periods. */
export function metricRow({ standard, metric, figure, groups, trend }: MetricResult): object {
  return {
    standard,
    id: metric.id,
    title: metric.title,
    clause: metric.clause,
    kind: metric.kind,
    unit: metric.unit,
    target: metric.target,
    per: metric.per,
    ...figureRow(figure),
    groups: groups.map(group => ({
      keys: group.keys,
      name: group.name,
      ...figureRow(group.figure),
      ...(metric.trend !== undefined && { trend: group.trend.map(trendRow) })
    })),
    ...(metric.trend !== undefined && { trend: trend.map(trendRow) })
  }
}

function figureRow({ value, n, low, high, unknown, verdict, close, against, parts }: JudgedValue): object {
  return { value, n, low, high, unknown, verdict, close, against, ...(parts.length > 0 && { parts }) }
}

function trendRow({ period, figure, change }: TrendStep): object {
  return { period, change, ...figureRow(figure) }
}
