import type { FoundEvidence } from '../model/evaluation.ts'
import type { Turn } from '../model/contact.ts'
import { fold, foldWithOffsets, type Folded } from '../text/fold.ts'

/** One turn as patterns see it. Folding waits until somebody looks. */
export interface Passage {
  readonly turn: Turn
  /** Place among the turns of the contact, from 0. */
  readonly index: number
  readonly folded: string
  readonly offsets: Folded
}

export function createPassage(turn: Turn, index: number): Passage {
  let folded: string | undefined
  let offsets: Folded | undefined
  return {
    turn,
    index,
    get folded() {
      return (folded ??= fold(turn.text))
    },
    get offsets() {
      return (offsets ??= foldWithOffsets(turn.text))
    }
  }
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
