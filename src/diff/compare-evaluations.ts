import type { CriterionResult, Evaluation } from '../model/evaluation.ts'
import { strip } from '../scoring/fixed-point.ts'
import { outside, standingOf, type Cause, type Comparison } from './standing.ts'

/**
 * Compares two evaluations of a contact of which only the results are known: how the scoring was cannot be, so that no
 * points are given to a cause.
 */
export function compareEvaluations(before: Evaluation, after: Evaluation): Comparison {
  const [first, second] = [standingIn(before), standingIn(after)]
  const earlier = new Map(before.criteria.map(result => [result.id, result]))
  const later = new Map(after.criteria.map(result => [result.id, result]))
  const ids = [...new Set([...later.keys(), ...earlier.keys()])]
  const statuses = ids.map(id => ({
    criterion: id,
    clause: (later.get(id) ?? earlier.get(id))?.clause,
    from: earlier.get(id)?.status ?? ('absent' as const),
    to: later.get(id)?.status ?? ('absent' as const)
  }))
  const causes: Cause[] =
    first.applies === second.applies
      ? statuses.flatMap(({ criterion, from, to }) =>
          from === to && isSame(earlier.get(criterion)!, later.get(criterion)!)
            ? []
            : [{ kind: 'outcome', criterion, from, to, points: null }]
        )
      : [{ kind: 'scope', points: null }]
  const shift = first.score === null || second.score === null ? null : strip(second.score - first.score)
  const unexplained = causes.length === 0 && shift !== null && shift !== 0
  return {
    before: first,
    after: second,
    shift,
    causes: unexplained ? [{ kind: 'weighing', what: 'scoring', id: '', keys: [], points: shift }] : causes,
    statuses
  }
}

const standingIn = (evaluation: Evaluation): Comparison['before'] =>
  evaluation.criteria.length === 0 ? outside : standingOf(evaluation)

/** Points stand to a billionth, see `strip`; a share of them is as exact as what it weighs allows. */
const NOISE = 1e-9

/**
 * Whether the same share was earned, and as fatal: the points may differ by the weights alone. Of what weighs nothing on
 * one side the share is not known.
 */
function isSame(before: CriterionResult, after: CriterionResult): boolean {
  if (before.fatal !== after.fatal) return false
  const [first, second] = [before.possible ?? 0, after.possible ?? 0]
  if (first === 0 || second === 0) return true
  const difference = Math.abs((before.earned ?? 0) / first - (after.earned ?? 0) / second)
  return difference <= NOISE / first + NOISE / second
}
