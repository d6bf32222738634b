import { createPassage, type Passage, type Window } from '../pattern/passage.ts'
import type { ContactView } from './view.ts'

/** A point in a contact: before the character `offset` of the turn `index`, both from 0. */
export interface Position {
  readonly index: number
  readonly offset: number
}

/** A stretch of a contact, [from, to). */
export interface Span {
  readonly from: Position
  readonly to: Position
}

export function wholeSpan(view: ContactView): Span {
  return { from: { index: 0, offset: 0 }, to: { index: view.passages.length, offset: 0 } }
}

export function isBefore(a: Position, b: Position): boolean {
  return a.index < b.index || (a.index === b.index && a.offset < b.offset)
}

/** What two spans share; empty when `to` is not behind `from`. */
export function clipSpan(a: Span, b: Span): Span {
  return { from: isBefore(a.from, b.from) ? b.from : a.from, to: isBefore(a.to, b.to) ? a.to : b.to }
}

/**
 * The turns of a window that lie in a span. A turn that lies there in part is cut to that part, and left out when
 * nothing is left of it but marks; what is found in it keeps its place in the text as written.
 */
export function cutWindow(window: Window, { from, to }: Span): Window {
  if (!isBefore(from, to)) return []
  const cut = window.slice(countBefore(window, from.index), countBefore(window, to.index + 1))
  const last = cut.at(-1)
  if (last?.index === to.index) cut.splice(-1, 1, ...cutPassage(last, 0, to.offset))
  const [first] = cut
  if (first?.index === from.index && from.offset > 0) {
    cut.splice(0, 1, ...cutPassage(first, from.offset, first.turn.text.length))
  }
  return cut
}

/** How many turns of a window stand before the turn `index` of the contact. */
export function countBefore(window: Window, index: number): number {
  let [low, high] = [0, window.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (window[middle]!.index < index) low = middle + 1
    else high = middle
  }
  return low
}

function cutPassage({ turn, index, prefilter }: Passage, from: number, to: number): readonly Passage[] {
  // Blanks in front keep offsets as they were, and folding drops them.
  const text = ' '.repeat(from) + turn.text.slice(from, to)
  const passage = createPassage({ ...turn, text }, index, prefilter)
  return passage.folded === '' ? [] : [passage]
}
