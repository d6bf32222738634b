import type { Place, Severity } from '../../diagnostics/problem.ts'
import type { Waiver } from '../../model/waiver.ts'

/** A place that names a line, as systems that show findings beside the code ask for. */
export interface LinePlace extends Place {
  /** From 1. */
  readonly line: number
}

/** One thing found wrong, whatever found it: a criterion on a contact, a lint rule, an audit of scripts. */
export interface Finding {
  /** Names the rule: a diagnostic code such as `lint/no-clause`, or standard and criterion: `hotline/opening.greeting`. */
  readonly rule: string
  readonly severity: Severity
  /** In the reader's language, on one line or more, without the place. */
  readonly message: string
  readonly hint?: string | undefined
  readonly clause?: readonly string[] | undefined
  /** Where it is; there always is one. */
  readonly place: LinePlace
  readonly related?: readonly { readonly place: LinePlace; readonly message: string }[] | undefined
  /** The same for the same finding when lines around it move, another for any other finding: 16 hexadecimal digits. */
  readonly fingerprint: string
  readonly waived?: Waiver | undefined
}

/** How many findings of each severity there are that nobody waived. */
export type FindingCounts = Readonly<Record<Severity, number>>

/** What became of one thing that was checked. `error`: it could not be checked; a finding says why. */
export type ItemStatus = 'passed' | 'failed' | 'skipped' | 'error'

/**
 * One thing that was checked: a criterion on a contact, an example, a script, a file. It is `failed` only by a finding
 * that is not waived.
 */
export interface Item {
  /** What it belongs to: a contact, a standard, a library of scripts. */
  readonly suite: string
  readonly name: string
  readonly place: LinePlace
  readonly status: ItemStatus
  /** Why it was skipped. */
  readonly reason?: string | undefined
  readonly findings: readonly Finding[]
}

/** What reports say of a rule. */
export interface RuleHeader {
  readonly id: string
  readonly title: string
  /** What to do about its findings. */
  readonly advice?: string | undefined
  readonly clause?: readonly string[] | undefined
  readonly severity: Severity
  /** Where it is written, if in a file of the user. */
  readonly place?: Place | undefined
}

/** A place with a line for one that may have none: the first. */
export function withLine(place: Place): LinePlace {
  return { ...place, line: Math.max(1, place.line ?? 1) }
}
