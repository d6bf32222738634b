import { dimensions, type CriticalClass, type Dimension } from '../model/evaluation.ts'

/**
 * How a score comes about. `weighted`: the share of the weights earned. `deducting`: points taken from a base.
 * `both`: the weighted share first, then points taken from it.
 */
export type ScoringMethod = 'weighted' | 'deducting' | 'both'

/** A name for the scores at or above `from`. */
export interface Band {
  readonly name: string
  readonly from: number
}

/**
 * A section. Its `weight` sets its share among the sections (0: reported, not scored); without one it weighs what
 * its criteria weigh that applied. Where the method is `deducting` it is what the section's deductions may take
 * at most.
 */
export interface SectionPlan {
  readonly id: string
  readonly title: string
  readonly weight?: number | undefined
  /** Bands of its own score, highest first. */
  readonly bands?: readonly Band[] | undefined
}

/** What a criterion counts for. All figures are >= 0. */
export interface CriterionPlan {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  /** Id of its section. */
  readonly section: string
  readonly dimension?: Dimension | undefined
  /** Share in the weighted sum; 0: reported, not scored. Not read where the method is `deducting`. */
  readonly weight: number
  /** Points a breach takes from the whole. Not read where the method is `weighted`. */
  readonly deduct?: number | undefined
  /** Whether the points go for each breach or once for the contact. */
  readonly per: 'hit' | 'once'
  /** Most points that one contact can lose by this criterion. */
  readonly maxDeduct?: number | undefined
  /** A name in `ScoringPlan.severities`. */
  readonly severity?: string | undefined
  /** What failing it zeroes. */
  readonly fatal: false | 'evaluation' | 'section'
  /** Points added to the whole when it passes. */
  readonly bonus?: number | undefined
  readonly class?: CriticalClass | undefined
}

/** What a compiled standard says about scoring. */
export interface ScoringPlan {
  /** Id of the standard. */
  readonly id: string
  readonly title: string
  readonly method: ScoringMethod
  /** What deductions start from when no weighted criterion applied. */
  readonly base: number
  /** Lowest score that passes; 0 is a mark like any other, `undefined` is none. */
  readonly pass: number | undefined
  /** Highest first. */
  readonly bands: readonly Band[]
  /** How far a bonus may lift a score beyond 100. */
  readonly bonusCap: number
  /** Points a breach of each severity takes. */
  readonly severities: Readonly<Record<string, number>>
  readonly sections: readonly SectionPlan[]
  readonly criteria: readonly CriterionPlan[]
}

/** What a standard gets that does not say otherwise. */
export const scoringDefaults = { method: 'weighted', base: 100, bonusCap: 0 } as const

/** The highest band whose edge a score reaches; `null` without one. */
export function findBand(bands: readonly Band[], score: number | null): string | null {
  if (score === null) return null
  return bands.find(band => score >= band.from)?.name ?? null
}

/** The highest score that a standard can give. */
export function ceilingOf(plan: ScoringPlan): number {
  return 100 + plan.bonusCap
}

/** The dimensions that the criteria of a plan serve, in the order of SERVQUAL. */
export function dimensionsOf(plan: ScoringPlan): readonly Dimension[] {
  return dimensions.filter(dimension => plan.criteria.some(criterion => criterion.dimension === dimension))
}

/**
 * Points that one breach of a criterion takes; 0 if it takes none. Its own `deduct` comes before its severity.
 * Where the method is `both` the severity of a criterion with a weight is a mere label, or a breach would be paid
 * for twice.
 */
export function pointsOf(plan: ScoringPlan, criterion: CriterionPlan): number {
  if (plan.method === 'weighted') return 0
  if (criterion.deduct !== undefined) return criterion.deduct
  if (plan.method === 'both' && criterion.weight > 0) return 0
  const { severity } = criterion
  return severity !== undefined && Object.hasOwn(plan.severities, severity)
    ? (plan.severities[severity] ?? 0)
    : 0
}
