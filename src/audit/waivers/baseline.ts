import { entryLine } from './baseline-file.ts'
import { findInTable, type BaselineTable } from './baseline-table.ts'

/**
 * What a run does with a baseline: `compare` finds out what is new, `record` writes down all there is. As plain data, for
 * other threads.
 */
export type BaselinePlan =
  { readonly kind: 'compare'; readonly table: BaselineTable } | { readonly kind: 'record' }

/** A finding that may be recorded. */
export interface Recorded {
  readonly rule: string
  /** The contact or the file. */
  readonly where: string
  readonly fingerprint: string
}

/** What a part of a run met: how often each entry of the table, or each finding to record. */
export type BaselinePart =
  | { readonly kind: 'compare'; readonly met: Uint32Array }
  | { readonly kind: 'record'; readonly found: ReadonlyMap<string, number> }

/** A baseline at work. */
export interface Baseline {
  /** Whether a finding was there before. Each occurrence is asked for once; those beyond the count are new. */
  holds(finding: Recorded): boolean
  part(): BaselinePart
  /** Takes over what another part of the run met; the occurrences of one finding must all lie in one part. */
  join(part: BaselinePart): void
}

export function createBaseline(plan: BaselinePlan): Baseline {
  return plan.kind === 'compare' ? compareWith(plan.table) : record()
}

function compareWith(table: BaselineTable): Baseline {
  const met = new Uint32Array(table.keys.length)
  return {
    holds({ fingerprint }) {
      const place = findInTable(table, fingerprint)
      if (place === -1 || met[place]! >= table.counts[place]!) return false
      met[place]!++
      return true
    },
    part: () => ({ kind: 'compare', met }),
    join(part) {
      if (part.kind !== 'compare') throw new RangeError('parts of different runs')
      for (let i = 0; i < met.length; i++) met[i]! += part.met[i]!
    }
  }
}

function record(): Baseline {
  const found = new Map<string, number>()
  const add = (key: string, count: number): void => void found.set(key, (found.get(key) ?? 0) + count)
  return {
    holds({ rule, where, fingerprint }) {
      add(keyOf(rule, where, fingerprint), 1)
      return true
    },
    part: () => ({ kind: 'record', found }),
    join(part) {
      if (part.kind !== 'record') throw new RangeError('parts of different runs')
      for (const [key, count] of part.found) add(key, count)
    }
  }
}

/** The lines of a baseline of what was recorded, in a fixed order. */
export function listRecorded(found: ReadonlyMap<string, number>): readonly string[] {
  return [...found]
    .map(([key, count]) => {
      const [rule = '', where = '', what = ''] = JSON.parse(key) as string[]
      return entryLine({ rule, where, what, count })
    })
    .sort()
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts)
