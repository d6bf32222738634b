import type { CriterionResult } from '../model/evaluation.ts'
import type { Scored } from '../scoring/evaluate.ts'
import { strip } from '../scoring/fixed-point.ts'
import { ceilingOf, type CriterionPlan, type ScoringPlan } from '../scoring/plan.ts'

/**
 * One item of a score, in points of the score. `earned`: what a criterion brought of what it could (`of`). `base`:
 * what deductions start from. `deducted` and `bonus`: what a criterion took and added. `limit`: what a section may
 * take at most gives back. `section-fatal`: what a breach fatal to a section takes with it. `cut`: what lies beyond 0
 * or the highest score. `fatal`: a breach that makes the whole score 0 takes the rest.
 */
export interface LedgerItem {
  readonly kind: 'earned' | 'base' | 'deducted' | 'limit' | 'section-fatal' | 'bonus' | 'cut' | 'fatal'
  readonly points: number
  readonly of?: number | undefined
  readonly section?: string | undefined
  readonly criterion?: string | undefined
}

/** A section with its share in the score. Weights as the standard has them. */
export interface LedgerSection {
  readonly id: string
  readonly title: string
  /** Its band, where it has bands of its own. */
  readonly band?: string | null | undefined
  /** Its weight, and that of all sections that counted. */
  readonly weight: number
  readonly total: number
  /** Weights of its criteria that applied, and what was earned of them. */
  readonly earned: number
  readonly possible: number
}

/** How a score came about. The points of the items add up to it. */
export interface Ledger {
  readonly score: number | null
  readonly sections: readonly LedgerSection[]
  readonly items: readonly LedgerItem[]
}

/** What one section brought to the sum. */
interface Sum extends Omit<LedgerSection, 'total'> {
  readonly results: readonly CriterionResult[]
  readonly counts: boolean
  readonly zeroed: boolean
  /** Points it took from the whole, with the limit and fatal breaches taken into account. */
  readonly loss: number
}

/** Takes a score apart. `scored` is what `makeScorer(plan)` made of one contact. */
export function makeLedger(plan: ScoringPlan, scored: Scored): Ledger {
  const plans = new Map(plan.criteria.map(criterion => [criterion.id, criterion]))
  const sums = plan.sections.map((section, index): Sum => {
    const results = scored.criteria.filter(result => plans.get(result.id)?.section === section.id)
    return sumSection(plan, results, plans, index, scored)
  })
  const total = sums.reduce((sum, { counts, weight }) => sum + (counts ? weight : 0), 0)
  const sections = sums.map(({ id, title, band, weight, earned, possible }) => ({
    id,
    title,
    band,
    weight,
    total,
    earned,
    possible
  }))
  if (scored.score === null) return { score: null, sections, items: [] }

  const items: LedgerItem[] = [
    ...(total > 0 ? [] : [{ kind: 'base', points: plan.base } as const]),
    ...sums.flatMap(sum => itemsOf(sum, total)),
    ...scored.criteria.flatMap((result): LedgerItem[] =>
      result.bonus ? [{ kind: 'bonus', points: result.bonus, criterion: result.id }] : []
    )
  ]
  const sum = items.reduce((points, item) => points + item.points, 0)
  const within = Math.min(ceilingOf(plan), Math.max(0, sum))
  if (strip(within - sum) !== 0) items.push({ kind: 'cut', points: within - sum })
  const fatal = scored.criteria.find(result => result.fatal && plans.get(result.id)?.fatal === 'evaluation')
  if (fatal) items.push({ kind: 'fatal', points: -within, criterion: fatal.id })
  return { score: scored.score, sections, items }
}

function sumSection(
  plan: ScoringPlan,
  results: readonly CriterionResult[],
  plans: ReadonlyMap<string, CriterionPlan>,
  index: number,
  scored: Scored
): Sum {
  const { id, title, weight } = plan.sections[index]!
  const possible = results.reduce((sum, result) => sum + (result.possible ?? 0), 0)
  const earned = results.reduce((sum, result) => sum + (result.earned ?? 0), 0)
  const zeroed = results.some(result => result.fatal && plans.get(result.id)?.fatal === 'section')
  return {
    id,
    title,
    band: scored.sections[index]?.band,
    results,
    possible,
    earned,
    zeroed,
    weight: plan.method === 'deducting' ? 0 : (weight ?? possible),
    counts: zeroed || possible > 0,
    loss: scored.sections[index]?.deducted ?? 0
  }
}

function itemsOf({ id: section, results, possible, weight, zeroed, loss }: Sum, total: number): LedgerItem[] {
  const share = total > 0 && possible > 0 ? (100 * weight) / total / possible : 0
  const earned = results.flatMap((result): LedgerItem[] =>
    result.possible
      ? [
          {
            kind: 'earned',
            points: share * (result.earned ?? 0),
            of: share * result.possible,
            section,
            criterion: result.id
          }
        ]
      : []
  )
  const deducted = results.flatMap((result): LedgerItem[] =>
    result.deducted ? [{ kind: 'deducted', points: -result.deducted, section, criterion: result.id }] : []
  )
  const taken = deducted.reduce((sum, item) => sum - item.points, 0)
  const brought = earned.reduce((sum, item) => sum + item.points, 0)
  // Without a fatal breach a section never takes more than its criteria do, so the rest is its limit.
  const limit = strip(Math.max(0, taken - loss))
  const swept = strip((zeroed ? brought : 0) + Math.max(0, loss - taken))
  return [
    ...earned,
    ...deducted,
    ...(limit > 0 ? [{ kind: 'limit', points: limit, section } as const] : []),
    ...(zeroed && swept > 0 ? [{ kind: 'section-fatal', points: -swept, section } as const] : [])
  ]
}
