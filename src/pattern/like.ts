import { fold } from '../text/fold.ts'
import { align, createSentence, pickApart, pickBest, type Alignment } from './align.ts'
import { stripFillers, type Stripped } from './fillers.ts'
import type { Finder } from './finder.ts'
import { createLikeFilter } from './like-filter.ts'
import type { Manner } from './manner.ts'
import { originalRange, type Hit, type Passage } from './passage.ts'

/**
 * Finds stretches of turns that say one of some sentences nearly so, by the similarity that `align` gives to folded
 * texts without fillers. Wanted once, it gives the best stretch of a turn; else all that do not overlap better ones.
 */
export function createLikeFinder(
  phrases: readonly string[],
  { similarity, sound }: Extract<Manner, { kind: 'like' }>
): Finder {
  const texts = phrases.map(phrase => stripFillers(fold(phrase)).text)
  const sentences = texts.map(text => createSentence(text, sound))
  const filter = createLikeFilter(texts, similarity, sound)

  return {
    inPassage(passage, once) {
      const stripped = stripFillers(passage.folded)
      const candidates = filter(stripped.text)
      if (candidates.length === 0) return none
      const found = candidates.flatMap(candidate => align(sentences[candidate]!, stripped.text, similarity))
      if (found.length === 0) return none
      const picked = once ? [pickBest(found)!] : pickApart(found, stripped.text)
      return picked.map(span => locate(passage, stripped, span))
    }
  }
}

const none: readonly Hit[] = []

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character)

/** A stretch of a stripped text as a hit in the turn it came from, with whole Latin words. */
export function locate(passage: Passage, { place }: Stripped, span: Pick<Alignment, 'from' | 'to'>): Hit {
  const { folded } = passage
  let [start, end] = [place(span.from), place(span.to - 1) + 1]
  while (isLatin(folded[start]) && isLatin(folded[start - 1])) start--
  while (isLatin(folded[end - 1]) && isLatin(folded[end])) end++
  const [from, to] = originalRange(passage, start, end)
  return { passage, from, to }
}
