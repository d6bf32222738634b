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

/**
 * Whether the same share was earned, and as fatal: the points may differ by the weights alone. Of what weighs nothing on
 * one side the share is not known.
 */
function isSame(before: CriterionResult, after: CriterionResult): boolean {
  if (before.fatal !== after.fatal) return false
  const [first, second] = [shareOf(before), shareOf(after)]
  return first === undefined || second === undefined || first === second
}

function shareOf({ earned, possible }: CriterionResult): number | undefined {
  return possible ? strip((earned ?? 0) / possible) : undefined
}
