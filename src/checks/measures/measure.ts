import type { Passage } from '../../pattern/passage.ts'
import type { Pattern } from '../../pattern/pattern.ts'
import type { RateUnit } from '../../text/quantity.ts'
import type { By, ContactView } from '../view.ts'
import type { WordKey } from '../words.ts'

/**
 * One value of a quantity in the unit that it is kept in: milliseconds, characters or words (a minute, or as they
 * are), a share from 0 to 1, or a number.
 */
export interface Sample {
  readonly value: number
  /** How much it counts in a mean; a rate weighs by its time, so that the mean is all text over all time. */
  readonly weight: number
  /** The turn at which it showed. */
  readonly passage?: Passage | undefined
}

/**
 * The values of a quantity on a contact, or why there are none. `unknown`: they exist, but the input does not tell
 * them, such as silence without the ends of turns. `na`: there can be none, such as a reply where nobody asked.
 */
export type Samples =
  | { readonly kind: 'samples'; readonly samples: readonly Sample[] }
  /** What was asked for as the export states it, not to be aggregated again. */
  | { readonly kind: 'stated'; readonly value: number }
  | { readonly kind: 'unknown' | 'na'; readonly why: WordKey }
  /** The customer asked and nobody answered: an infinite wait. */
  | { readonly kind: 'never' }

/**
 * How many values become one. `each` judges every value, `share` the share of values within a bound, `count` how
 * many there are, `p90` the smallest that at least nine of ten do not exceed.
 */
export const aggregates = ['each', 'first', 'mean', 'min', 'max', 'p90', 'total', 'count', 'share'] as const
export type Aggregate = (typeof aggregates)[number]

/** What a quantity is counted in, which decides how its bounds are written. */
export type UnitKind = 'time' | 'rate' | 'share' | 'count' | 'length'

/** Options of `measure` that only some quantities have a use for. */
export const lensKeys = ['by', 'in', 'over', 'delay', 'from', 'started_by', 'skip_under', 'unless'] as const
export type LensKey = (typeof lensKeys)[number]

/** Through what a quantity looks at one contact. */
export interface Lens {
  /** Whose it is. */
  readonly by: By
  readonly aggregate: Aggregate
  readonly unit: RateUnit
  /** Whether a turn lies in the scope that `in` names. */
  includes(passage: Passage): boolean
  /** Whether `in` names a scope at all. */
  readonly scoped: boolean
  /** Values up to this are not counted; 0 when not said. */
  readonly over: number
  /** Overlap in ms from which on it is an interruption. */
  readonly delay: number
  /** Whether the wait for a reply in a chat runs from the last message before it, not from the first. */
  readonly fromLast: boolean
  /** Turns of fewer characters or words do not count. */
  readonly skipUnder: number
  /** What the agent says before a hold. */
  readonly startedBy: Pattern | undefined
}

/** One quantity that can be measured on a contact. */
export interface Measure {
  readonly name: string
  readonly unit: UnitKind
  /** What its key takes: aggregates, or speakers where the quantity is one figure for each of them. */
  readonly choices: readonly [Aggregate | By, ...(Aggregate | By)[]]
  readonly takes: readonly LensKey[]
  /** Whose it can be; the first when `by` does not say. */
  readonly speakers: readonly [By, ...By[]]
  /** Whose turns `in` picks, where that is not whose the quantity is. */
  readonly scopeOf?: By | undefined
  /** Whether the words that excuse a value stand in the very turn at which it shows, not before it. */
  readonly excusedInside?: boolean | undefined
  /** What it is called in messages. */
  readonly title: WordKey
  readonly help: string
  sample(view: ContactView, lens: Lens): Samples
}

/** Sides of the talk, whose times and words are measured. */
export const sides = ['agent', 'customer'] as const satisfies readonly By[]

export function otherSide(by: By): (typeof sides)[number] {
  return by === 'agent' ? 'customer' : 'agent'
}

export function samplesOf(values: readonly Sample[]): Samples {
  return { kind: 'samples', samples: values }
}

/** One figure for the whole contact. */
export function figure(value: number): Samples {
  return samplesOf([{ value, weight: 1 }])
}

/** The sum of the values beyond a bound. */
export function sumOver(samples: readonly Sample[], over: number): number {
  return samples.reduce((sum, { value }) => sum + (value > over ? value : 0), 0)
}
