import type { Status } from './evaluation.ts'

/** A figure over contacts with its 95 % confidence interval; `null` where there is nothing to average. */
export interface Estimate {
  readonly n: number
  readonly value: number | null
  /** `null` below two observations, where no interval can be had. */
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
  readonly counts: Readonly<Record<Status, number>>
  /** Share of passes among passes and fails, 0 to 100, with a Wilson interval. */
  readonly passRate: Estimate
  /** Points lost by failing it, summed over the contacts. */
  readonly lost: number
  readonly failed: ContactList
}

export interface PartSummary {
  readonly id: string
  readonly title: string
  readonly score: Estimate
}

/** One agent (or team, or any other key) summed up. */
export interface Scorecard {
  readonly standard: string
  readonly key: string | null
  readonly name?: string | undefined
  readonly team?: string | undefined
  /** Contacts evaluated, scored or not. */
  readonly contacts: number
  /** Mean score over the scored contacts, with Student's t interval cut to 0..100. */
  readonly score: Estimate
  /** Mean of the scores as they would be without fatal breaches. */
  readonly scoreWithoutFatal: Estimate
  /** Share of scored contacts that passed, 0 to 100, with a Wilson interval. */
  readonly passRate: Estimate
  readonly fatal: number
  readonly bands: Readonly<Record<string, number>>
  readonly sections: readonly PartSummary[]
  readonly dimensions: readonly PartSummary[]
  /** Worst first: most points lost. */
  readonly criteria: readonly CriterionSummary[]
  /** Lowest scores first. */
  readonly lowest: ContactList
}
