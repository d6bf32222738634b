/** A mark as what it means: a share from 0 to 1, or that the criterion does not apply. */
export type MarkReading = { readonly kind: 'share'; readonly share: number } | { readonly kind: 'na' }

/** The marks that a criterion takes. */
export interface MarkScale {
  /** Which marks there are, for messages. */
  readonly allowed: string
  /** The least share that passes. */
  readonly pass: number
  /** What a mark means; `undefined` when it is none of this scale. */
  read(mark: string): MarkReading | undefined
}
