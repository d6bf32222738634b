import type { Problem } from '../diagnostics/problem.ts'
import { problemAt } from './problems.ts'

const HALF_DAY = 43_200_000

/**
 * Warns where times of one contact run backwards: turns that all have a start are put in their order, others stay where
 * they stand. A clock that steps back by more than half a day has passed midnight.
 */
export function tellBackwards(
  places: readonly { readonly line: number; readonly start: number | undefined }[],
  { file, onProblem }: { readonly file: string; readonly onProblem: (problem: Problem) => void }
): void {
  let before = Number.NEGATIVE_INFINITY
  let count = 0
  let first: number | undefined
  for (const { line, start } of places) {
    if (start === undefined) continue
    const step = before - start
    if (step > 0 && step < HALF_DAY) {
      count++
      first ??= line
    }
    before = start
  }
  if (count > 0) onProblem(problemAt('input/time-backwards', 'warning', file, first, { count }))
}
