import type { Moment } from '../times.ts'

/** Who sent a message, as the header of the message says. */
export interface Sender {
  /** As it stands there; the same text is the same person. Empty where the header names nobody. */
  readonly label: string
  readonly name?: string | undefined
  readonly id?: string | undefined
  /** The shop whose sub-account it is: only staff have one. */
  readonly shop?: string | undefined
}

/** What a line of a copied or exported chat is. */
export type Step =
  /** Begins a message. */
  | { readonly kind: 'message'; readonly sender: Sender; readonly moment: Moment }
  /** Another line of the header of a message. */
  | { readonly kind: 'header' }
  | { readonly kind: 'text' }
  /** What the platform says in a line of its own, such as that a message was recalled. */
  | { readonly kind: 'notice' }
  /** What the platform puts between messages and nobody said. */
  | { readonly kind: 'noise' }
  | { readonly kind: 'blank' }
  /** Begins a talk with somebody else. */
  | { readonly kind: 'contact'; readonly other: string }

/** Tells what every line of a file is; some can only be told from the lines around them. */
export type Classify = (lines: readonly string[]) => readonly Step[]

/** A date and a time as chat programs write them: without leading zeros, with or without seconds. */
export const TIME: string = String.raw`20\d\d[-/]\d{1,2}[-/]\d{1,2}\s+(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?`

const recalled = /^.{0,40}撤回了一条消息[。.]?$/u

export function isRecall(line: string): boolean {
  return recalled.test(line.trim())
}
