import type * as z from 'zod'
import type { Outcome } from '../model/evaluation.ts'
import type { Pattern } from '../pattern/pattern.ts'
import type { Path } from '../pattern/resolve.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Condition, ConditionSource } from './sources.ts'
import type { Expression } from './expression.ts'
import type { Scope, ScopeSource } from './scope.ts'
import type { By, ContactView } from './view.ts'
import type { Say } from './words.ts'

/** A check made ready: judges one contact. */
export type Judge = (view: ContactView) => Outcome

/** What can be wrong with the options of a check that are well formed. */
export type OptionFault =
  | { readonly kind: 'duration' | 'rate' | 'percent' | 'within'; readonly value: string }
  | { readonly kind: 'no-bound' | 'no-reply-pattern' }
  | { readonly kind: 'one-measure'; readonly value: string }

/** What a check may ask of the standard it stands in. Paths lead from the root of the check's options. */
export interface CompileEnv {
  readonly say: Say
  pattern(source: PatternSource, at: Path): Pattern
  scope(source: ScopeSource, at: Path, fallback?: By): Scope
  condition(source: ConditionSource, at: Path): Condition
  expression(text: string, at: Path): Expression
  /** A bound such as `30s` or `{reply_bound_s}s`, read by `parse`; a name takes the contact's own value first. */
  bound<T>(
    text: string,
    parse: (text: string) => T | undefined,
    fault: OptionFault['kind'],
    at: Path
  ): (view: ContactView) => T | undefined
  report(fault: OptionFault, at: Path): void
}

/** One kind of check: its name in a criterion, the shape of its options, and how it is made ready. */
export interface CheckKind<Options> {
  readonly name: string
  readonly options: z.ZodType<Options>
  compile(options: Options, env: CompileEnv): Judge
}

/** A kind of check whose options have been proved by its own schema. */
export interface AnyCheck {
  readonly name: string
  readonly options: z.ZodType
  compile(options: unknown, env: CompileEnv): Judge
}

/** Forgets the type of a check's options: the schema, which sees them first, vouches for it. */
export function anyCheck<Options>(kind: CheckKind<Options>): AnyCheck {
  return { ...kind, compile: (options, env) => kind.compile(options as Options, env) }
}
