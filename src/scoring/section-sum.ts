import type { PartScore } from '../model/evaluation.ts'
import { strip } from './fixed-point.ts'
import { findBand, type ScoringPlan, type SectionPlan } from './plan.ts'
import { deductionOf, keptOf, type Judged, type Term } from './terms.ts'

/** What happened in one section of one contact. Only passes and fails are in it. */
export interface SectionSum {
  readonly section: SectionPlan
  /** Weights of the criteria that applied, and what was earned of them. */
  possible: number
  earned: number
  /** Points that the criteria could take, once each, and points they took. */
  points: number
  deducted: number
  /** Stakes of the criteria without a weight, and what was kept of them. */
  stake: number
  kept: number
  /** Whether a criterion that takes points, or a fatal one, applied. */
  judged: boolean
  /** Whether a criterion failed that is fatal to the section. */
  zeroed: boolean
}

export function newSectionSum(section: SectionPlan): SectionSum {
  return {
    section,
    possible: 0,
    earned: 0,
    points: 0,
    deducted: 0,
    stake: 0,
    kept: 0,
    judged: false,
    zeroed: false
  }
}

export function addOutcome(sum: SectionSum, term: Term, outcome: Judged): void {
  const { fatal } = term.criterion
  if (outcome.status === 'fail' && fatal === 'section') sum.zeroed = true
  if (term.points > 0 || fatal !== false) sum.judged = true
  sum.points += term.points
  sum.deducted += deductionOf(term, outcome)
  if (term.weight > 0) {
    sum.possible += term.weight
    sum.earned += term.weight * outcome.earned
  } else {
    sum.stake += term.stake
    sum.kept += term.stake * keptOf(term, outcome)
  }
}

/** Most points that a section can lose where the method is `deducting` and the section has a weight. */
function budgetOf(plan: ScoringPlan, { section }: SectionSum): number | undefined {
  return plan.method === 'deducting' ? section.weight : undefined
}

/** Whether anything in a section can take points from the whole. */
export function canLose(plan: ScoringPlan, sum: SectionSum): boolean {
  return plan.method !== 'weighted' && budgetOf(plan, sum) !== 0
}

/**
 * Points that a section takes from the whole. One that a fatal breach zeroed loses all it had at stake: its budget,
 * or without one the points of every criterion that applied.
 */
export function lossOf(plan: ScoringPlan, sum: SectionSum, zeroed: boolean): number {
  if (plan.method === 'weighted') return 0
  const budget = budgetOf(plan, sum)
  if (budget !== undefined) return zeroed ? budget : Math.min(budget, sum.deducted)
  return zeroed ? Math.max(sum.deducted, sum.points) : sum.deducted
}

/**
 * A section by itself: what it earned of its weights; where none applied, what is left of the points it could lose.
 */
export function scoreSection(plan: ScoringPlan, sum: SectionSum): PartScore {
  const loss = lossOf(plan, sum, sum.zeroed)
  const [earned, possible] = keepingOf(plan, sum, loss)
  const score = sum.zeroed ? 0 : percentOf(earned, possible)
  const { bands } = sum.section
  return {
    id: sum.section.id,
    score,
    band: bands && findBand(bands, score),
    earned: sum.zeroed ? 0 : strip(earned),
    possible: strip(possible),
    deducted: plan.method === 'weighted' ? undefined : strip(loss)
  }
}

function keepingOf(plan: ScoringPlan, sum: SectionSum, loss: number): readonly [number, number] {
  if (sum.possible > 0) return [sum.earned, sum.possible]
  const budget = budgetOf(plan, sum)
  if (sum.judged && budget !== undefined) return [budget - loss, budget]
  return plan.method === 'weighted' ? [0, 0] : [sum.kept, sum.stake]
}

/** `null` of nothing. */
export function percentOf(earned: number, possible: number): number | null {
  return possible > 0 ? strip((100 * earned) / possible) : null
}
