import type { Waiver } from './waiver.ts'

/** What became of one criterion on one contact. `unknown`: the input lacks what the check needs. */
export type Status = 'pass' | 'fail' | 'na' | 'unknown'

/** The five dimensions of SERVQUAL (Parasuraman, Zeithaml and Berry 1988). */
export type Dimension = 'reliability' | 'responsiveness' | 'assurance' | 'empathy' | 'tangibles'

export const dimensions: readonly Dimension[] = [
  'reliability',
  'responsiveness',
  'assurance',
  'empathy',
  'tangibles'
]

/** Classes of errors that count by contact, not by points (COPC): who or what a breach does harm to. */
export type CriticalClass = 'customer' | 'business' | 'compliance'

export const criticalClasses: readonly CriticalClass[] = ['customer', 'business', 'compliance']

/** Words that are there. `turn` counts from 1; `from` and `to` are UTF-16 offsets in the text as it was written. */
export interface FoundEvidence {
  readonly turn: number
  /** Start of the turn in ms from the start of the contact. */
  readonly at?: number | undefined
  readonly from: number
  readonly to: number
  readonly quote: string
}

/** The stretch of turns that was searched; `null` when no turn lay in scope. */
export interface SearchedWindow {
  readonly first: number
  readonly last: number
}

/** Words that are not there: what was looked for, where, and the line that came nearest. */
export interface MissingEvidence {
  readonly missing: string
  readonly searched: SearchedWindow | null
  readonly nearest?: (FoundEvidence & { readonly similarity: number }) | undefined
}

/** A figure that was measured, with the turn where it arose when there is one. */
export interface MeasuredEvidence {
  readonly measured: string
  readonly value: number
  readonly unit: string
  readonly turn?: number | undefined
  readonly at?: number | undefined
}

/** The values of the fields that an expression looked at. */
export interface FieldEvidence {
  readonly field: string
  readonly value: string | number | boolean | null
}

export type Evidence = FoundEvidence | MissingEvidence | MeasuredEvidence | FieldEvidence

/**
 * The result of a check. `earned` is the share of the criterion earned, 0 to 1; `count` is how many breaches
 * a failing check saw (at least 1), for deductions per hit.
 */
export type Outcome =
  | { readonly status: 'pass'; readonly earned: number; readonly evidence: readonly Evidence[] }
  | {
      readonly status: 'fail'
      readonly earned: number
      readonly count: number
      readonly evidence: readonly Evidence[]
      readonly message: string
    }
  | { readonly status: 'na' | 'unknown'; readonly reason: string }

/**
 * One criterion in an evaluation. Points: `earned` of `possible` by weight, `deducted` from the whole and `bonus`
 * added to it. The first two are there for every pass and fail, the others where the criterion can have them.
 * `waived`: a breach that does not count. One that was suppressed is `na` and keeps its message and its evidence; one
 * that was there before stays a `fail`.
 */
export interface CriterionResult {
  readonly id: string
  readonly clause: readonly string[]
  readonly status: Status
  readonly earned?: number | undefined
  readonly possible?: number | undefined
  readonly deducted?: number | undefined
  readonly bonus?: number | undefined
  readonly fatal?: boolean | undefined
  /** The share of the criterion that was earned, 0 to 1, whatever it weighs. */
  readonly share?: number | undefined
  /** How many breaches a failing check saw. */
  readonly count?: number | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly evidence?: readonly Evidence[] | undefined
  readonly waived?: Waiver | undefined
}

/** Points of a part of an evaluation; `score` is in percent, `null` when nothing in it applied. */
export interface PartScore {
  readonly id: string
  readonly score: number | null
  readonly earned: number
  readonly possible: number
  /** Its band; only in a section that has bands of its own, `null` without a score. */
  readonly band?: string | null | undefined
  /** Points it took from the whole; only in a section of a standard that takes points. */
  readonly deducted?: number | undefined
}

/** Where a contact was read: a file as the user called it, and the line where the contact begins, from 1. */
export interface SourceLine {
  readonly file: string
  readonly line: number
}

/**
 * One contact judged by one standard. Scores are 0 to 100, or more where the standard lets a bonus go beyond, and
 * stand unrounded but for binary noise below a billionth of a point; `null` means "not scored".
 */
export interface Evaluation {
  readonly contact: string
  readonly agent: string | null
  readonly agentName?: string | undefined
  readonly team?: string | undefined
  readonly started?: string | undefined
  readonly source?: SourceLine | undefined
  readonly standard: string
  readonly score: number | null
  readonly scoreWithoutFatal: number | null
  readonly band: string | null
  readonly passed: boolean | null
  /** Why a contact was not scored, when it was not. */
  readonly reason?: string | undefined
  readonly sections: readonly PartScore[]
  readonly dimensions: readonly PartScore[]
  readonly criteria: readonly CriterionResult[]
}
