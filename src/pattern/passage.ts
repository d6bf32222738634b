import type { FoundEvidence } from '../model/evaluation.ts'
import type { Turn } from '../model/contact.ts'
import { fold, foldWithOffsets, type Folded } from '../text/fold.ts'

/** One turn as patterns see it. */
export interface Passage {
  readonly turn: Turn
  /** Place among the turns of the contact, from 0. */
  readonly index: number
  readonly folded: string
  /** The way back to the text as written, once somebody asked; see `originalRange`. */
  wayBack: Folded | undefined
}

export function createPassage(turn: Turn, index: number): Passage {
  return { turn, index, folded: fold(turn.text), wayBack: undefined }
}

/**
 * The range [from, to) of the text as written that a range of the folded text came from. The way back is dear and
 * seldom wanted, so it is made when something was found, and kept with the passage: a weak map of passages would
 * cost the garbage collector more than all the judging.
 */
export function originalRange(passage: Passage, from: number, to: number): readonly [number, number] {
  passage.wayBack ??= foldWithOffsets(passage.turn.text)
  return passage.wayBack.original(from, to)
}

/** Turns in which something is looked for, in order. */
export type Window = readonly Passage[]

/** What a pattern found, as a range of the text as it was written. */
export interface Hit {
  readonly passage: Passage
  readonly from: number
  readonly to: number
}

/** A hit as evidence: the original words at their original place. */
export function quoteHit(hit: Hit): FoundEvidence {
  const { turn, index } = hit.passage
  const place = { from: hit.from, to: hit.to, quote: turn.text.slice(hit.from, hit.to) }
  return turn.start === undefined
    ? { turn: index + 1, ...place }
    : { turn: index + 1, at: turn.start, ...place }
}
