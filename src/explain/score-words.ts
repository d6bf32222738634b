import { formatShort } from '../report/figures.ts'
import { pointsOf, type CriterionPlan, type ScoringPlan } from '../scoring/plan.ts'
import type { Tell } from './words.ts'

/** What a criterion counts for, a line for each effect. Shares are those of a contact on which everything applies. */
export function scoreInWords(criterion: CriterionPlan, plan: ScoringPlan, tell: Tell): readonly string[] {
  const lines: string[] = []
  const weight = plan.method === 'deducting' ? 0 : criterion.weight
  if (weight > 0) lines.push(weightInWords(criterion, plan, tell))
  const points = pointsOf(plan, criterion)
  if (points > 0) {
    lines.push(tell(criterion.per === 'hit' ? 'score.deduct-hit' : 'score.deduct', { points }))
    if (criterion.maxDeduct !== undefined) lines.push(tell('score.most', { points: criterion.maxDeduct }))
  }
  if (criterion.severity !== undefined) lines.push(tell('score.severity', { name: criterion.severity }))
  if (criterion.bonus) lines.push(tell('score.bonus', { points: criterion.bonus }))
  if (weight === 0 && points === 0 && criterion.fatal === false && !criterion.bonus)
    lines.push(tell('score.none'))
  if (criterion.fatal !== false)
    lines.push(tell(criterion.fatal === 'section' ? 'score.fatal-section' : 'score.fatal'))
  if (criterion.class !== undefined) lines.push(tell('score.class', { name: criterion.class }))
  return lines
}

function weightInWords(criterion: CriterionPlan, plan: ScoringPlan, tell: Tell): string {
  const sumOf = (section: string): number =>
    plan.criteria.reduce((sum, other) => sum + (other.section === section ? other.weight : 0), 0)
  const shares = plan.sections.map(({ id, weight }) => (sumOf(id) > 0 ? (weight ?? sumOf(id)) : 0))
  const index = plan.sections.findIndex(({ id }) => id === criterion.section)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const share = total > 0 ? (100 * shares[index]!) / total : 0
  if (share === 0) return tell('score.none')
  const sum = sumOf(criterion.section)
  return tell('score.weight', {
    weight: criterion.weight,
    sum: formatShort(sum, 2),
    section: plan.sections[index]!.title,
    share: `${formatShort(share, 1)}%`,
    points: formatShort((share * criterion.weight) / sum, 1)
  })
}
