import type { MetricGroup, TrendStep } from '../model/metric.ts'
import type { AnyGauge, MetricValue } from './metric.ts'
import { judgeFigure, type Target } from './target.ts'

/** A name that may change over time, with the moment it was seen. */
interface Dated {
  readonly text: string
  readonly at: number
}

/** How rows fall into groups and periods; `undefined` where a row does not say. */
export interface Grouping<Row> {
  /** One for each of `per`; none when there are no groups. */
  readonly keys: readonly ((row: Row) => string | undefined)[]
  /** What the row calls the group, such as the name of an agent. */
  readonly name?: ((row: Row) => Dated | undefined) | undefined
  readonly period?: ((row: Row) => string | undefined) | undefined
}

/** States by period; '' is for rows without a date. */
type ByPeriod = Map<string, unknown>

interface GroupState {
  readonly keys: readonly (string | null)[]
  name: Dated | undefined
  inner: unknown
  readonly periods: ByPeriod
}

/** What a metric keeps of the rows: its gauge's state over all of them, and of each group and period. */
export interface GroupedState {
  all: unknown
  /** What rows of any group may be for those of another; only where the gauge tells these apart. */
  shared: unknown
  readonly periods: ByPeriod
  readonly groups: Map<string, GroupState>
}

/** The figures of a metric. */
export interface GroupedFigures extends Pick<MetricGroup, 'figure' | 'trend'> {
  readonly groups: readonly MetricGroup[]
}

/** A gauge with one more for each group and period, all of the same kind. */
export interface GroupedGauge<Row> {
  init(): GroupedState
  add(state: GroupedState, row: Row): void
  /** May take over either state. */
  merge(a: GroupedState, b: GroupedState): GroupedState
  finish(state: GroupedState): GroupedFigures
}

/**
 * Lays groups and periods over a gauge of any kind. Memory grows with the number of groups and periods, not with that of
 * rows.
 */
export function groupRows<Row>(
  gauge: AnyGauge<Row>,
  { keys, name, period: periodOf }: Grouping<Row>,
  target: Target | undefined
): GroupedGauge<Row> {
  // Without groups and periods there is nothing to tell apart.
  const apart = keys.length > 0 || periodOf ? gauge.apart : undefined
  const addOwn = apart ? apart.own : gauge.add
  const finishOwn = (own: unknown, shared: unknown): MetricValue =>
    apart ? apart.finish(own, shared) : gauge.finish(own)

  function addPeriod(periods: ByPeriod, row: Row): void {
    if (!periodOf) return
    const period = periodOf(row) ?? ''
    if (!periods.has(period)) periods.set(period, gauge.init())
    addOwn(periods.get(period), row)
  }

  function mergePeriods(into: ByPeriod, more: ByPeriod): void {
    for (const [period, state] of more) {
      into.set(period, into.has(period) ? gauge.merge(into.get(period), state) : state)
    }
  }

  function trendOf(periods: ByPeriod, shared: unknown): readonly TrendStep[] {
    let before: number | null = null
    return [...periods]
      .sort(([a], [b]) => compareKeys(a || null, b || null))
      .map(([period, state]) => {
        const figure = judgeFigure(finishOwn(state, shared), target)
        if (period === '') return { period: null, figure, change: null }
        const change = figure.value === null || before === null ? null : figure.value - before
        before = figure.value ?? before
        return { period, figure, change }
      })
  }

  return {
    init: () => ({ all: gauge.init(), shared: apart && gauge.init(), periods: new Map(), groups: new Map() }),
    add(state, row) {
      gauge.add(state.all, row)
      apart?.shared(state.shared, row)
      addPeriod(state.periods, row)
      if (keys.length === 0) return
      const own = keys.map(key => key(row) ?? null)
      const id = JSON.stringify(own)
      let group = state.groups.get(id)
      if (!group) {
        group = { keys: own, name: undefined, inner: gauge.init(), periods: new Map() }
        state.groups.set(id, group)
      }
      addOwn(group.inner, row)
      addPeriod(group.periods, row)
      if (name) group.name = laterOf(group.name, name(row))
    },
    merge(a, b) {
      a.all = gauge.merge(a.all, b.all)
      if (apart) a.shared = gauge.merge(a.shared, b.shared)
      mergePeriods(a.periods, b.periods)
      for (const [id, group] of b.groups) {
        const known = a.groups.get(id)
        if (!known) {
          a.groups.set(id, group)
          continue
        }
        known.inner = gauge.merge(known.inner, group.inner)
        known.name = laterOf(known.name, group.name)
        mergePeriods(known.periods, group.periods)
      }
      return a
    },
    finish: ({ all, shared, periods, groups }) => ({
      figure: judgeFigure(gauge.finish(all), target),
      trend: trendOf(periods, shared),
      groups: [...groups.values()]
        .map(group => ({
          keys: group.keys,
          ...(group.name && { name: group.name.text }),
          figure: judgeFigure(finishOwn(group.inner, shared), target),
          trend: trendOf(group.periods, shared)
        }))
        // A metric that looks at some rows only has no figure for groups that have none of them.
        .filter(({ figure }) => figure.n > 0 || figure.unknown > 0)
        .sort((a, b) => compareLists(a.keys, b.keys))
    })
  }
}

/** The one seen last; of two seen at the same time the first by code unit, so that the order of adding is no matter. */
function laterOf(a: Dated | undefined, b: Dated | undefined): Dated | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return a.text <= b.text ? a : b
}

function compareLists(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [i, key] of a.entries()) {
    const order = compareKeys(key, b[i] ?? null)
    if (order !== 0) return order
  }
  return 0
}

/** By code unit, `null` last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}
