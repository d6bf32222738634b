import { addTerm, endOfTerm, inWorkingTime, parseTerm, termExamples, type Term } from '../calendar/term.ts'
import { DAY_MS } from '../calendar/day.ts'
import type { MetricEnv } from '../metric.ts'
import { pointOf, type Case, type Point } from './case-list.ts'
import type { FollowupOptions } from './options.ts'

/** In what time a row must be followed up; `undefined` where that cannot be told, `null` where it need not be. */
export type ReadWindow<Row> = (row: Row) => Omit<Case, 'name'> | undefined | null

/** Reads how soon something must follow, and tells what is wrong with it. */
export function compileWindow<Row>(options: FollowupOptions, env: MetricEnv<Row>): ReadWindow<Row> {
  const { after, before, due, within } = options
  if (after === undefined && before === undefined) env.report({ kind: 'missing', value: 'after' }, [])
  if (before !== undefined && due !== undefined)
    env.report({ kind: 'not-together', value: 'before', beside: 'due' }, ['due'])
  if (within === undefined && (due === undefined || before !== undefined))
    env.report({ kind: 'missing', value: 'within' }, [])
  const term = within === undefined ? undefined : readTerm(within, options, env)
  return before === undefined ? readAfter(options, term, env) : readBefore(before, options, term, env)
}

function readTerm<Row>(
  text: string,
  { before, working }: FollowupOptions,
  env: MetricEnv<Row>
): Term | undefined {
  const written = parseTerm(text)
  if (!written) {
    env.report({ kind: 'bad-value', value: text, allowed: termExamples }, ['within'])
    return undefined
  }
  const term = working ? inWorkingTime(written) : written
  if (!term || (working && before !== undefined && term.unit === 'ms')) {
    env.report({ kind: 'not-together', value: 'working', beside: text }, ['working'])
    return undefined
  }
  if ((working || term.unit === 'workdays') && !env.calendar)
    env.report({ kind: 'no-calendar', value: working ? 'working' : text }, [working ? 'working' : 'within'])
  return term
}

function readAfter<Row>(
  { due, time, working }: FollowupOptions,
  term: Term | undefined,
  env: MetricEnv<Row>
): ReadWindow<Row> {
  const startOf = env.moment(time, ['time'])
  const promisedOf = due === undefined ? undefined : env.moment(due, ['due'])
  const { calendar } = env
  const edgeOf = (start: Point): Case['due'] | undefined => {
    if (!term) return undefined
    if (term.unit !== 'ms') {
      const day = addTerm(term, start.day, calendar)
      return day === undefined ? undefined : { day }
    }
    // Of a day without a time nobody knows the hour: the time runs from its end.
    const from = start.dateOnly ? start.at + DAY_MS : start.at
    const at = endOfTerm(term, from, working ? calendar : undefined)
    return at === undefined ? undefined : { at }
  }
  return row => {
    const start = pointOf(startOf(row))
    const promised = pointOf(promisedOf?.(row))
    if (!start) return undefined
    const edge = promised ? (promised.dateOnly ? { day: promised.day } : { at: promised.at }) : edgeOf(start)
    return edge && { start, from: undefined, due: edge, strict: false }
  }
}

function readBefore<Row>(
  before: string,
  { after }: FollowupOptions,
  term: Term | undefined,
  env: MetricEnv<Row>
): ReadWindow<Row> {
  const dueOf = env.moment(before, ['before'])
  return row => {
    const due = pointOf(dueOf(row))
    // Rows that hold no such time are no cases, unless they are said to be.
    if (!due) return after === undefined ? null : undefined
    if (!term) return undefined
    const day = term.unit === 'ms' ? undefined : addTerm(term, due.day, env.calendar, -1)
    if (term.unit !== 'ms' && day === undefined) return undefined
    const from = day === undefined ? { at: due.at - term.count } : { day }
    return { start: undefined, from, due: due.dateOnly ? { day: due.day } : { at: due.at }, strict: true }
  }
}
