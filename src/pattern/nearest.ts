import type { MissingEvidence } from '../model/evaluation.ts'
import { fold } from '../text/fold.ts'
import { align, createSentence, pickBest, type Alignment, type Sentence } from './align.ts'
import { stripFillers } from './fillers.ts'
import { locate } from './like.ts'
import { eachPair, type Pair } from './pairs.ts'
import { quoteHit, type Passage, type Window } from './passage.ts'
import type { Missing } from './pattern.ts'

// Below this the nearest line has nothing to do with what was looked for.
const WORTH_SHOWING = 0.34
// Of long lists only the first phrases are compared: the nearest miss is a help, not a verdict.
const COMPARED = 200
// Lines with many of a phrase's pairs, of which the most similar is shown.
const TRIED = 3

/**
 * Evidence that something is not there: the turns that were searched, and the words that came nearest to one of the
 * phrases, by the similarity of `like`, among the turns that share most pairs of neighbouring characters with it.
 */
export function describeMissing(missing: Missing, window: Window): MissingEvidence {
  const [first, last] = [window[0], window.at(-1)]
  const searched = first && last ? { first: first.index + 1, last: last.index + 1 } : null
  const nearest = window.length > 0 ? findNearest(indexOf(missing), window) : undefined
  return nearest ? { missing: missing.label, searched, nearest } : { missing: missing.label, searched }
}

/** The pairs of some phrases, each with the phrases that hold it. */
interface PairIndex {
  readonly sentences: readonly Sentence[]
  readonly sound: boolean
  readonly byPair: ReadonlyMap<Pair, { readonly phrases: readonly number[]; seen: Passage | undefined }>
  /** How many different pairs each phrase has. */
  readonly sizes: readonly number[]
  readonly shared: Uint16Array
}

// Missing parts are made once per pattern, so their indexes are few and live as long as the standard.
const indexes = new WeakMap<readonly string[], PairIndex>()

function indexOf({ phrases, sound = false }: Missing): PairIndex {
  const known = indexes.get(phrases)
  if (known) return known
  const byPair = new Map<Pair, { phrases: number[]; seen: Passage | undefined }>()
  const texts = phrases.slice(0, COMPARED).map(phrase => stripFillers(fold(phrase)).text)
  const sizes = texts.map((text, i) => {
    const pairs = new Set<Pair>()
    eachPair(text, sound, pair => void pairs.add(pair))
    for (const pair of pairs) {
      const entry = byPair.get(pair)
      if (entry) entry.phrases.push(i)
      else byPair.set(pair, { phrases: [i], seen: undefined })
    }
    return pairs.size
  })
  const sentences = texts.map(text => createSentence(text, sound))
  const index = { sentences, sound, byPair, sizes, shared: new Uint16Array(sizes.length) }
  indexes.set(phrases, index)
  return index
}

interface Candidate {
  readonly passage: Passage
  readonly phrase: number
  /** The share of the phrase's pairs that the turn has. */
  readonly share: number
}

function findNearest(index: PairIndex, window: Window): MissingEvidence['nearest'] {
  let best: { readonly passage: Passage; readonly found: Alignment } | undefined
  for (const { passage, phrase } of listCandidates(index, window)) {
    const { text } = stripFillers(passage.folded)
    const found = pickBest(align(index.sentences[phrase]!, text, WORTH_SHOWING))
    if (found && found.similarity > (best?.found.similarity ?? 0)) best = { passage, found }
  }
  if (!best) return undefined
  const { passage, found } = best
  const hit = quoteHit(locate(passage, stripFillers(passage.folded), found))
  return { ...hit, similarity: Math.round(found.similarity * 100) / 100 }
}

/** The turns that share most pairs with one of the phrases, best first. */
function listCandidates({ byPair, sizes, shared, sound }: PairIndex, window: Window): readonly Candidate[] {
  let best: readonly Candidate[] = []
  for (const passage of window) {
    shared.fill(0)
    let touched = false
    eachPair(stripFillers(passage.folded).text, sound, pair => {
      const entry = byPair.get(pair)
      if (!entry || entry.seen === passage) return
      entry.seen = passage
      touched = true
      for (const phrase of entry.phrases) shared[phrase]!++
    })
    if (!touched) continue
    for (const [phrase, size] of sizes.entries()) {
      const share = shared[phrase]! / size
      if (share < WORTH_SHOWING || share <= (best[TRIED - 1]?.share ?? 0)) continue
      best = [...best, { passage, phrase, share }].sort((a, b) => b.share - a.share).slice(0, TRIED)
    }
  }
  // The marks of this search must not be taken for those of another over the same turns.
  for (const entry of byPair.values()) entry.seen = undefined
  return best
}
