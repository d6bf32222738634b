import type { ContactChange } from './result.ts'
import type { Comparison } from './standing.ts'

/** The changed contacts that are worth a look first, and how many changed. */
export interface LookList {
  add(comparison: Comparison, make: () => ContactChange): void
  finish(): { readonly total: number; readonly shown: readonly ContactChange[] }
}

/**
 * Keeps the first `limit`: those that do not pass any more or became fatal, then the largest shifts, then those whose
 * outcomes alone are others; equal ones in the order they came.
 */
export function createLookList(limit: number): LookList {
  const entries: { readonly rank: readonly [number, number]; readonly change: ContactChange }[] = []
  let total = 0
  return {
    add(comparison, make) {
      total++
      const rank = rankOf(comparison)
      let place = entries.length
      while (place > 0 && isBefore(rank, entries[place - 1]!.rank)) place--
      if (place >= limit) return
      entries.splice(place, 0, { rank, change: make() })
      if (entries.length > limit) entries.pop()
    },
    finish: () => ({ total, shown: entries.map(({ change }) => change) })
  }
}

function rankOf({ before, after, shift }: Comparison): readonly [number, number] {
  const worse = (before.passed === true && after.passed === false) || (!before.fatal && after.fatal)
  const scored = before.score === null ? after.score !== null : after.score === null
  return [worse ? 0 : scored ? 1 : 2, -Math.abs(shift ?? 0)]
}

const isBefore = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
