import { eachPair, type Pair } from './pairs.ts'

/** Which sentences a text may hold nearly so, by their places in the list. */
export type LikeFilter = (text: string) => readonly number[]

interface Entry {
  /** Sentences that hold the pair, each as often as they do. */
  readonly sentences: number[]
  seen: number
}

/**
 * An edit breaks at most two pairs of neighbouring characters, so a text with a stretch at most k edits away from a
 * sentence of n characters holds at least n - 1 - 2k of the sentence's pairs (Ukkonen 1992).
 */
export function createLikeFilter(
  sentences: readonly string[],
  similarity: number,
  sound: boolean
): LikeFilter {
  const entries = new Map<Pair, Entry>()
  for (const [sentence, text] of sentences.entries()) {
    eachPair(text, sound, pair => {
      const entry = entries.get(pair)
      if (entry) entry.sentences.push(sentence)
      else entries.set(pair, { sentences: [sentence], seen: 0 })
    })
  }
  // 0.2 of 20 characters is 3.9999999999999996 edits for floating point.
  const allowed = (length: number): number => Math.floor((1 - similarity) * length + 1e-9)
  const needed = sentences.map(({ length }) => length - 1 - 2 * allowed(length))
  const always = needed.flatMap((count, sentence) => (count <= 0 ? [sentence] : []))
  const shared = new Int32Array(sentences.length)
  let scans = 0

  return text => {
    let found: number[] | undefined
    scans++
    shared.fill(0)
    eachPair(text, sound, pair => {
      const entry = entries.get(pair)
      if (!entry || entry.seen === scans) return
      entry.seen = scans
      for (const sentence of entry.sentences) {
        if (++shared[sentence]! === needed[sentence]) (found ??= [...always]).push(sentence)
      }
    })
    return found ?? always
  }
}
