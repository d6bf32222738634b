import type { Comment } from './comments.ts'

/** Columns by which what belongs to something stands further in. */
export const STEP = 2

/** The keys and numbers that lead to a part of a document. */
export type Path = readonly (string | number)[]

/** A line of comment, and whether an empty line stands above it. */
export type Remark = Pick<Comment, 'text' | 'blank'>

/** A part of a block: an item of a list, or a key with its value. */
export interface Entry {
  /** Comments above it. */
  readonly above: readonly Remark[]
  /** Whether an empty line stands right above it. */
  readonly blank: boolean
  /** `undefined` for an item of a list. */
  readonly key: string | undefined
  /** The name of the key, for ordering. */
  readonly name: string
  /** Comment behind the key or the dash, before its value. */
  readonly beside: string | undefined
  /** Comments between the key and a value that is not a block. */
  readonly between: readonly Remark[]
  readonly value: Value
  /** Comment behind the value. */
  readonly behind: string | undefined
}

/** What stands behind a key or dash. */
export type Value =
  | { readonly kind: 'line'; readonly text: string }
  /** Lines after the first are indented below the key; those of a block of text keep empty lines empty. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly keeps?: boolean | undefined }
  | ({ readonly kind: 'flow' } & FlowForms)
  | Bracketed
  | BlockValue

/** A collection in brackets. */
export interface FlowForms {
  /** Anchor and tag. */
  readonly props: string
  readonly text: string
  /** What it is when one line is too long; `undefined` for what was written on one. */
  readonly long: Bracketed | BlockValue | undefined
}

export type BlockValue = { readonly kind: 'block' } & Block

/** A collection in brackets whose lines stay as they are. */
export interface Bracketed {
  readonly kind: 'bracketed'
  readonly props: string
  readonly lines: readonly BracketLine[]
}

/** A line without its indentation, which the innermost bracket that is open gives. */
export interface BracketLine {
  readonly text: string
  readonly bracket: OpenBracket | undefined
}

export interface OpenBracket {
  /** Number of the line that it stands in. */
  readonly line: number
  /** What stands before it in that line. */
  readonly before: string
  /** Whether it ends its line. */
  readonly hangs: boolean
  /** Whether the line begins with the one that closes it. */
  readonly closes: boolean
}

export interface Block {
  /** Anchor and tag. */
  readonly props: string
  readonly entries: readonly Entry[]
  /** Comments below the last entry. */
  readonly below: readonly Remark[]
}
