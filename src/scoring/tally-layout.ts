import {
  criticalClasses,
  type CriticalClass,
  type Dimension,
  type Evaluation,
  type Status
} from '../model/evaluation.ts'
import { MOMENT_SLOTS } from './fixed-point.ts'
import { dimensionsOf, type ScoringPlan } from './plan.ts'

export const statuses: readonly Status[] = ['pass', 'fail', 'na', 'unknown']

/**
 * Where the figures of a group stand in its arrays, so that the hot path deals in places and not in names.
 *
 * `counts`: contacts, fatal, passed, not passed; then one for each band, one for each mean (how many it is over), two
 * for each critical class (judged, without error), four for each criterion (by status). `sums`: the moments of each
 * mean, then the points lost by each criterion. Means are: score, score without fatal, sections, dimensions.
 */
export interface Layout {
  readonly plan: ScoringPlan
  /** Names all that has a place. Figures under different signatures are not to be added up. */
  readonly signature: string
  readonly ids: {
    readonly bands: readonly string[]
    readonly criteria: readonly string[]
    readonly sections: readonly string[]
  }
  readonly dimensions: readonly Dimension[]
  readonly classes: readonly CriticalClass[]
  /** For each criterion the place of its class, -1 for none. */
  readonly classOf: readonly number[]
  readonly means: number
  readonly counts: {
    readonly bands: number
    readonly means: number
    readonly classes: number
    readonly criteria: number
    readonly length: number
  }
  readonly sums: { readonly lost: number; readonly length: number }
}

/** Places in `counts` that every standard has. */
export const CONTACTS = 0
export const FATAL = 1
export const PASSED = 2
export const NOT_PASSED = 3
const FIRST_BAND = 4

/** Places among the means. */
export const SCORE = 0
export const WITHOUT_FATAL = 1
export const FIRST_SECTION = 2

export function layOut(plan: ScoringPlan): Layout {
  const dimensions = dimensionsOf(plan)
  const classes = criticalClasses.filter(name => plan.criteria.some(criterion => criterion.class === name))
  const ids = {
    bands: plan.bands.map(band => band.name),
    criteria: plan.criteria.map(criterion => criterion.id),
    sections: plan.sections.map(section => section.id)
  }
  const means = FIRST_SECTION + plan.sections.length + dimensions.length
  const meanCounts = FIRST_BAND + plan.bands.length
  const classCounts = meanCounts + means
  const criterionCounts = classCounts + 2 * classes.length
  const lost = means * MOMENT_SLOTS
  return {
    plan,
    signature: JSON.stringify([plan.id, ids, dimensions, classes]),
    ids,
    dimensions,
    classes,
    classOf: plan.criteria.map(criterion => (criterion.class ? classes.indexOf(criterion.class) : -1)),
    means,
    counts: {
      bands: FIRST_BAND,
      means: meanCounts,
      classes: classCounts,
      criteria: criterionCounts,
      length: criterionCounts + statuses.length * plan.criteria.length
    },
    sums: { lost, length: lost + plan.criteria.length }
  }
}

/**
 * Looks whether an evaluation was made by the plan of a layout, or by another standard or version of it. Returns
 * what does not fit (an id or the name of a band), or `undefined`.
 */
export function findMisfit({ plan, ids, dimensions }: Layout, evaluation: Evaluation): string | undefined {
  if (evaluation.standard !== plan.id) return evaluation.standard
  const { band } = evaluation
  if (band !== null && !ids.bands.includes(band)) return band
  return (
    differing(ids.criteria, evaluation.criteria) ??
    differing(ids.sections, evaluation.sections) ??
    differing(dimensions, evaluation.dimensions)
  )
}

function differing(
  expected: readonly string[],
  found: readonly { readonly id: string }[]
): string | undefined {
  for (let i = 0; i < expected.length; i++) {
    if (found[i]?.id !== expected[i]) return expected[i]
  }
  return found[expected.length]?.id
}
