import { formatCount } from '../../report/figures.ts'
import type { Words } from '../../report/words.ts'
import type { CriterionDiff, GroupDiff } from '../result.ts'
import type { DiffWords } from './words.ts'

/** Moves from one outcome to another, the commonest first: `pass→fail 9`; nothing stands for "not judged at all". */
export function tellMoves(
  { moves, changed }: CriterionDiff,
  words: DiffWords,
  report: Words
): readonly string[] {
  const label = (status: CriterionDiff['moves'][number]['from']): string =>
    status === 'absent' ? '' : report.statuses[status]
  const moved = moves.reduce((sum, { count }) => sum + count, 0)
  return [
    ...moves.map(({ from, to, count }) => `${label(from)}→${label(to)} ${formatCount(count)}`),
    ...(changed > moved ? [words.shares(changed - moved)] : [])
  ]
}

/** Whether an end of a move stands for "not judged at all". */
export function hasAbsent({ moves }: CriterionDiff): boolean {
  return moves.some(({ from, to }) => from === 'absent' || to === 'absent')
}

/** `良好 → 合格 12`, the commonest first. */
export function tellBandMoves({ moves }: GroupDiff, words: DiffWords): readonly string[] {
  return moves.map(
    ({ from, to, count }) => `${from ?? words.noBand} → ${to ?? words.noBand} ${formatCount(count)}`
  )
}
