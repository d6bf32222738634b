import type { FoundEvidence } from '../model/evaluation.ts'
import type { Turn } from '../model/contact.ts'
import { fold, foldWithOffsets, type Folded } from '../text/fold.ts'
import type { Hints, Prefilter } from './prefilter.ts'

/** One turn as patterns see it. */
export interface Passage {
  readonly turn: Turn
  /** Place among the turns of the contact, from 0. */
  readonly index: number
  readonly folded: string
  /** Which patterns can have a hit here, where a prefilter has looked. */
  readonly hints: Hints | undefined
  readonly prefilter: Prefilter | undefined
  /** The way back to the text as written, once somebody asked; see `originalRange`. */
  wayBack: Folded | undefined
  /** The end of this turn and the beginning of the next, once somebody asked; see `seamOf`. */
  seam: Seam | undefined
  /** Where its words begin and end, once somebody asked; see `findBoundaries`. */
  boundaries: Uint8Array | undefined
  /** The text for entities, once somebody asked; see `plainText`. */
  plain: string | undefined
}

export function createPassage(turn: Turn, index: number, prefilter?: Prefilter): Passage {
  const folded = fold(turn.text)
  const hints = prefilter?.scan(folded)
  return {
    turn,
    index,
    folded,
    hints,
    prefilter,
    wayBack: undefined,
    seam: undefined,
    boundaries: undefined,
    plain: undefined
  }
}

/** Two messages in a row, joined where they meet. */
export interface Seam {
  readonly passage: Passage
  readonly after: Passage
  /** How much of the first message was left out before. */
  readonly cut: number
  /** Where in the joined text the first message ends; one blank follows. */
  readonly seam: number
}

// Longer phrases than this are not looked for across two messages.
const REACH = 60

export function seamOf(before: Passage, after: Passage): Seam {
  // What follows may be a turn or a part of it.
  if (before.seam?.after === after) return before.seam
  const cut = Math.max(0, before.turn.text.length - REACH)
  const head = before.turn.text.slice(cut)
  const text = `${head} ${after.turn.text.slice(0, REACH)}`
  const passage = createPassage({ by: before.turn.by, text }, before.index, before.prefilter)
  return (before.seam = { passage, after, cut, seam: head.length })
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
export interface Window extends ReadonlyArray<Passage> {
  /** What the hints of its turns come to together, where somebody has added them up. */
  readonly hints?: Hints | undefined
}

/** Adds up the hints of turns that many patterns will look at. */
export function withHints(passages: readonly Passage[]): Window {
  const [first] = passages
  if (!first?.hints) return passages
  const hints = new Uint32Array(first.hints.length)
  for (const passage of passages) for (let k = 0; k < hints.length; k++) hints[k]! |= passage.hints![k]!
  return Object.assign(passages, { hints })
}

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
