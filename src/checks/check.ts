import type * as z from 'zod'
import type { Outcome } from '../model/evaluation.ts'
import type { Pattern } from '../pattern/pattern.ts'
import type { Path } from '../pattern/resolve.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Condition, ConditionSource } from './sources.ts'
import type { Expression } from './expression.ts'
import type { FieldTypes } from './fields.ts'
import type { MarkScale } from './mark-reading.ts'
import type { Scope, ScopeSource } from './scope.ts'
import type { By, ContactView } from './view.ts'
import type { Say } from './words.ts'

/** A check made ready: judges one contact. */
export type Judge = (view: ContactView) => Outcome

/** What a bound can fail to be. */
export type BoundFault = 'wait' | 'duration' | 'rate' | 'percent' | 'number' | 'length' | 'within'

/** What can be wrong with the options of a check that are well formed. */
export type OptionFault =
  | { readonly kind: BoundFault; readonly value: string }
  | { readonly kind: 'no-bound' | 'no-reply-pattern' }
  | { readonly kind: 'reach' | 'not-together' | 'after-hangup'; readonly value: string }
  /** A name in a script that stands for nothing; `allowed` are its slots. */
  | { readonly kind: 'unknown-slot'; readonly value: string; readonly allowed: readonly string[] }
  | { readonly kind: 'slot-alone' | 'slots-touch' | 'unused-slot'; readonly value: string }
  | { readonly kind: 'unknown-field' | 'one-measure'; readonly value: string }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'part-check' | 'half-pair'; readonly value: string; readonly allowed: string }
  | { readonly kind: 'count'; readonly value: number; readonly allowed: number }
  | { readonly kind: 'bad-value'; readonly value: string; readonly allowed: string }
  /** An option that has no use beside another one. */
  | {
      readonly kind: 'unused-option'
      readonly value: string
      readonly beside: string
      readonly allowed: string
    }

/** The keys of a map that holds a check, as written. */
export type CheckSource = Readonly<Record<string, unknown>>

/** What stands beside the options of a check: the keys of the map it is in, and the environment there. */
export interface Beside {
  readonly source: CheckSource
  readonly env: CompileEnv
}

/** What a check may ask of the standard it stands in. Paths lead from the root of the check's options. */
export interface CompileEnv {
  readonly say: Say
  /** Id of the criterion that is compiled. */
  readonly owner: string
  /** The fields that the standard knows. */
  readonly fields: FieldTypes
  /** The same surroundings further down the path. */
  within(at: Path): CompileEnv
  /** Whether `{name}` can have a value on some contact. */
  knowsName(name: string): boolean
  /** Says that the criterion takes marks of a person, and which. */
  takesMarks(scale: MarkScale): void
  pattern(source: PatternSource, at: Path): Pattern
  scope(source: ScopeSource, at: Path, fallback?: By): Scope
  condition(source: ConditionSource, at: Path): Condition
  expression(text: string, at: Path): Expression
  /** A bound such as `30s` or `{reply_bound_s}s`, read by `parse`; a name takes the contact's own value first. */
  bound<T>(
    text: string,
    parse: (text: string) => T | undefined,
    fault: BoundFault,
    at: Path
  ): (view: ContactView) => T | undefined
  report(fault: OptionFault, at: Path): void
  /** How another criterion of the standard comes out, wherever in the file it stands. */
  criterion(id: string, at: Path): Judge
  /** The same environment for patterns in which `{name}` may also stand for something captured. */
  withNames(names: readonly string[]): CompileEnv
}

/** One kind of check: its name in a criterion, the shape of its options, and how it is made ready. */
export interface CheckKind<Options> {
  readonly name: string
  readonly options: z.ZodType<Options>
  /** Keys that only mean something beside this one, in the same map. */
  readonly beside?: Readonly<Record<string, z.ZodType>> | undefined
  compile(options: Options, env: CompileEnv, beside: Beside): Judge
}

/** A kind of check whose options have been proved by its own schema. */
export interface AnyCheck {
  readonly name: string
  readonly options: z.ZodType
  readonly beside?: Readonly<Record<string, z.ZodType>> | undefined
  compile(options: unknown, env: CompileEnv, beside: Beside): Judge
}

/** Forgets the type of a check's options: the schema, which sees them first, vouches for it. */
export function anyCheck<Options>(kind: CheckKind<Options>): AnyCheck {
  return { ...kind, compile: (options, env, beside) => kind.compile(options as Options, env, beside) }
}
