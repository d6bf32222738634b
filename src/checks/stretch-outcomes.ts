import type { Outcome } from '../model/evaluation.ts'
import { quotePlace } from './places.ts'
import { describeStretch, isCutOff, type Quantifier, type Stretch } from './stretch.ts'
import type { By, ContactView } from './view.ts'
import type { Say } from './words.ts'

/** An outcome in one stretch: a failure says where that lies, and does not count where the customer left before. */
export function placeOutcome(
  outcome: Outcome,
  stretch: Stretch,
  by: By,
  view: ContactView,
  say: Say
): Outcome {
  if (outcome.status !== 'fail' || stretch.marks.length === 0) return outcome
  if (isCutOff(stretch, by, view)) return { status: 'na', reason: say('leftBefore') }
  return {
    ...outcome,
    message: say('located', { where: describeStretch(stretch, say), slip: outcome.message }),
    evidence: [...stretch.marks.flatMap(mark => quotePlace(mark.place, view.passages)), ...outcome.evidence]
  }
}

/** One outcome of those of several anchors: where every one must do, a fail decides; where any may, a pass. */
export function combineStretches(
  outcomes: readonly Outcome[],
  quantifier: Quantifier,
  partial: boolean,
  say: Say
): Outcome {
  const failed = outcomes.filter(outcome => outcome.status === 'fail')
  const passed = outcomes.filter(outcome => outcome.status === 'pass')
  const unknown = outcomes.find(outcome => outcome.status === 'unknown')
  if (quantifier === 'any' && passed[0]) return passed[0]
  if (quantifier === 'any' && unknown) return unknown
  const [first] = failed
  if (first) {
    const judged = failed.length + passed.length
    return {
      status: 'fail',
      earned: partial ? [...failed, ...passed].reduce((sum, { earned }) => sum + earned, 0) / judged : 0,
      count: failed.reduce((sum, outcome) => sum + outcome.count, 0),
      evidence: failed.flatMap(outcome => outcome.evidence),
      message:
        judged === 1
          ? first.message
          : say('times', { message: first.message, failed: failed.length, of: judged })
    }
  }
  if (unknown) return unknown
  if (passed.length === 0) return outcomes[0]!
  return { status: 'pass', earned: 1, evidence: passed.flatMap(outcome => outcome.evidence) }
}
