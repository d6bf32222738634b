import type { CriterionResult, Outcome } from '../model/evaluation.ts'
import { strip } from './fixed-point.ts'
import { dimensionsOf, pointsOf, type CriterionPlan, type ScoringPlan } from './plan.ts'

/** An outcome that takes part in a score. */
export type Judged = Extract<Outcome, { readonly status: 'pass' | 'fail' }>

export function isJudged(outcome: Outcome): outcome is Judged {
  return outcome.status === 'pass' || outcome.status === 'fail'
}

/** What a criterion counts for under the method of its standard, all references resolved. */
export interface Term {
  readonly criterion: CriterionPlan
  /** Place of its section in the plan. */
  readonly section: number
  /** Place of its dimension among those in use, -1 for none. */
  readonly dimension: number
  /** Share in the weighted sum; 0 where the method takes points only. */
  readonly weight: number
  /** Points a breach takes; 0 where the method takes none. */
  readonly points: number
  /** Most points that one contact can lose by it. */
  readonly cap: number
  readonly bonus: number
  /**
   * What it counts for beside others of its dimension: its weight, else its points, else 1 if it is fatal. 0 is a
   * criterion that is reported and not scored.
   */
  readonly stake: number
}

/** @throws RangeError when a criterion names a section that the plan does not have. */
export function resolveTerms(plan: ScoringPlan): readonly Term[] {
  const sections = new Map(plan.sections.map((section, index) => [section.id, index]))
  const dimensions = dimensionsOf(plan)
  return plan.criteria.map(criterion => {
    const section = sections.get(criterion.section)
    if (section === undefined) throw new RangeError(`${criterion.id}: no section ${criterion.section}`)
    const weight = plan.method === 'deducting' ? 0 : criterion.weight
    const cap = criterion.maxDeduct ?? Infinity
    const points = Math.min(cap, pointsOf(plan, criterion))
    return {
      criterion,
      section,
      dimension: criterion.dimension === undefined ? -1 : dimensions.indexOf(criterion.dimension),
      weight,
      points,
      cap,
      bonus: criterion.bonus ?? 0,
      stake: weight || points || (criterion.fatal === false ? 0 : 1)
    }
  })
}

/** Points that an outcome takes: for each breach or once, up to the criterion's cap. */
export function deductionOf({ criterion, points, cap }: Term, outcome: Outcome): number {
  if (outcome.status !== 'fail') return 0
  return criterion.per === 'hit' ? Math.min(cap, points * outcome.count) : points
}

/**
 * The share of its stake that a criterion kept. What has a weight can be earned in part; points are lost or not.
 */
export function keptOf({ weight }: Term, outcome: Judged): number {
  if (weight > 0) return outcome.earned
  return outcome.status === 'pass' ? 1 : 0
}

/**
 * Puts an outcome down with its points. All results have the same properties, if undefined, in the same order: they
 * are made and read by the million, and engines are several times faster on objects of one shape.
 */
export function recordOutcome(term: Term, outcome: Outcome): CriterionResult {
  const judged = isJudged(outcome)
  const failed = outcome.status === 'fail'
  return {
    id: term.criterion.id,
    clause: term.criterion.clause,
    status: outcome.status,
    earned: judged ? strip(term.weight * outcome.earned) : undefined,
    possible: judged ? term.weight : undefined,
    deducted: judged && term.points > 0 ? strip(deductionOf(term, outcome)) : undefined,
    bonus: judged && term.bonus > 0 ? (failed ? 0 : term.bonus) : undefined,
    fatal: failed && term.criterion.fatal !== false ? true : undefined,
    share: judged ? outcome.earned : undefined,
    count: failed ? outcome.count : undefined,
    message: failed ? outcome.message : undefined,
    reason: judged ? undefined : outcome.reason,
    evidence: judged ? outcome.evidence : undefined,
    waived: undefined
  }
}
