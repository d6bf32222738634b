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
  const nearest = window.length > 0 ? findNearest(indexOf(missing.phrases), window) : undefined
  return nearest ? { missing: missing.label, searched, nearest } : { missing: missing.label, searched }
}

/** The pairs of some phrases, each with the phrases that hold it. */
interface PairIndex {
  readonly byPair: ReadonlyMap<number, { readonly phrases: readonly number[]; seen: Passage | undefined }>
  /** How many different pairs each phrase has. */
  readonly sizes: readonly number[]
  readonly shared: Uint16Array
}

// Missing parts are made once per pattern, so their indexes are few and live as long as the standard.
const indexes = new WeakMap<readonly string[], PairIndex>()

function indexOf(phrases: readonly string[]): PairIndex {
  const known = indexes.get(phrases)
  if (known) return known
  const byPair = new Map<number, { phrases: number[]; seen: Passage | undefined }>()
  const sizes = phrases.slice(0, COMPARED).map((phrase, i) => {
    const pairs = new Set(listPairs(fold(phrase)))
    for (const pair of pairs) {
      const entry = byPair.get(pair)
      if (entry) entry.phrases.push(i)
      else byPair.set(pair, { phrases: [i], seen: undefined })
    }
    return pairs.size
  })
  const index = { byPair, sizes, shared: new Uint16Array(sizes.length) }
  indexes.set(phrases, index)
  return index
}

const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)

function listPairs(text: string): number[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => pairAt(text, i))
}

function findNearest({ byPair, sizes, shared }: PairIndex, window: Window): MissingEvidence['nearest'] {
  if (sizes.length === 0) return undefined
  let best: { passage: Passage; similarity: number; phrase: number } | undefined
  for (const passage of window) {
    const { folded } = passage
    shared.fill(0)
    let touched = false
    for (let i = 0; i + 1 < folded.length; i++) {
      const entry = byPair.get(pairAt(folded, i))
      if (!entry || entry.seen === passage) continue
      entry.seen = passage
      touched = true
      for (const phrase of entry.phrases) shared[phrase]!++
    }
    if (!touched) continue
    for (const [phrase, size] of sizes.entries()) {
      const similarity = shared[phrase]! / size
      if (similarity >= WORTH_SHOWING && similarity > (best?.similarity ?? 0))
        best = { passage, similarity, phrase }
    }
  }
  // The marks of this search must not be taken for those of another over the same turns.
  for (const entry of byPair.values()) entry.seen = undefined
  if (!best) return undefined

  const { folded } = best.passage
  let from = folded.length
  let to = 0
  for (let i = 0; i + 1 < folded.length; i++) {
    if (!byPair.get(pairAt(folded, i))?.phrases.includes(best.phrase)) continue
    from = Math.min(from, i)
    to = Math.max(to, i + 2)
  }
  const [start, end] = originalRange(best.passage, from, to)
  const hit = quoteHit({ passage: best.passage, from: start, to: end })
  return { ...hit, similarity: Math.round(best.similarity * 100) / 100 }
}
