import type { LintRule } from '../rule.ts'

/** What somebody else marks, a talk alone does not show. */
const marked = ['manual']

/** A criterion says which clause it holds, what it asks for and what to do, and shows both ways it can end. */
export const completeness: LintRule = ({ entries, source }, report) => {
  for (const { criterion, at } of entries) {
    const { id, clause, title, advice, examples } = criterion
    const place = source.placeOf([...at, 'id'])
    if (clause === undefined) report('lint/no-clause', place, { value: id })
    if (title === undefined) report('lint/no-title', place, { value: id })
    if (advice === undefined) report('lint/no-advice', place, { value: id })
    if (marked.some(kind => kind in criterion)) continue
    const [passing, failing] = [examples?.pass?.length ?? 0, examples?.fail?.length ?? 0]
    if (passing + failing + (examples?.na?.length ?? 0) === 0) {
      report('lint/no-examples', place, { value: id })
      continue
    }
    if (passing === 0) report('lint/no-pass-example', place, { value: id })
    if (failing === 0) report('lint/no-fail-example', place, { value: id })
  }
}
