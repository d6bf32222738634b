import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { KeptInput } from '../diff/kept.ts'
import type { SavedResult } from '../diff/read-results.ts'
import { version } from './version.ts'

/**
 * Holds the inputs of this run against those that outcomes were kept of. They may have been moved, so that names do not
 * matter. To be asked when the outcomes were read to their end.
 * @throws ProblemError when they are others, unless that is allowed.
 */
export function checkKept(
  path: string,
  kept: Extract<SavedResult, { kind: 'outcomes' }>,
  seen: readonly KeptInput[] | undefined,
  reading: string,
  allowUnlike: boolean
): readonly Problem[] {
  const { inputs, reading: before } = kept.end()
  const reason =
    seen && (differenceOf(inputs, seen) ?? (before === reading ? undefined : '--map, --from, --marks, ...'))
  const problems: Problem[] = []
  if (reason !== undefined) {
    const problem: Problem = {
      code: 'diff/other-inputs',
      severity: allowUnlike ? 'warning' : 'error',
      place: { file: path },
      values: { path, reason }
    }
    if (!allowUnlike) throw new ProblemError([problem])
    problems.push(problem)
  }
  if (kept.header.version !== version) {
    const values = { path, value: kept.header.version, allowed: version }
    problems.push({ code: 'diff/other-version', severity: 'warning', place: { file: path }, values })
  }
  return problems
}

function differenceOf(before: readonly KeptInput[], after: readonly KeptInput[]): string | undefined {
  const other = after.find(({ sha256 }) => !before.some(input => input.sha256 === sha256))
  if (other) return other.name
  const missing = before.find(({ sha256 }) => !after.some(input => input.sha256 === sha256))
  if (missing) return `${missing.name} ?`
  const same = before.length === after.length && before.every(({ sha256 }, i) => sha256 === after[i]!.sha256)
  return same ? undefined : after.map(({ name }) => name).join(', ')
}
