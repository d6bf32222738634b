import type { Status } from '../model/evaluation.ts'
import type { PatternParts, PatternSource } from '../pattern/source.ts'
import type { AnchorKeys } from './anchor-source.ts'
import type { ScopeSource } from './scope.ts'
import type { ContactView } from './view.ts'

/** A pattern with the scope it is looked for in. */
export interface SaidSource extends PatternParts, ScopeSource, AnchorKeys {}

/** Something said: a pattern alone, or with its scope. */
export type SpokenSource = PatternSource | SaidSource

/** What can have become of a criterion that a condition asks for. */
export const outcomes = ['pass', 'fail', 'na', 'unknown'] as const satisfies readonly Status[]

/** Something said, or conditions of which one must hold (`either`) or none may (`neither`); all of what is there. */
export interface ConditionParts extends SaidSource {
  /** A criterion of the standard, which came out as `is` says. */
  readonly criterion?: string | undefined
  readonly is?: Status | readonly Status[] | undefined
  readonly either?: readonly ConditionSource[] | undefined
  readonly neither?: readonly ConditionSource[] | undefined
}

/** A condition as written: an expression, an object, or a list of which all must hold. */
export type ConditionSource = string | ConditionParts | readonly ConditionSource[]

export type ConditionVerdict =
  { readonly kind: 'value'; readonly value: boolean } | { readonly kind: 'unknown'; readonly reason: string }

/** A condition made ready. */
export interface Condition {
  /** How the condition reads, for reasons. */
  readonly text: string
  test(view: ContactView): ConditionVerdict
}
