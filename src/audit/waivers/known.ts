import type { Evaluation } from '../../model/evaluation.ts'
import { fingerprintOf, ruleOfCriterion } from '../../report/items/of-evaluation.ts'
import type { Baseline } from './baseline.ts'

/** Marks the breaches of an evaluation that were there before. Its scores stay: a baseline changes what is told. */
export function markKnown(evaluation: Evaluation, baseline: Baseline): Evaluation {
  const { standard, contact } = evaluation
  let known = false
  const criteria = evaluation.criteria.map(result => {
    if (result.status !== 'fail') return result
    const rule = ruleOfCriterion(standard, result.id)
    const fingerprint = fingerprintOf(evaluation, result)
    if (!baseline.holds({ rule, where: contact, fingerprint })) return result
    known = true
    return { ...result, waived: { kind: 'baseline' } as const }
  })
  return known ? { ...evaluation, criteria } : evaluation
}
