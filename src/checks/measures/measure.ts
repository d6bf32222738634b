import type { Passage } from '../../pattern/passage.ts'
import type { RateUnit } from '../../text/quantity.ts'
import type { ContactView } from '../view.ts'
import type { WordKey } from '../words.ts'

/** One value of a quantity: milliseconds, or characters or words a minute. */
export interface Sample {
  readonly value: number
  /** How much it counts in a mean; a rate weighs by its time, so that the mean is all text over all time. */
  readonly weight: number
  /** The turn at which it showed. */
  readonly passage?: Passage | undefined
}

/** The values of a quantity on a contact, or why there are none. */
export type Samples =
  | { readonly kind: 'samples'; readonly samples: readonly Sample[] }
  | { readonly kind: 'unknown' | 'na'; readonly why: WordKey }
  /** The customer asked and nobody answered: an infinite wait. */
  | { readonly kind: 'never' }

/** How many values become one: `each` judges every value, `share` counts those within a bound. */
export const aggregates = ['first', 'each', 'mean', 'max', 'p90', 'total', 'share'] as const
export type Aggregate = (typeof aggregates)[number]

/** One quantity that can be measured on a contact. */
export interface Measure {
  readonly name: string
  readonly kind: 'time' | 'rate'
  readonly aggregates: readonly [Aggregate, ...Aggregate[]]
  readonly help: string
  sample(view: ContactView, unit: RateUnit): Samples
}
