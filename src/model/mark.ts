/** What a person decided on one criterion of one contact. */
export interface Mark {
  readonly contact: string
  readonly criterion: string
  /** Only for the standard of this id; for every standard with such a criterion when not said. */
  readonly standard?: string | undefined
  /** As it was written: `4`, `好`, `yes`, `n/a`. */
  readonly mark: string
  readonly by?: string | undefined
  readonly note?: string | undefined
}
