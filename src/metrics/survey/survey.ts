import { compileAmong } from '../among.ts'
import { addFigure, mergeSums, momentsOf, newSum, totalOf, type ExactSum } from '../exact-sum.ts'
import type { Gauge, MetricEnv, MetricKind, MetricPart, MetricValue } from '../metric.ts'
import { keepRow, listRows, mergeRows, newRows, type Rows } from '../rows.ts'
import { studentInterval } from '../statistics.ts'
import { compileItems, type Item } from './items.ts'
import { surveyOptions, type SurveyOptions } from './options.ts'
import { weigh, type Weighed } from './weigh.ts'

export interface SurveyState {
  readonly items: readonly { readonly perceived: ExactSum; readonly expected: ExactSum }[]
  /** Gaps of the rows that answered everything, for the spread. */
  readonly gaps: ExactSum
  /** Rows with an answer, and how their gaps came out. */
  n: number
  readonly below: Rows
  equal: number
  above: number
  /** Rows that left out answers. */
  incomplete: number
  unknown: number
}

/**
 * What people got against what they expected (SERVQUAL: Parasuraman, Zeithaml and Berry, Journal of Retailing 64, 1988):
 * the mean gap, perceived less expected, of each item; of each dimension, by the weights of its items; and of the whole,
 * by the weights of the dimensions. An item is taken of the rows that have both its answers, or where its sides are of
 * different rows it is the mean of the one less the mean of the other.
 */
export const survey: MetricKind<SurveyOptions, SurveyState> = {
  name: 'survey',
  figure: 'number',
  options: surveyOptions,
  compile(options, env) {
    const items = compileItems(options, env)
    const weights = options.weights ?? {}
    return { ...createCollector(options, items, env), finish: state => finish(state, items, weights) }
  }
}

function createCollector<Row>(
  { among, item, weights = {} }: SurveyOptions,
  items: readonly Item<Row>[],
  env: MetricEnv<Row>
): Omit<Gauge<Row, SurveyState>, 'finish'> {
  const inside = compileAmong(among, env)
  const momentOf = env.moment(undefined, [])
  const itemOf = item === undefined ? () => undefined : env.key(item, ['item'])
  const names = new Set(items.map(({ name }) => name))
  const isStray = (row: Row): boolean => {
    const name = itemOf(row)
    return name !== undefined && !names.has(name)
  }
  return {
    init: () => ({
      items: items.map(() => ({ perceived: newSum(), expected: newSum() })),
      gaps: newSum(),
      n: 0,
      below: newRows(),
      equal: 0,
      above: 0,
      incomplete: 0,
      unknown: 0
    }),
    add(state, row) {
      const belongs = inside(row)
      if (belongs === false) return
      if (belongs === undefined || isStray(row)) {
        state.unknown++
        return
      }
      let given = 0
      let wanted = 0
      const gaps = items.map(({ paired, perceived, expected }, i) => {
        const answers = [perceived(row), expected(row)] as const
        for (const answer of answers) if (answer !== null) wanted++
        for (const answer of answers) if (typeof answer === 'number') given++
        const [got, hoped] = answers
        const sums = state.items[i]!
        const both = typeof got === 'number' && typeof hoped === 'number'
        if (typeof got === 'number' && (both || !paired)) addFigure(sums.perceived, got)
        if (typeof hoped === 'number' && (both || !paired)) addFigure(sums.expected, hoped)
        return both ? got - hoped : null
      })
      // Rows that hold no answer at all are other rows of the log, unless they are said to belong to the survey.
      if (given === 0 && wanted > 0 && among !== undefined) state.unknown++
      if (given === 0) return
      state.n++
      if (given < wanted) state.incomplete++
      const { value } = weigh(items, weights, gaps)
      if (value === null) return
      const gap = Math.round(value * 1e9) / 1e9
      if (gaps.every(found => found !== null)) addFigure(state.gaps, gap)
      if (gap < 0) keepRow(state.below, env.name(row), momentOf(row))
      else if (gap === 0) state.equal++
      else state.above++
    },
    merge(a, b) {
      for (const [i, sums] of b.items.entries()) {
        mergeSums(a.items[i]!.perceived, sums.perceived)
        mergeSums(a.items[i]!.expected, sums.expected)
      }
      mergeSums(a.gaps, b.gaps)
      mergeRows(a.below, b.below)
      a.n += b.n
      a.equal += b.equal
      a.above += b.above
      a.incomplete += b.incomplete
      a.unknown += b.unknown
      return a
    }
  }
}

function finish<Row>(
  state: SurveyState,
  items: readonly Item<Row>[],
  weights: Readonly<Record<string, number>>
): MetricValue {
  const meanOf = (sum: ExactSum): number | null => (sum.n === 0 ? null : totalOf(sum) / sum.n)
  const means = state.items.map(({ perceived, expected }) => [meanOf(perceived), meanOf(expected)] as const)
  const gaps = state.items.map(({ perceived, expected }, i) => {
    const [got, hoped] = means[i]!
    // The gap of one sum, not of two rounded means.
    if (items[i]!.paired && perceived.n > 0) return (totalOf(perceived) - totalOf(expected)) / perceived.n
    return got === null || hoped === null ? null : got - hoped
  })
  const countOf = (i: number): number => Math.min(state.items[i]!.perceived.n, state.items[i]!.expected.n)
  const whole = weigh(items, weights, gaps)
  const complete = state.gaps.n === state.n && state.n > 1
  const { mean, deviation } = complete ? momentsOf(state.gaps) : { mean: 0, deviation: 0 }
  return {
    value: whole.value,
    n: state.n,
    // With answers left out the whole is no mean over people, and their spread says little of it.
    ...(complete && studentInterval(mean, deviation, state.n)),
    unknown: state.unknown,
    against: listRows(state.below),
    parts: [
      ...listDimensions(whole, items, countOf),
      ...items.map(({ dimension, name }, i) =>
        part(dimension === undefined ? name : `${dimension}.${name}`, gaps[i]!, countOf(i))
      ),
      part(
        'perceived',
        weigh(
          items,
          weights,
          means.map(([got]) => got)
        ).value,
        state.n
      ),
      part(
        'expected',
        weigh(
          items,
          weights,
          means.map(([, hoped]) => hoped)
        ).value,
        state.n
      ),
      part('below', state.below.total, state.below.total),
      part('equal', state.equal, state.equal),
      part('above', state.above, state.above),
      part('incomplete', state.incomplete, state.incomplete)
    ]
  }
}

function listDimensions<Row>(
  { dimensions }: Weighed,
  items: readonly Item<Row>[],
  countOf: (item: number) => number
): readonly MetricPart[] {
  return [...dimensions].flatMap(([name, value]) => {
    if (name === undefined) return []
    const counts = items.flatMap(({ dimension }, i) => (dimension === name ? [countOf(i)] : []))
    return [part(name, value, Math.max(...counts))]
  })
}

const part = (name: string, value: number | null, n: number): MetricPart => ({ name, value, n })
