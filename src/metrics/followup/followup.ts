import { instantOf } from '../calendar/calendar.ts'
import { DAY_MS, parseDay } from '../calendar/day.ts'
import type { Apart, Gauge, MetricEnv, MetricKind } from '../metric.ts'
import { keepRow, listRows, newRows } from '../rows.ts'
import { wilson } from '../statistics.ts'
import {
  addAnswer,
  addCase,
  listAnswers,
  listCases,
  mergeCaseLists,
  newCaseList,
  pointOf,
  type Case,
  type CaseList,
  type Point
} from './case-list.ts'
import { caseStates, judgeCases, type CaseState, type End } from './judge-cases.ts'
import { followupOptions, type FollowupOptions } from './options.ts'
import { compileWindow } from './window.ts'

export interface FollowupState {
  readonly keys: Map<string, CaseList>
  /** The last moment of all rows, and its day. */
  at: number
  day: number
  unknown: number
}

/**
 * Whether rows are followed up in time by later rows of the same key, or with `before` by earlier ones: the share of those
 * answered in time among those that were, or could no longer be. Cases that still have time are `open` and not judged.
 */
export const followup: MetricKind<FollowupOptions, FollowupState> = {
  name: 'followup',
  figure: 'share',
  options: followupOptions,
  compile(options, env) {
    const { own, shared, ...collector } = createCollector(options, env)
    const finish = createFinish(options, env)
    return {
      ...collector,
      add(state, row) {
        own(state, row)
        shared(state, row)
      },
      finish: state => finish(state, state),
      // A case belongs to the group of its own row, whoever follows it up and when.
      apart: { own, shared, finish }
    }
  }
}

type Collector<Row> = Pick<Gauge<Row, FollowupState>, 'init' | 'merge'> &
  Pick<Apart<Row, FollowupState>, 'own' | 'shared'>

function createCollector<Row>(options: FollowupOptions, env: MetricEnv<Row>): Collector<Row> {
  const { after, key = 'customer' } = options
  const windowOf = compileWindow(options, env)
  const isCase = after === undefined ? () => true : env.condition(after, ['after'])
  const isAnswer = env.condition(options.by, ['by'])
  const isLift = options.unless === undefined ? () => false : env.condition(options.unless, ['unless'])
  const keyOf = env.key(key, ['key'])
  const answerKeyOf = options.by_key === undefined ? keyOf : env.key(options.by_key, ['by_key'])
  const momentOf = env.moment(undefined, [])
  const answeredOf = env.moment(options.by_time, ['by_time'])
  const until = options.until === undefined ? Infinity : parseDay(options.until)!

  function listOf(state: FollowupState, name: string): CaseList {
    let list = state.keys.get(name)
    if (!list) state.keys.set(name, (list = newCaseList()))
    return list
  }

  function seen(state: FollowupState, point: Point): boolean {
    if (point.day > until) return false
    state.at = Math.max(state.at, point.at)
    state.day = Math.max(state.day, point.day)
    return true
  }

  return {
    init: () => ({ keys: new Map(), at: -Infinity, day: -Infinity, unknown: 0 }),
    own(state, row) {
      const seenAt = pointOf(momentOf(row))
      if (seenAt && seenAt.day > until) return
      const raised = isCase(row)
      const window = raised && windowOf(row)
      const [answers, lifts] = [isAnswer(row), isLift(row)]
      const unclear = raised === undefined || answers === undefined || lifts === undefined
      const owner = window ? keyOf(row) : undefined
      const lost = raised === true && (window === undefined || (window && owner === undefined))
      const answer = answers || lifts ? pointOf(answeredOf(row)) : null
      const adrift = answer !== null && (answer === undefined || answerKeyOf(row) === undefined)
      if (unclear || lost || adrift) state.unknown++
      if (window && owner !== undefined && !(window.start && window.start.day > until))
        addCase(listOf(state, owner), { ...window, name: env.name(row) })
    },
    shared(state, row) {
      const seenAt = pointOf(momentOf(row))
      if (seenAt && !seen(state, seenAt)) return
      const window = isCase(row) ? windowOf(row) : undefined
      if (window?.start) seen(state, window.start)
      const [answers, lifts] = [isAnswer(row), isLift(row)]
      if (!answers && !lifts) return
      const [point, whose] = [pointOf(answeredOf(row)), answerKeyOf(row)]
      if (!point || whose === undefined || !seen(state, point)) return
      const rest = { ...point, isCase: Boolean(window) && options.by_time === options.time }
      if (answers) addAnswer(listOf(state, whose), { ...rest, lifts: false })
      if (lifts) addAnswer(listOf(state, whose), { ...rest, lifts: true })
    },
    merge(a, b) {
      for (const [name, list] of b.keys) {
        const known = a.keys.get(name)
        if (known) mergeCaseLists(known, list)
        else a.keys.set(name, list)
      }
      a.at = Math.max(a.at, b.at)
      a.day = Math.max(a.day, b.day)
      a.unknown += b.unknown
      return a
    }
  }
}

function createFinish<Row>(
  { before, each = false, unless, until }: FollowupOptions,
  { calendar }: MetricEnv<Row>
): Apart<Row, FollowupState>['finish'] {
  const lastDay = until === undefined ? undefined : parseDay(until)
  return (own, shared) => {
    const end: End =
      lastDay === undefined ? { at: shared.at, day: shared.day, wholeDay: false } : endOfDay(lastDay)
    const counts = new Map<CaseState, number>(caseStates.map(name => [name, 0]))
    const against = newRows()
    for (const [key, list] of own.keys) {
      const others = shared.keys.get(key)
      // A contract that expires is one case, however many rows say so.
      const cases = before === undefined ? listCases(list) : listOnce(listCases(list))
      for (const [i, outcome] of judgeCases(cases, others ? listAnswers(others) : [], end, each).entries()) {
        counts.set(outcome, counts.get(outcome)! + 1)
        const { name, start, due } = cases[i]!
        const at = start?.at ?? ('at' in due ? due.at : due.day * DAY_MS)
        if (outcome === 'late' || outcome === 'unanswered') keepRow(against, name, { at, day: '', minute: 0 })
      }
    }
    const met = counts.get('met')!
    const n = met + against.total
    const value = n === 0 ? null : met / n
    const parts = caseStates
      .filter(name => name !== 'lifted' || unless !== undefined)
      .map(name => ({ name, value: counts.get(name)!, n: counts.get(name)! }))
    const interval = value === null ? {} : wilson(value, n)
    return { value, n, ...interval, unknown: own.unknown, against: listRows(against), parts }
  }

  function endOfDay(day: number): End {
    const wall = (day + 1) * DAY_MS - 1
    return { at: calendar ? instantOf(calendar, wall) : wall, day, wholeDay: true }
  }
}

function listOnce(cases: readonly Case[]): readonly Case[] {
  const seen = new Set<string>()
  return cases.filter(({ due }) => {
    const id = JSON.stringify(due)
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
