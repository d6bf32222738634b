import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { MetricKind } from '../metric.ts'
import { keepRow, listRows, mergeRows, newRows, type Rows } from '../rows.ts'
import { wilson } from '../statistics.ts'

/** Rows that are `of` among those that are `among`, or among all. */
export interface ShareOptions {
  readonly of: unknown
  readonly among?: unknown
}

interface ShareState {
  hits: number
  n: number
  unknown: number
  against: Rows
}

/** The share of rows for which a condition holds, with Wilson's interval; the others tell against it. */
export const share: MetricKind<ShareOptions, ShareState> = {
  name: 'share',
  figure: 'share',
  options: ({ condition }) =>
    closed({
      of: condition.describe('The rows that count.'),
      among: condition.optional().describe('The rows they are a share of; all when not said.')
    }) as z.ZodType<ShareOptions>,
  compile(options, env) {
    const of = env.condition(options.of, ['of'])
    const base = options.among ?? arising(options.of)
    const among =
      base === undefined ? () => true : env.condition(base, [options.among === undefined ? 'of' : 'among'])
    const moment = env.moment(undefined, [])
    return {
      init: () => ({ hits: 0, n: 0, unknown: 0, against: newRows() }),
      add(state, row) {
        const inside = among(row)
        if (inside === false) return
        const hit = inside && of(row)
        if (hit === undefined) {
          state.unknown++
          return
        }
        state.n++
        if (hit) state.hits++
        else keepRow(state.against, env.name(row), moment(row))
      },
      merge(a, b) {
        a.hits += b.hits
        a.n += b.n
        a.unknown += b.unknown
        mergeRows(a.against, b.against)
        return a
      },
      finish({ hits, n, unknown, against }) {
        const value = n === 0 ? null : hits / n
        const parts = [
          { name: 'of', value: hits, n: hits },
          { name: 'among', value: n, n }
        ]
        const interval = value === null ? {} : wilson(value, n)
        return { value, n, ...interval, unknown, against: listRows(against), parts }
      }
    }
  }
}

/** Contacts on which a criterion did not arise are no part of its share, as they are no part of a score. */
function arising(of: unknown): unknown {
  if (typeof of !== 'object' || of === null || !('criterion' in of) || 'either' in of || 'neither' in of)
    return undefined
  return { criterion: of.criterion, is: ['pass', 'fail', 'unknown'] }
}
