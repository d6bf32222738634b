import type { CriterionResult, Evaluation, Outcome, PartScore } from '../model/evaluation.ts'
import { strip } from './fixed-point.ts'
import { ceilingOf, dimensionsOf, findBand, type ScoringPlan } from './plan.ts'
import {
  addOutcome,
  canLose,
  lossOf,
  newSectionSum,
  percentOf,
  scoreSection,
  type SectionSum
} from './section-sum.ts'
import { isJudged, keptOf, recordOutcome, resolveTerms, type Term } from './terms.ts'

/** The part of an evaluation that follows from the outcomes. */
export type Scored = Pick<
  Evaluation,
  'score' | 'scoreWithoutFatal' | 'band' | 'passed' | 'sections' | 'dimensions' | 'criteria'
>

/** Scores the outcomes of one contact, one for each criterion in the order of the plan. */
export type Scorer = (outcomes: readonly Outcome[]) => Scored

/** `makeScorer` for a single contact. */
export function scoreOutcomes(plan: ScoringPlan, outcomes: readonly Outcome[]): Scored {
  return makeScorer(plan)(outcomes)
}

/**
 * Prepares the scoring of contacts by a plan.
 *
 * - `na` and `unknown` are out of every sum. Where nothing applied the score is `null`: not scored, never 100.
 * - The weighted share is the mean of the sections, and each section the mean of its criteria, by weight.
 * - Deductions come off that share, or off the base where no criterion with a weight applied. A fatal criterion has
 *   the base to lose, so it counts as judged even if it takes no points. Bonus points of passed criteria are added;
 *   by themselves they make no score. The sum is cut to 0..100, or to what the bonus cap allows.
 * - A breach that is fatal to the evaluation makes it 0, one that is fatal to a section makes that section 0 (and it
 *   then counts by its weight even if nothing else in it applied). `scoreWithoutFatal` is the score without either
 *   effect, with the weight and the points of the breach still in it; `null` when nothing else applied.
 * - `passed` is `null` without a score or without a pass mark. A breach fatal to the evaluation never passes,
 *   whether the mark is 0 or there is none.
 * - Sections show the effect of a breach fatal to them. Dimensions show conduct, so no fatal effect enters: a
 *   dimension is the mean of its criteria by weight, and criteria without one count by the points they can take, or
 *   as 1 if fatal.
 *
 * @throws RangeError when the outcomes are not as many as the criteria.
 */
export function makeScorer(plan: ScoringPlan): Scorer {
  const terms = resolveTerms(plan)
  const dimensions = dimensionsOf(plan)

  return outcomes => {
    if (outcomes.length !== terms.length) {
      throw new RangeError(`${outcomes.length} outcomes for ${terms.length} criteria`)
    }
    const sections = plan.sections.map(newSectionSum)
    const criteria: CriterionResult[] = []
    let bonus = 0
    let fatal = false
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index]!
      const outcome = outcomes[index]!
      criteria.push(recordOutcome(term, outcome))
      if (!isJudged(outcome)) continue
      addOutcome(sections[term.section]!, term, outcome)
      if (outcome.status === 'pass') bonus += term.bonus
      else if (term.criterion.fatal === 'evaluation') fatal = true
    }
    const scoreWithoutFatal = combineSections(plan, sections, bonus, false)
    const score = fatal ? 0 : combineSections(plan, sections, bonus, true)
    return {
      score,
      scoreWithoutFatal,
      band: findBand(plan.bands, score),
      passed: decidePassed(plan, score, fatal),
      sections: sections.map(sum => scoreSection(plan, sum)),
      dimensions: scoreDimensions(dimensions, terms, outcomes),
      criteria
    }
  }
}

function combineSections(
  plan: ScoringPlan,
  sums: readonly SectionSum[],
  bonus: number,
  withFatal: boolean
): number | null {
  let earned = 0
  let possible = 0
  let deducted = 0
  let judged = false
  for (const sum of sums) {
    const zeroed = withFatal && sum.zeroed
    const weight = plan.method === 'deducting' ? 0 : (sum.section.weight ?? sum.possible)
    if (zeroed || sum.possible > 0) possible += weight
    if (!zeroed && sum.possible > 0) earned += (sum.earned * weight) / sum.possible
    deducted += lossOf(plan, sum, zeroed)
    judged ||= sum.judged && canLose(plan, sum)
  }
  if (possible === 0 && !judged) return null
  const start = possible > 0 ? (100 * earned) / possible : plan.base
  return strip(Math.min(ceilingOf(plan), Math.max(0, start - deducted + bonus)))
}

function scoreDimensions(
  dimensions: readonly string[],
  terms: readonly Term[],
  outcomes: readonly Outcome[]
): readonly PartScore[] {
  const earned = dimensions.map(() => 0)
  const possible = dimensions.map(() => 0)
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index]!
    const outcome = outcomes[index]!
    if (term.dimension < 0 || !isJudged(outcome)) continue
    possible[term.dimension]! += term.stake
    earned[term.dimension]! += term.stake * keptOf(term, outcome)
  }
  return dimensions.map((id, index): PartScore => {
    const [e, p] = [earned[index]!, possible[index]!]
    return {
      id,
      score: percentOf(e, p),
      band: undefined,
      earned: strip(e),
      possible: strip(p),
      deducted: undefined
    }
  })
}

function decidePassed(plan: ScoringPlan, score: number | null, fatal: boolean): boolean | null {
  if (fatal) return false
  return score === null || plan.pass === undefined ? null : score >= plan.pass
}
