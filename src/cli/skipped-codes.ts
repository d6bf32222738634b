import { codes } from '../diagnostics/catalogue.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'

/**
 * The codes of a room (`lint`, `scripts`) that are not to be told.
 * @throws ProblemError for a code that the room does not have.
 */
export function checkSkipped(asked: readonly string[], room: string): ReadonlySet<string> {
  const known = codes.filter(code => code.startsWith(`${room}/`))
  const problems = asked
    .filter(code => !(known as readonly string[]).includes(code))
    .map((code): Problem => {
      const meant = suggest(code, known)
      const values = { value: code, allowed: `${room}/...` }
      return { code: 'usage/no-code', severity: 'error', values, ...(meant === undefined ? {} : { meant }) }
    })
  if (problems.length > 0) throw new ProblemError(problems)
  return new Set(asked)
}
