import type { DraftTurn } from '../contact-draft.ts'
import type { Moment } from '../times.ts'

/** The rows of one contact so far: what its columns hold, and its turns in the order of the file. */
export interface Group {
  readonly id: string
  /** The line of its first row. */
  line: number
  /** The first filled cell of each contact column, or an empty text. */
  readonly cells: string[]
  /** When it began, as a column of the contact states it. */
  started?: Moment | undefined
  /** The offset of its first absolute time. */
  zone: string
  readonly turns: DraftTurn[]
}

/** Stands in a cell whose time went into `started`. */
export const UNDERSTOOD = '\0'
