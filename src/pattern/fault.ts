import type { PatternNode } from './node.ts'
import type { RegexFault } from './regex.ts'

/** Where in the source something is: the keys and indexes that lead there from the pattern's root. */
export type Path = readonly (string | number)[]

/** What can be wrong with a pattern that is well formed. */
export type PatternFault =
  | { readonly kind: 'regex'; readonly reason: RegexFault; readonly value: string; readonly detail: string }
  | { readonly kind: 'empty-phrase'; readonly value: string }
  | { readonly kind: 'unknown-lexicon'; readonly value: string }
  | { readonly kind: 'unknown-name'; readonly value: string }
  | { readonly kind: 'unknown-entity'; readonly value: string }
  | { readonly kind: 'no-parts' }
  | { readonly kind: 'count'; readonly value: number; readonly allowed: number }
  /** A key that means nothing without another. */
  | { readonly kind: 'half'; readonly value: string; readonly allowed: string }
  | { readonly kind: 'apart'; readonly value: string }
  | { readonly kind: 'percent'; readonly value: string }
  /** A regular expression or an object where only phrases can be compared. */
  | { readonly kind: 'no-phrase'; readonly key: string; readonly value: string }
  /** A phrase of one sound, which stands for too many words. */
  | { readonly kind: 'short-sound'; readonly value: string }
  | { readonly kind: 'no-forms'; readonly value: string }

/** What a pattern needs from the standard around it. */
export interface PatternEnv {
  /** The resolved lexicon of that name, `null` when there is none. */
  lexicon(name: string): PatternNode | null
  /** Whether `{name}` can have a value on some contact. */
  knowsName(name: string): boolean
  report(fault: PatternFault, at: Path): void
}
