import type { CriterionResult, Evaluation, Status } from '../model/evaluation.ts'
import type { Scored } from '../scoring/evaluate.ts'

/** Where a contact stands by one of two standards. */
export interface Standing {
  /** Whether the standard is for the contact. */
  readonly applies: boolean
  readonly score: number | null
  readonly band: string | null
  readonly passed: boolean | null
  /** A breach zeroed the evaluation or a section. */
  readonly fatal: boolean
}

export const outside: Standing = { applies: false, score: null, band: null, passed: null, fatal: false }

export function standingOf(
  scored: Pick<Scored | Evaluation, 'score' | 'band' | 'passed' | 'criteria'>
): Standing {
  const { score, band, passed, criteria } = scored
  return { applies: true, score, band, passed, fatal: criteria.some(isFatal) }
}

const isFatal = ({ fatal }: CriterionResult): boolean => fatal === true

/** One reason why a contact stands elsewhere than before. `points`: what it alone does to the score. */
export type Cause =
  | {
      readonly kind: 'outcome'
      readonly criterion: string
      /** `absent`: the standard does not have the criterion. */
      readonly from: Status | 'absent'
      readonly to: Status | 'absent'
      readonly points: number | null
    }
  | {
      readonly kind: 'weighing'
      readonly what: 'criterion' | 'section' | 'scoring'
      /** The id of the criterion or section; the key of scoring. */
      readonly id: string
      readonly keys: readonly string[]
      readonly points: number | null
    }
  | { readonly kind: 'scope'; readonly points: null }
  /** What the causes do together beyond what each does alone. */
  | { readonly kind: 'together'; readonly points: number }

/** One contact before and after. */
export interface Comparison {
  readonly before: Standing
  readonly after: Standing
  /** Score after less score before; `null` where one of them is none. */
  readonly shift: number | null
  /** What counts most first; empty when nothing that is judged or weighed is different. */
  readonly causes: readonly Cause[]
  /** What became of each pair of criteria, before and after; `absent` where the standard is not for the contact too. */
  readonly statuses: readonly StatusMove[]
}

export interface StatusMove {
  readonly criterion: string
  /** Where the standards are not at hand, and only results know it. */
  readonly clause?: readonly string[] | undefined
  readonly from: Status | 'absent'
  readonly to: Status | 'absent'
}

/** Whether a contact stands elsewhere. */
export function isChanged({ before, after, causes }: Comparison): boolean {
  return (
    before.applies !== after.applies ||
    before.score !== after.score ||
    before.band !== after.band ||
    before.passed !== after.passed ||
    causes.some(cause => cause.kind === 'outcome')
  )
}
