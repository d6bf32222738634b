import { quoteHit, type Hit, type Passage, type Window } from '../pattern/passage.ts'
import type { Pattern, Subject } from '../pattern/pattern.ts'
import type { Evidence } from '../model/evaluation.ts'
import { isBefore, type Span } from './span.ts'

/** Where a pattern holds: from its first word to its last. */
export interface Place extends Span {
  /** None when the pattern asks for what is not there. */
  readonly hits: readonly Hit[]
  readonly captured: ReadonlyMap<string, string>
}

/** Turns that may still be looked at; keeps one contact, however long, from holding up all others. */
export interface Budget {
  turns: number
}

// A talk of a thousand turns can be searched whole five hundred times, which takes about half a second.
const SEARCHED_TURNS = 500_000

export function createBudget(): Budget {
  return { turns: SEARCHED_TURNS }
}

export const isSpent = (budget: Budget): boolean => budget.turns < 0

/**
 * The turns in which a pattern holds, in order, at most `limit` of them; several hits in one turn are one place. A
 * pattern whose parts are spread over several turns holds once, unless one turn holds all of it first.
 */
export function findPlaces(
  pattern: Pattern,
  window: Window,
  subject: Subject,
  budget: Budget,
  limit = Number.POSITIVE_INFINITY
): readonly Place[] {
  const places: Place[] = []
  for (const passage of window) {
    if (places.length >= limit || isSpent(budget)) break
    budget.turns--
    const finding = pattern.find([passage], subject, 'first')
    if (finding.matched) places.push(createPlace(finding.hits, pattern, passage))
  }
  budget.turns -= window.length
  if (isSpent(budget)) return places
  const whole = pattern.find(window, subject, 'first')
  if (!whole.matched || !isSpread(whole.hits)) return places
  const spread = createPlace(whole.hits, pattern, whole.hits[0]!.passage)
  const [first] = places
  return first && !isBefore(spread.to, first.to) ? places : [spread, ...places].slice(0, limit)
}

function isSpread(hits: readonly Hit[]): boolean {
  return hits.some(hit => hit.passage.index !== hits[0]!.passage.index)
}

function createPlace(hits: readonly Hit[], pattern: Pattern, passage: Passage): Place {
  const captured = pattern.captures?.read(hits) ?? new Map<string, string>()
  const ordered = [...hits].sort((a, b) => a.passage.index - b.passage.index || a.from - b.from)
  const [first] = ordered
  if (!first) {
    const { index, turn } = passage
    return { from: { index, offset: 0 }, to: { index, offset: turn.text.length }, hits, captured }
  }
  let to = { index: first.passage.index, offset: first.to }
  for (const hit of ordered) {
    const end = { index: hit.passage.index, offset: hit.to }
    if (isBefore(to, end)) to = end
  }
  return { from: { index: first.passage.index, offset: first.from }, to, hits: ordered, captured }
}

/** The words that make a place, or the whole turn where it is made of words that are not there. */
export function quotePlace(place: Place, passages: Window): readonly Evidence[] {
  if (place.hits.length > 0) return place.hits.map(quoteHit)
  const passage = passages[place.from.index]
  return passage ? [quoteHit({ passage, from: 0, to: passage.turn.text.length })] : []
}
