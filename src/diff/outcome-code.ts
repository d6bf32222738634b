import type { CriterionResult, Outcome, Status } from '../model/evaluation.ts'
import { isJudged } from '../scoring/terms.ts'

/**
 * The outcomes of one contact in short: a letter for each criterion (`p`ass, `f`ail, `n`/a, `u`nknown), then of each that
 * is not all or nothing its place, the share earned and the count of breaches: `pfnp 1:0.5:2 3:0.75`. Equal outcomes have
 * equal codes; words and evidence are left out.
 */
export type OutcomeCode = string

const letters = { pass: 'p', fail: 'f', na: 'n', unknown: 'u' } as const satisfies Record<Status, string>

const byLetter: Readonly<Record<string, Outcome>> = {
  p: { status: 'pass', earned: 1, evidence: [] },
  f: { status: 'fail', earned: 0, count: 1, evidence: [], message: '' },
  n: { status: 'na', reason: '' },
  u: { status: 'unknown', reason: '' }
}

export function encodeOutcomes(outcomes: readonly Outcome[]): OutcomeCode {
  return encode(outcomes, outcome => (isJudged(outcome) ? outcome.earned : undefined))
}

function encode<T extends { readonly status: Status; readonly count?: number | undefined }>(
  outcomes: readonly T[],
  shareOf: (outcome: T) => number | undefined
): OutcomeCode {
  let code = ''
  let parts = ''
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i]!
    code += letters[outcome.status]
    const share = shareOf(outcome)
    if (outcome.status === 'pass' && share !== 1) parts += ` ${i}:${share}`
    if (outcome.status === 'fail' && (share !== 0 || outcome.count !== 1)) {
      parts += ` ${i}:${share}:${outcome.count}`
    }
  }
  return code + parts
}

/** The code of outcomes that stand in an evaluation. */
export function encodeResults(results: readonly CriterionResult[]): OutcomeCode {
  return encode(results, ({ share }) => share)
}

/** What a code stands for, if it is one of `length` criteria. */
export function decodeOutcomes(code: OutcomeCode, length: number): Outcome[] | undefined {
  const [marks = '', ...parts] = code.split(' ')
  if (marks.length !== length) return undefined
  const outcomes: Outcome[] = []
  for (const mark of marks) {
    const outcome = byLetter[mark]
    if (!outcome) return undefined
    outcomes.push(outcome)
  }
  for (const part of parts) {
    const [at, earned, count = 1] = part.split(':').map(Number)
    const outcome = outcomes[at!]
    if (!outcome || !(earned! >= 0 && earned! <= 1) || !(count >= 1)) return undefined
    if (outcome.status === 'pass') outcomes[at!] = { ...outcome, earned: earned! }
    else if (outcome.status === 'fail') outcomes[at!] = { ...outcome, earned: earned!, count }
    else return undefined
  }
  return outcomes
}
