import type { FoundEvidence } from '../../model/evaluation.ts'
import { cutEnd, cutMiddle, cutStart, displayWidth, showText } from './display.ts'

/** A quote in three parts, so that the hit can be painted. */
export interface QuoteParts {
  readonly before: string
  readonly hit: string
  readonly after: string
}

/**
 * A quote on one line of at most `width` columns, shortened around the hit. A quote longer than `to - from` is taken
 * for the whole turn, which the offsets count in; any other is the hit itself.
 */
export function shortenQuote({ quote, from, to }: FoundEvidence, width: number): QuoteParts {
  const inside = quote.length > to - from && to <= quote.length && from < to
  const [start, end] = inside ? [from, to] : [0, quote.length]
  const hit = cutMiddle(showText(quote.slice(start, end)), width)
  const before = showText(quote.slice(0, start))
  const after = showText(quote.slice(end))
  const room = width - displayWidth(hit)
  const left = Math.max(Math.floor(room / 2), room - displayWidth(after))
  const shownBefore = cutStart(before, left)
  return { before: shownBefore, hit, after: cutEnd(after, room - displayWidth(shownBefore)) }
}
