import type { Place } from '../../diagnostics/problem.ts'

/**
 * What somebody says is in order, as plain data. A key that is there holds of a finding when one of its values does;
 * the suppression when all its keys do.
 */
export interface Suppression {
  /** Standard and criterion, a criterion of any standard, or a diagnostic code; `*` at the end stands for the rest. */
  readonly rule?: readonly string[] | undefined
  readonly contact?: readonly string[] | undefined
  /** Ids or names. */
  readonly agent?: readonly string[] | undefined
  /** Patterns of paths. */
  readonly file?: readonly string[] | undefined
  /** Words that the finding speaks of, compared folded. */
  readonly quote?: readonly string[] | undefined
  readonly reason: string
  /** The last day on which it holds, as YYYY-MM-DD. */
  readonly until?: string | undefined
  readonly place: Place
  /** Where each value of `rule` stands. */
  readonly rulePlaces: readonly Place[]
}

/** A finding as suppressions see it. */
export interface Subject {
  readonly rule: string
  readonly contact?: string | undefined
  /** Id and name of the agent, of which either may be meant. */
  readonly agents?: readonly string[] | undefined
  /** The files it lies in: of the contact, of the script, of the standard. */
  readonly files: readonly string[]
  /** All that it says and quotes; asked for only when everything else fits. */
  readonly words: () => readonly string[]
}
