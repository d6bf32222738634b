import type { MissingEvidence } from '../model/evaluation.ts'
import { fold } from '../text/fold.ts'
import { originalRange, quoteHit, type Passage, type Window } from './passage.ts'
import type { Missing } from './pattern.ts'

// Below this the nearest line has nothing to do with what was looked for.
const WORTH_SHOWING = 0.34
// Of long lists only the first phrases are compared: the nearest miss is a help, not a verdict.
const COMPARED = 200

/**
 * Evidence that something is not there: the turns that were searched, and the turn that came nearest to one of
 * the phrases. Similarity is the share of the phrase's pairs of neighbouring characters that the turn has.
 */
export function describeMissing(missing: Missing, window: Window): MissingEvidence {
  const [first, last] = [window[0], window.at(-1)]
  const searched = first && last ? { first: first.index + 1, last: last.index + 1 } : null
  const nearest = findNearest(missing.phrases, window)
  return nearest ? { missing: missing.label, searched, nearest } : { missing: missing.label, searched }
}

function findNearest(phrases: readonly string[], window: Window): MissingEvidence['nearest'] {
  const wanted = phrases.slice(0, COMPARED).map(phrase => pairs(fold(phrase)))
  let best: { passage: Passage; similarity: number; pairs: ReadonlySet<string> } | undefined
  for (const passage of window) {
    const present = pairs(passage.folded)
    for (const phrase of wanted) {
      let shared = 0
      for (const pair of phrase) if (present.has(pair)) shared++
      const similarity = phrase.size === 0 ? 0 : shared / phrase.size
      if (similarity >= WORTH_SHOWING && similarity > (best?.similarity ?? 0)) {
        best = { passage, similarity, pairs: phrase }
      }
    }
  }
  if (!best) return undefined
  const { folded } = best.passage
  let from = folded.length
  let to = 0
  for (let i = 0; i + 1 < folded.length; i++) {
    if (!best.pairs.has(folded.slice(i, i + 2))) continue
    from = Math.min(from, i)
    to = Math.max(to, i + 2)
  }
  const [start, end] = originalRange(best.passage, from, to)
  const hit = quoteHit({ passage: best.passage, from: start, to: end })
  return { ...hit, similarity: Math.round(best.similarity * 100) / 100 }
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2))
  return found
}
