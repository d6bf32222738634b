import type { Evaluation, Outcome } from '../../src/model/evaluation.ts'
import { scoreOutcomes, type Scored } from '../../src/scoring/evaluate.ts'
import {
  scoringDefaults,
  type CriterionPlan,
  type ScoringPlan,
  type SectionPlan
} from '../../src/scoring/plan.ts'

/** A criterion of weight 1 in the section `talk`, with what a test is about on top. */
export function criterion(id: string, more: Partial<CriterionPlan> = {}): CriterionPlan {
  return { id, title: id, clause: [], section: 'talk', weight: 1, per: 'once', fatal: false, ...more }
}

export function section(id: string, weight?: number): SectionPlan {
  return { id, title: id, weight }
}

/** A weighted standard with one section, `talk`, and no pass mark or bands unless a test gives them. */
export function plan(criteria: readonly CriterionPlan[], more: Partial<ScoringPlan> = {}): ScoringPlan {
  return {
    id: 'hotline',
    title: 'Hotline',
    ...scoringDefaults,
    pass: undefined,
    bands: [],
    severities: {},
    sections: [section('talk')],
    criteria,
    ...more
  }
}

export const passes: Outcome = { status: 'pass', earned: 1, evidence: [] }
export const na: Outcome = { status: 'na', reason: 'did not arise' }
export const unknown: Outcome = { status: 'unknown', reason: 'no times' }

export function fails(count = 1, earned = 0): Outcome {
  return { status: 'fail', earned, count, evidence: [], message: 'missing' }
}

/** Passes with part of the credit. */
export function earns(earned: number): Outcome {
  return { status: 'pass', earned, evidence: [] }
}

/** The score of a standard on outcomes. */
export function scoreOf(standard: ScoringPlan, ...outcomes: readonly Outcome[]): number | null {
  return scoreOutcomes(standard, outcomes).score
}

/** An evaluation of the contact `id`, as the audit makes it. */
export function evaluation(
  standard: ScoringPlan,
  id: string,
  scored: Scored,
  more: Partial<Evaluation> = {}
): Evaluation {
  return { contact: id, agent: null, standard: standard.id, ...scored, ...more }
}
