import type { ContactView } from '../checks/view.ts'
import { findNearest } from '../diagnostics/suggest.ts'
import { groupRows, type Grouping } from '../metrics/group-rows.ts'
import { guardGauge } from '../metrics/guard.ts'
import { metricKinds } from '../metrics/index.ts'
import type { AnyGauge, AnyMetric, MetricEnv, NamedGauge, Path } from '../metrics/metric.ts'
import { cycleOf, cycles, periodOf, periods, type Cycle, type Period } from '../metrics/period.ts'
import { meetsTarget, parseTarget, targetExamples, type Target } from '../metrics/target.ts'
import type { MetricUnit } from '../model/metric.ts'
import type { PatternEnv } from '../pattern/resolve.ts'
import type { MetricEntry } from './entries.ts'
import type { Surroundings } from './environment.ts'
import { createMetricEnv, type MetricSurroundings } from './metric-env.ts'
import type { MetricSource } from './metric-source.ts'
import { clausesOf } from './plan.ts'
import type { CompiledMetric } from './standard.ts'

type Row = ContactView
type Options = Readonly<Record<string, unknown>>

/** Makes the metrics of a standard ready, each inside its condition, groups and target. */
export function compileMetrics(
  entries: readonly MetricEntry[],
  around: Surroundings,
  patterns: PatternEnv
): readonly CompiledMetric[] {
  const shared: MetricSurroundings = { around, patterns, readers: new Map() }
  return entries.map(entry => compileMetric(entry, entries, shared))
}

function compileMetric(
  entry: MetricEntry,
  entries: readonly MetricEntry[],
  shared: MetricSurroundings
): CompiledMetric {
  const { metric, at } = entry
  const { source } = shared.around
  const { gauge, env, kind, target } = compileGauge(entry, entries, shared, [])
  const place = source.placeOf([...at, 'id'])
  const per = metric.per === undefined ? [] : [metric.per].flat()
  return {
    header: {
      id: metric.id,
      title: metric.title ?? metric.id,
      clause: clausesOf(metric.clause),
      dimension: metric.dimension,
      advice: metric.advice,
      kind: kind?.name ?? '',
      unit: unitOf(metric, kind, target, shared),
      target: target?.text,
      per,
      trend: metric.trend,
      file: place.file,
      line: place.line
    },
    place,
    target,
    examples: (metric.examples ?? []).map((example, i) => ({
      source: example,
      place: source.placeOf([...at, 'examples', i])
    })),
    gauge: groupRows(gauge, groupingOf(metric, per, env), target)
  }
}

interface Compiled {
  readonly gauge: AnyGauge<Row>
  readonly env: MetricEnv<Row>
  readonly kind: AnyMetric | undefined
  readonly target: Target | undefined
}

// A standard with problems measures nothing, but a metric without a figure must still have a gauge.
const idle: AnyGauge<Row> = {
  init: () => undefined,
  add: () => undefined,
  merge: () => undefined,
  finish: () => ({ value: null, n: 0, unknown: 0, against: { total: 0, shown: [] }, parts: [] })
}

/** The gauge of a metric inside its condition; `open` are the metrics that are made of it. */
function compileGauge(
  entry: MetricEntry,
  entries: readonly MetricEntry[],
  shared: MetricSurroundings,
  open: readonly string[]
): Compiled {
  const { metric, at, whole } = entry
  const { reporter, source } = shared.around
  const found = metricKinds.filter(({ name }) => name in metric)
  const [kind] = found
  const nested = open.length > 0
  if (!nested && (found.length > 1 || (found.length === 0 && whole))) reportKinds(metric, found, at, shared)
  const target = compileTarget(metric, kind, at, nested, shared)
  const owner = {
    time: metric.at,
    misses: (figure: number) => target !== undefined && !meetsTarget(figure, target),
    metric: (id: string, where: Path): NamedGauge<Row> | undefined => {
      const other = entries.find(candidate => candidate.metric.id === id)
      const place = source.placeOf(where)
      if (!other) {
        const ids = entries.map(candidate => candidate.metric.id)
        if (!nested) reporter.problem('standard/unknown-metric', place, { value: id }, findNearest(id, ids))
        return undefined
      }
      const chain = [...open, metric.id]
      if (chain.includes(id)) {
        const values = { value: id, chain: [...chain, id].join(' → ') }
        reporter.problem('standard/metric-cycle', place, values)
        return undefined
      }
      const inner = compileGauge(other, entries, quiet(shared), chain)
      return { name: id, figure: inner.kind?.figure ?? 'share', gauge: inner.gauge }
    }
  }
  const env = createMetricEnv(shared, at, owner)
  const when = metric.when === undefined ? undefined : env.condition(metric.when, ['when'])
  if (!kind) return { gauge: idle, env, kind, target }
  const options = (metric as unknown as Options)[kind.name]
  const gauge = kind.compile(options, createMetricEnv(shared, [...at, kind.name], owner))
  return { gauge: guardGauge(gauge, when), env, kind, target }
}

