import type { Code } from '../diagnostics/catalogue.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { LinePlace } from '../report/items/item.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { WrittenStandard } from '../standard/written.ts'
import type { Coverage } from './judge/cover-status.ts'
import type { Judging } from './judge/judging.ts'
import type { ScriptOptions } from './options.ts'
import type { Script } from './script.ts'

/** What rules know beside the library. */
export interface ScriptContext {
  /** Empty when none was asked for: rules that need one then have nothing to say. */
  readonly standards: readonly CompiledStandard[]
  /** The same as they are written, in the same order. */
  readonly written: readonly WrittenStandard[]
  /** Of quotes and other words that rules put into their values. */
  readonly lang: Lang
  readonly options: ScriptOptions
  /** Lists of words that no script may say, each as a standard. */
  readonly lists?: readonly CompiledStandard[] | undefined
  /** What judging has made, for rules to share. */
  readonly judging?: Judging | undefined
  /** How far the library does what the standards ask, where that is known already. */
  readonly coverage?: readonly Coverage[] | undefined
}

/**
 * What is wrong with a library. Its `values` enter the fingerprint of its finding, all but `where` and `line`, which
 * are for places.
 */
export interface ScriptProblem extends Problem {
  readonly code: Code
  /** The id of the script it is about; undefined when it is about the library as a whole. */
  readonly script?: string | undefined
  readonly clause?: readonly string[] | undefined
  /** Other places that show it, such as the script that this one contradicts. */
  readonly related?: readonly { readonly place: LinePlace; readonly message: string }[] | undefined
}

/** One thing that a good library must be. It reports all it finds; the order does not matter. */
export type ScriptRule = (library: readonly Script[], context: ScriptContext) => Iterable<ScriptProblem>
