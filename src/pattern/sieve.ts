import { align, OPEN, type Alignment, type Sentence } from './align.ts'
import { eachPair, type Pair } from './pairs.ts'

/** Finds all stretches of a text that say one of some sentences nearly so, for each of the sentences. */
export type Sieve = (text: string) => readonly (readonly Alignment[])[]

/**
 * Long texts hold little that is like a sentence, so alignment is tried only where enough of its pairs of neighbouring
 * characters stand close enough to each other. An edit breaks two pairs at most (Ukkonen 1992): a stretch with k edits
 * holds all but 2k of them.
 */
export function createSieve(sentences: readonly Sentence[], similarity: number, sound: boolean): Sieve {
  const holders = new Map<Pair, number[]>()
  const bounds = sentences.map(({ text, size }, sentence) => {
    let pairs = 0
    for (const piece of text.split(OPEN)) {
      if (piece === '') continue
      pairs += piece.length - 1
      eachPair(piece, sound, pair => {
        const known = holders.get(pair)
        if (!known) holders.set(pair, [sentence])
        else if (known.at(-1) !== sentence) known.push(sentence)
      })
    }
    const edits = Math.floor((1 - similarity) * size + 1e-9)
    return { needed: pairs - 2 * edits, reach: text.length + edits }
  })

  return text => {
    const places = sentences.map((): number[] => [])
    eachPair(text, sound, (pair, at) => {
      for (const sentence of holders.get(pair) ?? []) {
        const known = places[sentence]!
        if (known.at(-1) !== at) known.push(at)
      }
    })
    return sentences.map((sentence, i) =>
      listRegions(places[i]!, bounds[i]!, text.length).flatMap(([from, to]) =>
        align(sentence, text.slice(from, to), similarity)
          .map(found => weigh(sentence, text, { ...found, from: found.from + from, to: found.to + from }))
          .filter(found => found.similarity >= similarity - 1e-9)
      )
    )
  }
}

type Region = readonly [from: number, to: number]

/** The stretches of a text that can hold a sentence whose pairs stand at some places. */
function listRegions(
  places: readonly number[],
  { needed, reach }: { readonly needed: number; readonly reach: number },
  length: number
): readonly Region[] {
  if (needed <= 0) return length > 0 ? [[0, length]] : []
  const regions: [number, number][] = []
  for (let i = 0; i + needed <= places.length; i++) {
    const [first, last] = [places[i]!, places[i + needed - 1]!]
    if (last - first > reach) continue
    const [from, to] = [Math.max(0, last + 2 - reach), Math.min(length, first + reach)]
    const before = regions.at(-1)
    if (before && from <= before[1]) before[1] = Math.max(before[1], to)
    else regions.push([from, to])
  }
  return regions
}

/** A stretch that begins or ends inside a Latin word is an edit less similar: `I'm` is not said by `time`. */
function weigh({ size }: Sentence, text: string, found: Alignment): Alignment {
  const splits = (at: number): boolean => /^[a-z0-9]{2}$/.test(text.slice(Math.max(0, at - 1), at + 1))
  const cuts = [found.from, found.to].filter(splits).length
  return cuts === 0 ? found : { ...found, similarity: found.similarity - cuts / size }
}
