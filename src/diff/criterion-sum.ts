import type { Status } from '../model/evaluation.ts'
import { estimatePairedShare } from './paired.ts'
import type { CriterionDiff } from './result.ts'
import type { Cause, StatusMove } from './standing.ts'

type Kind = Status | 'absent'

/** What became of one criterion, before and after, counted by pairs. */
export interface CriterionSum {
  readonly counts: Map<string, { from: Kind; to: Kind; count: number }>
  changed: number
  points: number
  /** See `StatusMove`. */
  clause?: readonly string[] | undefined
}

export function newCriterionSum(): CriterionSum {
  return { counts: new Map(), changed: 0, points: 0 }
}

export function addMove(sum: CriterionSum, { from, to, clause }: StatusMove): void {
  sum.clause ??= clause
  const key = `${from}>${to}`
  const known = sum.counts.get(key)
  if (known) known.count++
  else sum.counts.set(key, { from, to, count: 1 })
}

export function addCause(sum: CriterionSum, { points }: Cause): void {
  sum.changed++
  sum.points += points ?? 0
}

/** @param contacts compared in all */
export function finishCriterion(
  sum: CriterionSum,
  contacts: number
): Pick<CriterionDiff, 'moves' | 'before' | 'after' | 'shift' | 'changed' | 'effect'> {
  const count = (wanted: (from: Kind, to: Kind) => boolean): number =>
    [...sum.counts.values()].reduce((total, { from, to, count: n }) => total + (wanted(from, to) ? n : 0), 0)
  const rate = (passed: number, failed: number): number | null =>
    passed + failed === 0 ? null : (100 * passed) / (passed + failed)
  const judged = (kind: Kind): boolean => kind === 'pass' || kind === 'fail'
  return {
    moves: [...sum.counts.values()]
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1)),
    before: rate(
      count(from => from === 'pass'),
      count(from => from === 'fail')
    ),
    after: rate(
      count((_, to) => to === 'pass'),
      count((_, to) => to === 'fail')
    ),
    shift: estimatePairedShare(
      count((from, to) => judged(from) && judged(to)),
      count((from, to) => from === 'pass' && to === 'fail'),
      count((from, to) => from === 'fail' && to === 'pass')
    ),
    changed: sum.changed,
    effect: contacts === 0 ? 0 : sum.points / contacts
  }
}
