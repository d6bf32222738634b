import type { Band, CriterionPlan, ScoringMethod, ScoringPlan } from '../scoring/plan.ts'
import { scoringDefaults } from '../scoring/plan.ts'
import type { CriterionSource, StandardSource } from './schema.ts'

/** What a standard says about scoring, with what it leaves out filled in. */
export function createPlan(source: StandardSource): ScoringPlan {
  const scoring = source.scoring ?? {}
  const sections = source.sections ?? []
  const written = sections.flatMap(section => section.criteria)
  const method = scoring.method ?? inferMethod(written)
  return {
    id: source.id,
    title: source.title ?? source.id,
    method,
    base: scoring.base ?? scoringDefaults.base,
    pass: scoring.pass,
    bands: planBands(scoring.bands ?? {}),
    bonusCap: scoring.bonus_cap ?? scoringDefaults.bonusCap,
    severities: scoring.severities ?? {},
    sections: sections.map(section => ({
      id: section.id,
      title: section.title ?? section.id,
      weight: section.weight,
      bands: section.bands && planBands(section.bands)
    })),
    criteria: sections.flatMap(section =>
      section.criteria.map(criterion => planCriterion(criterion, section.id, method))
    )
  }
}

function planBands(bands: Readonly<Record<string, number>>): readonly Band[] {
  return Object.entries(bands)
    .map(([name, from]) => ({ name, from }))
    .sort((a, b) => b.from - a.from)
}

/** Deductions alone make a deducting standard; with weights beside them it is both. */
function inferMethod(criteria: readonly CriterionSource[]): ScoringMethod {
  if (!criteria.some(criterion => criterion.deduct !== undefined)) return 'weighted'
  return criteria.some(criterion => criterion.weight !== undefined) ? 'both' : 'deducting'
}

function planCriterion(criterion: CriterionSource, section: string, method: ScoringMethod): CriterionPlan {
  const { id, clause, title, deduct, severity, bonus } = criterion
  // Where both kinds meet, a criterion that takes points is not weighed as well unless it says so.
  const onlyDeducts = method === 'both' && (deduct !== undefined || severity !== undefined)
  return {
    id,
    title: title ?? id,
    clause: clausesOf(clause),
    section,
    dimension: criterion.dimension,
    weight: criterion.weight ?? (onlyDeducts ? 0 : 1),
    deduct,
    per: criterion.per ?? 'once',
    maxDeduct: criterion.max_deduct,
    severity,
    fatal: criterion.fatal === 'section' ? 'section' : criterion.fatal === true ? 'evaluation' : false,
    bonus,
    class: criterion.class
  }
}

export function clausesOf(clause: CriterionSource['clause']): readonly string[] {
  if (clause === undefined) return []
  return typeof clause === 'string' ? [clause] : clause
}
