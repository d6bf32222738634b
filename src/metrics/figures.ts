import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import { compileAmong } from './among.ts'
import { addFigure, mergeSums, newSum, type ExactSum } from './exact-sum.ts'
import { keepRow, listRows, mergeRows, newRows, type Rows } from './rows.ts'
import type { Gauge, MetricEnv, MetricValue, MetricWords } from './metric.ts'

/** What is taken of which rows: a field, or an expression over fields that gives a number. */
export interface FigureOptions {
  readonly of: string
  readonly among?: unknown
}

export const figureText = z.string().min(1)

/** The keys of a metric that is taken of one number of each row. */
export function figureKeys({ condition }: MetricWords): {
  readonly of: z.ZodType<string>
  readonly among: z.ZodType
} {
  return {
    of: figureText.describe('A field with a number, or an expression that gives one.'),
    among: condition.optional().describe('Only of these rows.')
  }
}

export function figureOptions(words: MetricWords): z.ZodType<FigureOptions> {
  return closed(figureKeys(words)) as unknown as z.ZodType<FigureOptions>
}

/** How many figures are held together: as their sum, or by how often each occurs. */
export interface Holder<Figures extends { readonly n: number }> {
  init(): Figures
  add(figures: Figures, figure: number): void
  merge(into: Figures, more: Figures): Figures
}

export const exactSums: Holder<ExactSum> = { init: newSum, add: addFigure, merge: mergeSums }

export interface FigureState<Figures> {
  readonly figures: Figures
  unknown: number
  readonly against: Rows
}

/**
 * A gauge that takes one number of each row, and makes a figure of them. Where the figure is of the size of its
 * numbers, those that would miss the target tell against it.
 */
export function gatherFigures<Row, Figures extends { readonly n: number }>(
  { of, among }: FigureOptions,
  env: MetricEnv<Row>,
  misses: (figure: number) => boolean,
  holder: Holder<Figures>,
  finish: (figures: Figures) => Pick<MetricValue, 'value' | 'low' | 'high'>
): Gauge<Row, FigureState<Figures>> {
  const inside = compileAmong(among, env)
  const figureOf = env.number(of, ['of'])
  const moment = env.moment(undefined, [])
  return {
    init: () => ({ figures: holder.init(), unknown: 0, against: newRows() }),
    add(state, row) {
      const belongs = inside(row)
      if (belongs === false) return
      const figure = belongs && figureOf(row)
      if (figure === undefined) {
        state.unknown++
        return
      }
      holder.add(state.figures, figure)
      if (misses(figure)) keepRow(state.against, env.name(row), moment(row))
    },
    merge(a, b) {
      holder.merge(a.figures, b.figures)
      a.unknown += b.unknown
      mergeRows(a.against, b.against)
      return a
    },
    finish: ({ figures, unknown, against }) => ({
      n: figures.n,
      ...finish(figures),
      unknown,
      against: listRows(against),
      parts: []
    })
  }
}