/** What is wrong with a metric is told once, where it stands, and not again by those that are made of it. */
function quiet(shared: MetricSurroundings): MetricSurroundings {
  const { reporter } = shared.around
  const silent = {
    ...reporter,
    expression: () => undefined,
    option: () => undefined,
    pattern: () => undefined,
    metric: () => undefined
  }
  const around: Surroundings = { ...shared.around, reporter: silent }
  return { ...shared, around }
}

function reportKinds(
  metric: MetricSource,
  found: readonly AnyMetric[],
  at: Path,
  { around: { reporter, source } }: MetricSurroundings
): void {
  const place = source.placeOf([...at, 'id'])
  const names = (kinds: readonly AnyMetric[]): string => kinds.map(({ name }) => name).join(', ')
  const value = metric.id
  if (found.length > 0) reporter.problem('standard/two-figures', place, { value, found: names(found) })
  else reporter.problem('standard/no-figure', place, { value, allowed: names(metricKinds) })
}

const filled = /\{([\p{L}_][\p{L}\p{N}_.]*)\}/gu

/** A target with its names filled in; a share is not held against a length of time. */
function compileTarget(
  { target: written }: MetricSource,
  kind: AnyMetric | undefined,
  at: Path,
  nested: boolean,
  { around: { reporter, source, vars } }: MetricSurroundings
): Target | undefined {
  if (written === undefined) return undefined
  const place = source.placeOf([...at, 'target'])
  let known = true
  const text = String(written).replace(filled, (whole, name: string) => {
    const value = Object.hasOwn(vars, name) ? vars[name] : undefined
    if (value !== undefined && typeof value !== 'object') return String(value)
    known = false
    const names = Object.keys(vars)
    const values = { value: name, allowed: names.join(', ') || '–' }
    if (!nested) reporter.problem('standard/unknown-name', place, values, findNearest(name, names))
    return whole
  })
  if (!known) return undefined
  const target = parseTarget(text)
  if (target && !(kind?.figure === 'share' && target.unit === 'seconds')) return target
  if (!nested) reporter.problem('standard/bad-target', place, { value: text, allowed: targetExamples })
  return undefined
}

/** Shares are in percent; other figures are as their target is written, or as the field they are taken of is meant. */
function unitOf(
  metric: MetricSource,
  kind: AnyMetric | undefined,
  target: Target | undefined,
  { around: { space } }: MetricSurroundings
): MetricUnit {
  if (kind?.figure === 'share') return 'share'
  if (target && target.unit !== 'number') return target.unit
  const { of } = ((metric as unknown as Options)[kind?.name ?? ''] ?? {}) as { readonly of?: unknown }
  const timed = typeof of === 'string' && (space.types[of] === 'seconds' || /^\w+_s$/.test(of))
  return timed && ['mean', 'sum', 'percentile'].includes(kind?.name ?? '') ? 'seconds' : 'number'
}

function groupingOf(metric: MetricSource, per: readonly string[], env: MetricEnv<Row>): Grouping<Row> {
  const time = env.moment(metric.at, ['at'])
  const dated = (period: Period) => (row: Row) => {
    const moment = time(row)
    return moment === undefined || moment.day === '' ? undefined : periodOf(moment.day, period)
  }
  const single = metric.per !== undefined && !Array.isArray(metric.per)
  const keys = per.map((name, i) => {
    if ((periods as readonly string[]).includes(name)) return dated(name as Period)
    if ((cycles as readonly string[]).includes(name)) {
      return (row: Row) => {
        const moment = time(row)
        return moment && cycleOf(moment, name as Cycle)
      }
    }
    return env.key(name, single ? ['per'] : ['per', i])
  })
  const { trend } = metric
  return {
    keys,
    ...(per.includes('agent') && {
      name: (row: Row) => {
        const { agent } = row.contact
        if (agent.name === undefined || agent.id === undefined) return undefined
        return { text: agent.name, at: time(row)?.at ?? 0 }
      }
    }),
    ...(trend && { period: dated(trend) })
  }
}
