import { ProblemError, type Problem } from '../diagnostics/problem.ts'

/** Places of standards that belong together. */
export interface PairedPlaces {
  readonly pairs: readonly { readonly before: number; readonly after: number }[]
  /** Standards that are on one side only, told as warnings. */
  readonly problems: readonly Problem[]
}

/**
 * Pairs standards by their ids. Told to, one standard on each side is a pair whatever they are called.
 * @throws ProblemError when none is on both sides.
 */
export function pairUp(
  before: readonly string[],
  after: readonly string[],
  allowUnlike: boolean
): PairedPlaces {
  const pairs = after.flatMap((id, i) => {
    const place = before.indexOf(id)
    return place === -1 ? [] : [{ before: place, after: i }]
  })
  if (pairs.length === 0 && allowUnlike && before.length === 1 && after.length === 1) {
    return { pairs: [{ before: 0, after: 0 }], problems: [] }
  }
  if (pairs.length === 0) {
    const values = { before: before.join(', ') || '–', after: after.join(', ') || '–' }
    throw new ProblemError([{ code: 'diff/other-standard', severity: 'error', values }])
  }
  const alone = (
    code: 'diff/only-before' | 'diff/only-after',
    ids: readonly string[],
    other: readonly string[]
  ) =>
    ids
      .filter(id => !other.includes(id))
      .map((value): Problem => ({ code, severity: 'warning', values: { value } }))
  return {
    pairs,
    problems: [...alone('diff/only-before', before, after), ...alone('diff/only-after', after, before)]
  }
}
