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
      const word = { from: 0, to: 0 }
      return picked.map(span => locate(passage, stripped, span, word))
    }
  }
}

const none: readonly Hit[] = []

/** A Latin word of a folded text, [from, to). */
interface Word {
  from: number
  to: number
}

/**
 * A stretch of a stripped text as a hit in the turn it came from, with whole Latin words. `word` remembers the last of
 * them: many stretches may lie in one endless word.
 */
export function locate(
  passage: Passage,
  { place }: Stripped,
  span: Pick<Alignment, 'from' | 'to'>,
  word: Word = { from: 0, to: 0 }
): Hit {
  const { folded } = passage
  const first = place(span.from)
  const last = place(span.to - 1)
  const start = isLatin(folded, first) ? findWord(folded, first, word).from : first
  const end = isLatin(folded, last) ? findWord(folded, last, word).to : last + 1
  const [from, to] = originalRange(passage, start, end)
  return { passage, from, to }
}

function findWord(folded: string, at: number, word: Word): Word {
  if (at >= word.from && at < word.to) return word
  word.from = at
  word.to = at + 1
  while (isLatin(folded, word.from - 1)) word.from--
  while (isLatin(folded, word.to)) word.to++
  return word
}

function isLatin(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
}
