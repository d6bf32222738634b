import type { Scorecard } from '../model/scorecard.ts'
import { compareKeys } from './finish-tally.ts'

/** The places, counted from 1, that a scorecard may hold among those ranked. */
export interface Places {
  readonly best: number
  readonly worst: number
}

/** `places` is `null` for a card that cannot be ranked: no interval, or contacts of nobody in particular. */
export interface RankedCard {
  readonly card: Scorecard
  readonly places: Places | null
}

/**
 * Ranks scorecards by mean score as far as the figures bear it. A card stands above another only if its whole
 * interval does; `best` is 1 + how many stand above it, and `worst` leaves room for those below it. So two cards share
 * a place whenever their intervals touch or overlap, and an agent of few contacts, who might stand anywhere, spans many
 * places without tying the others to each other.
 *
 * The order is by best place, then by worst, then by key; those that cannot be ranked come last. Within a place it
 * means nothing.
 */
export function rankScorecards(cards: readonly Scorecard[]): readonly RankedCard[] {
  const ranked = cards.filter(isRankable)
  const lows = ranked.map(card => card.score.low).sort(byNumber)
  const highs = ranked.map(card => card.score.high).sort(byNumber)
  return cards
    .map((card): RankedCard => {
      if (!isRankable(card)) return { card, places: null }
      const above = lows.length - countUpTo(lows, card.score.high)
      const below = countBelow(highs, card.score.low)
      return { card, places: { best: 1 + above, worst: ranked.length - below } }
    })
    .sort(compareRanked)
}

type Rankable = Scorecard & { readonly score: { readonly low: number; readonly high: number } }

function isRankable(card: Scorecard): card is Rankable {
  return card.key !== null && card.score.low !== null && card.score.high !== null
}

function compareRanked(a: RankedCard, b: RankedCard): number {
  const [p, q] = [a.places, b.places]
  if (p !== null && q !== null && p.best !== q.best) return p.best - q.best
  if (p !== null && q !== null && p.worst !== q.worst) return p.worst - q.worst
  if ((p === null) !== (q === null)) return p === null ? 1 : -1
  return compareKeys(a.card.key, b.card.key)
}

function byNumber(a: number, b: number): number {
  return a - b
}

/** How many of the sorted figures are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  return countWhile(sorted, figure => figure <= limit)
}

/** How many of the sorted figures are below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  return countWhile(sorted, figure => figure < limit)
}

/** How many figures at the start of a sorted list satisfy a condition that ends once. */
function countWhile(sorted: readonly number[], holds: (figure: number) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(sorted[middle]!)) from = middle + 1
    else to = middle
  }
  return from
}
