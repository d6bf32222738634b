import { addPair, estimatePairs, newPairedSum, type PairedSum } from './paired.ts'
import type { GroupDiff } from './result.ts'
import { isChanged, type Comparison } from './standing.ts'

/** Comparisons of one group under way; its size does not depend on the number of contacts. */
export interface GroupSum {
  readonly shift: PairedSum
  readonly counts: Record<
    'contacts' | 'changed' | 'nowFailing' | 'nowPassing' | 'fallen' | 'newlyFatal' | 'entered' | 'left',
    number
  >
  before: number
  after: number
  readonly moves: Map<string, { from: string | null; to: string | null; count: number }>
  name?: string | undefined
}

export function newGroupSum(): GroupSum {
  return {
    shift: newPairedSum(),
    counts: {
      contacts: 0,
      changed: 0,
      nowFailing: 0,
      nowPassing: 0,
      fallen: 0,
      newlyFatal: 0,
      entered: 0,
      left: 0
    },
    before: 0,
    after: 0,
    moves: new Map()
  }
}

export function addComparison(sum: GroupSum, comparison: Comparison, tolerance: number): void {
  const { before, after, shift } = comparison
  const { counts } = sum
  counts.contacts++
  if (isChanged(comparison)) counts.changed++
  if (before.passed === true && after.passed === false) counts.nowFailing++
  if (before.passed === false && after.passed === true) counts.nowPassing++
  if (isFallen(comparison, tolerance)) counts.fallen++
  if (!before.fatal && after.fatal) counts.newlyFatal++
  if (!before.applies && after.applies) counts.entered++
  if (before.applies && !after.applies) counts.left++
  if (shift !== null) {
    addPair(sum.shift, shift)
    sum.before += before.score!
    sum.after += after.score!
  }
  if (before.applies && after.applies && before.band !== after.band) {
    const key = JSON.stringify([before.band, after.band])
    const move = sum.moves.get(key) ?? { from: before.band, to: after.band, count: 0 }
    move.count++
    sum.moves.set(key, move)
  }
}

/** Whether a contact does not pass any more for more than a tolerable change of its score. */
function isFallen({ before, after, shift }: Comparison, tolerance: number): boolean {
  if (before.passed !== true || after.passed !== false) return false
  // Moved by the pass mark alone, nobody did worse, but somebody will have to explain it.
  return tolerance === 0 || after.fatal || (shift !== null && shift < -tolerance)
}

export function finishGroup(key: string | null, sum: GroupSum): GroupDiff {
  const { n } = sum.shift
  return {
    key,
    ...(sum.name === undefined ? {} : { name: sum.name }),
    ...sum.counts,
    before: n === 0 ? null : sum.before / n,
    after: n === 0 ? null : sum.after / n,
    shift: estimatePairs(sum.shift),
    moves: [...sum.moves.values()].sort((a, b) => b.count - a.count)
  }
}
