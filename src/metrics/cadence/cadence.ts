import { DAY_MS, formatDay, parseDay } from '../calendar/day.ts'
import type { Apart, Gauge, MetricEnv, MetricKind, MetricPart } from '../metric.ts'
import type { Period } from '../period.ts'
import { keepRow, listRows, newRows } from '../rows.ts'
import { wilson } from '../statistics.ts'
import { compileDemands, type Demands } from './demand.ts'
import { addStep, BEGIN, END, EVENT, listSteps, markBit, MOST_MARKS, type History } from './history.ts'
import { cadenceOptions, type CadenceOptions } from './options.ts'
import { judgeQuotas, listStretches, type Count, type Stretch } from './quotas.ts'
import { judgeWindows, type Span, type Window } from './windows.ts'

export interface CadenceState {
  readonly keys: Map<string, History>
  /** First and last day of all rows. */
  first: number
  last: number
  unknown: number
}

/**
 * Whether something happens to each key as often as it must: no longer without an event than `every`, and so many events
 * in each full period of the calendar. The figure is the share of keys that had nothing against them; its parts are the
 * shares of windows and of periods. Keys that no row ever named cannot be known.
 */
export const cadence: MetricKind<CadenceOptions, CadenceState> = {
  name: 'cadence',
  figure: 'share',
  options: cadenceOptions,
  compile(options, env) {
    const demands = compileDemands(options, env)
    if (demands.marks.length > MOST_MARKS) {
      env.report({ kind: 'bad-value', value: String(demands.marks.length), allowed: `<= ${MOST_MARKS}` }, [])
    }
    const collector = createCollector(options, demands, env)
    const finish = createFinish(options, demands, env)
    return {
      ...collector,
      finish: state => finish(state, state),
      // Each group is looked at by itself, but for as long as there are rows of any.
      apart: { own: collector.add, shared: collector.see, finish }
    }
  }
}

function createCollector<Row>(
  options: CadenceOptions,
  demands: Demands<Row>,
  env: MetricEnv<Row>
): Omit<Gauge<Row, CadenceState>, 'finish'> & { readonly see: Apart<Row, CadenceState>['shared'] } {
  const isEvent = env.condition(options.of, ['of'])
  const keyOf = env.key(options.key ?? 'customer', ['key'])
  const momentOf = env.moment(undefined, [])
  const never = (): boolean => false
  const begins = options.begin === undefined ? never : env.condition(options.begin, ['begin'])
  const ends = options.end === undefined ? never : env.condition(options.end, ['end'])
  function see(state: CadenceState, row: Row): void {
    const day = parseDay(momentOf(row)?.day ?? '')
    if (day === undefined) return
    state.first = Math.min(state.first, day)
    state.last = Math.max(state.last, day)
  }

  return {
    see,
    init: () => ({ keys: new Map(), first: Infinity, last: -Infinity, unknown: 0 }),
    add(state, row) {
      const moment = momentOf(row)
      const day = moment === undefined ? undefined : parseDay(moment.day)
      see(state, row)
      const event = isEvent(row)
      const key = keyOf(row)
      if (event === undefined || (event && (key === undefined || day === undefined))) state.unknown++
      if (key === undefined || day === undefined) return
      let bits = (event ? EVENT : 0) | (begins(row) ? BEGIN : 0) | (ends(row) ? END : 0)
      if (event) for (const [i, test] of demands.marks.entries()) if (test(row)) bits |= markBit(i)
      const demand = demands.demandOf(row)
      let history = state.keys.get(key)
      if (!history) state.keys.set(key, (history = []))
      if (bits !== 0 || (demands.varies && demand !== undefined) || history.length === 0)
        addStep(history, moment!.at, { day, bits, demand })
    },
    merge(a, b) {
      for (const [key, history] of b.keys) {
        const known = a.keys.get(key)
        if (!known) a.keys.set(key, history)
        else for (const part of history) known.push(part)
      }
      a.first = Math.min(a.first, b.first)
      a.last = Math.max(a.last, b.last)
      a.unknown += b.unknown
      return a
    }
  }
}

/** How often something was met. */
interface Tally {
  met: number
  n: number
}

function createFinish<Row>(
  { begin, from, to }: CadenceOptions,
  { list }: Demands<Row>,
  { calendar }: MetricEnv<Row>
): Apart<Row, CadenceState>['finish'] {
  const begins = begin !== undefined
  const [given, until] = [from, to].map(text => (text === undefined ? undefined : parseDay(text)))
  return (state, all) => {
    const span: Span = { first: given ?? all.first, last: until ?? all.last }
    const exact = { first: given !== undefined, last: until !== undefined }
    const stretches = new Map<Period, readonly Stretch[]>()
    const stretchesOf = (period: Period): readonly Stretch[] => {
      const known = stretches.get(period) ?? listStretches(period, span, exact)
      stretches.set(period, known)
      return known
    }
    const keys: Tally = { met: 0, n: 0 }
    const parts = new Map<string, Tally>()
    const against = newRows()
    let { unknown } = state
    for (const [key, history] of span.first <= span.last ? state.keys : []) {
      const steps = listSteps(history)
      const windows = judgeWindows(steps, span, list, calendar, begins)
      const counts = judgeQuotas(steps, span, list, stretchesOf, begins)
      unknown += windows.filter(window => window === null).length
      tallyParts(parts, windows, counts)
      const judged = windows.some(window => window !== null) || counts.length > 0
      if (!judged) continue
      keys.n++
      const breach = firstBreach(windows, counts)
      if (!breach) keys.met++
      else keepRow(against, `${key} (${breach.name})`, { at: breach.day * DAY_MS, day: '', minute: 0 })
    }
    const value = keys.n === 0 ? null : keys.met / keys.n
    const interval = value === null ? {} : wilson(value, keys.n)
    return { value, n: keys.n, ...interval, unknown, against: listRows(against), parts: listParts(parts) }
  }
}

function tallyParts(parts: Map<string, Tally>, windows: readonly Window[], counts: readonly Count[]): void {
  const count = (name: string, met: boolean): void => {
    const tally = parts.get(name) ?? { met: 0, n: 0 }
    tally.n++
    if (met) tally.met++
    parts.set(name, tally)
  }
  for (const window of windows) if (window !== null) count('every', window === 'met')
  for (const { quota, met } of counts) count(`per_${quota.period}.${quota.name}`, met)
}

function listParts(parts: ReadonlyMap<string, Tally>): readonly MetricPart[] {
  return [...parts]
    .map(([name, { met, n }]) => ({ name, value: met / n, n }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** When a key first broke its cadence: the first day that was too late, or the period that had too few or too many. */
function firstBreach(
  windows: readonly Window[],
  counts: readonly Count[]
): { readonly name: string; readonly day: number } | undefined {
  const late = windows.flatMap(window =>
    window !== null && window !== 'met' ? [{ name: formatDay(window.broken), day: window.broken }] : []
  )
  const missed = counts
    .filter(({ met }) => !met)
    .map(({ stretch }) => ({ name: stretch.name, day: stretch.last + 1 }))
  return [...late, ...missed].sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1))[0]
}
