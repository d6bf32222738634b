import type { Hit, Window } from './passage.ts'

/** Names that a phrase may stand for on one contact: `{hotline}` and the like. Empty when there is no value. */
export interface Subject {
  values(name: string): readonly string[]
}

/** `first` stops as soon as the outcome is known; `every` collects all hits, for counting breaches. */
export type Want = 'first' | 'every'

/** What came of looking for a pattern. `missing` names the parts that were not there. */
export interface Finding {
  readonly matched: boolean
  readonly hits: readonly Hit[]
  readonly missing: readonly Missing[]
}

/** A part that was not found, with the phrases that would have done, for the nearest miss. */
export interface Missing {
  readonly label: string
  readonly phrases: readonly string[]
  /** Whether the phrases were compared by their sound. */
  readonly sound?: boolean
}

/** A compiled pattern. Stateless to its callers: the same window gives the same finding. */
export interface Pattern {
  readonly label: string
  find(window: Window, subject: Subject, want: Want): Finding
  /** The named groups of its regular expressions; absent when there are none. */
  readonly captures?: Captures | undefined
}

/** Reads the named groups of a pattern where it was found. */
export interface Captures {
  readonly names: readonly string[]
  /** Name: the words as written. A group that took no part has no entry. */
  read(hits: readonly Hit[]): ReadonlyMap<string, string>
}
