import type { CriticalClass, Status } from './evaluation.ts'

/** A figure over contacts with its 95 % confidence interval; `null` where there is nothing to average. */
export interface Estimate {
  readonly n: number
  readonly value: number | null
  /** `null` where no interval can be had, as for the mean of fewer than two. */
  readonly low: number | null
  readonly high: number | null
}

/** Contacts behind a figure: the first few by a fixed order, and how many there are in all. */
export interface ContactList {
  readonly total: number
  readonly shown: readonly { readonly contact: string; readonly score: number | null }[]
}

/** How one criterion went over the contacts of a scorecard. */
export interface CriterionSummary {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  /** Whether failing it is fatal. */
  readonly fatal: boolean
  readonly counts: Readonly<Record<Status, number>>
  /** Share of passes among passes and fails, 0 to 100, with a Wilson interval. */
  readonly passRate: Estimate
  /** Points not earned and points deducted, summed over the contacts. */
  readonly lost: number
  readonly failed: ContactList
}

export interface PartSummary {
  readonly id: string
  readonly title: string
  readonly score: Estimate
}

/**
 * Accuracy by class of error, 0 to 100. For a critical class: contacts without any error of the class among the
 * contacts where it was judged. For `other`, the criteria of no class: criteria met among criteria judged, without
 * an interval, since the criteria of one contact do not vary independently.
 */
export interface ClassSummary {
  readonly id: CriticalClass | 'other'
  readonly accuracy: Estimate
}

/** One agent (or team, or any other key) summed up. */
export interface Scorecard {
  readonly standard: string
  /** Id of the agent, team, ...; `null` for contacts that name none, and for the card over all contacts. */
  readonly key: string | null
  readonly name?: string | undefined
  readonly team?: string | undefined
  /** Contacts evaluated, scored or not. */
  readonly contacts: number
  /** Mean score over the scored contacts, with Student's t interval cut to the range of scores. */
  readonly score: Estimate
  /** Mean of the scores as they would be without fatal breaches. */
  readonly scoreWithoutFatal: Estimate
  /** Share of scored contacts that passed, 0 to 100, with a Wilson interval; empty without a pass mark. */
  readonly passRate: Estimate
  /** Contacts with a fatal breach. */
  readonly fatal: number
  /** Contacts in each band, highest band first. */
  readonly bands: Readonly<Record<string, number>>
  readonly sections: readonly PartSummary[]
  readonly dimensions: readonly PartSummary[]
  /** Empty when no criterion of the standard names a class. */
  readonly classes: readonly ClassSummary[]
  /** Worst first: fatal ones that failed, then most points lost, then most fails, then as the standard has them. */
  readonly criteria: readonly CriterionSummary[]
  /** The scored contacts, lowest scores first. */
  readonly lowest: ContactList
}
