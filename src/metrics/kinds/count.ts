import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { MetricKind } from '../metric.ts'
import { keepRow, listRows, mergeRows, newRows, type Rows } from '../rows.ts'

/** Rows that are `of`, or all. */
export interface CountOptions {
  readonly of?: unknown
}

interface CountState {
  seen: number
  unknown: number
  readonly counted: Rows
}

/** How many rows there are for which a condition holds; those are the rows behind the figure. */
export const count: MetricKind<CountOptions, CountState> = {
  name: 'count',
  figure: 'number',
  options: ({ condition }) =>
    closed({
      of: condition.optional().describe('The rows that count; all when not said.')
    }) as z.ZodType<CountOptions>,
  compile({ of }, env) {
    const counts = of === undefined ? () => true : env.condition(of, ['of'])
    const moment = env.moment(undefined, [])
    return {
      init: () => ({ seen: 0, unknown: 0, counted: newRows() }),
      add(state, row) {
        const hit = counts(row)
        if (hit === undefined) {
          state.unknown++
          return
        }
        state.seen++
        if (hit) keepRow(state.counted, env.name(row), moment(row))
      },
      merge(a, b) {
        a.seen += b.seen
        a.unknown += b.unknown
        mergeRows(a.counted, b.counted)
        return a
      },
      finish: ({ seen, unknown, counted }) => ({
        value: seen === 0 ? null : counted.total,
        n: seen,
        unknown,
        against: listRows(counted),
        parts: []
      })
    }
  }
}
