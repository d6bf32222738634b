import { blurReading, readingsOf } from '../text/readings.ts'

/** A sentence made ready to be found again in texts that say it nearly so. */
export interface Sentence {
  readonly text: string
  /** How many units it has, open ones aside. */
  readonly size: number
  /** What it costs to leave out each of its units, in half edits. */
  readonly drops: Uint8Array
  /** What it costs to take a unit for each of the sentence's own, in half edits. */
  costs(unit: number): Uint8Array
}

/** The stretch of a text that comes nearest to a sentence. */
export interface Alignment {
  readonly from: number
  readonly to: number
  /** 1 for the same words, 0 for none in common: see `align`. */
  readonly similarity: number
}

const SAME = 0
const CONFUSED = 1
const OTHER = 2

/** A unit of a sentence that stands for any unit or none. Texts of users hold none of them once they are folded. */
export const OPEN = '\uffff'
const OPEN_UNIT = OPEN.charCodeAt(0)

/** `sound`: units are compared by their sounds, and sounds that recognisers confuse cost half an edit. */
export function createSentence(text: string, sound: boolean): Sentence {
  const known = new Map<number, Uint8Array>()
  // Most units stand nowhere in a sentence; they share one answer, or the memo would take much memory.
  const strange = new Uint8Array(text.length).fill(OTHER)
  const drops = Uint8Array.from(text, unit => (unit === OPEN ? SAME : OTHER))
  return {
    text,
    size: drops.filter(cost => cost !== SAME).length,
    drops,
    costs(unit) {
      const before = known.get(unit)
      if (before) return before
      const costs = Uint8Array.from({ length: text.length }, (_, i) =>
        compare(text.charCodeAt(i), unit, sound)
      )
      const kept = costs.every(cost => cost === OTHER) ? strange : costs
      known.set(unit, kept)
      return kept
    }
  }
}

function compare(a: number, b: number, sound: boolean): number {
  if (a === b || a === OPEN_UNIT) return SAME
  if (!sound) return OTHER
  const [wanted, said] = [readingsOf(a), readingsOf(b)]
  if (wanted.some(reading => said.includes(reading))) return SAME
  const blurred = said.map(blurReading)
  return wanted.some(reading => blurred.includes(blurReading(reading))) ? CONFUSED : OTHER
}

/**
 * Finds stretches of a text that come near to a sentence, one for each place where such a stretch ends: the one with
 * the least edits (characters replaced, left out or put in; Levenshtein 1966) between the two, all in one pass over
 * the text (Sellers 1980). With e edits and a sentence of n characters, open ones aside, the similarity is 1 - e / n;
 * those below `least` are left out. Of stretches with the same end and as many edits it is the longest, so that a wrong
 * character stands in the quote.
 */
export function align(sentence: Sentence, text: string, least: number): readonly Alignment[] {
  const { drops, size } = sentence
  const { length } = sentence.text
  // The sum of tenths is seldom what it should be.
  const most = (1 - least) * size * OTHER + 1e-6
  const found: Alignment[] = []
  // For each beginning of the sentence the cost of its best stretch that ends here, and where that begins.
  const cost = new Int32Array(length + 1)
  for (let i = 1; i <= length; i++) cost[i] = cost[i - 1]! + drops[i - 1]!
  const start = new Int32Array(length + 1)

  for (let j = 0; j < text.length; j++) {
    const costs = sentence.costs(text.charCodeAt(j))
    let diagonal = cost[0]!
    let diagonalStart = start[0]!
    start[0] = j + 1
    for (let i = 1; i <= length; i++) {
      let fewest = diagonal + costs[i - 1]!
      let begin = diagonalStart
      const dropped = cost[i - 1]! + drops[i - 1]!
      if (dropped < fewest || (dropped === fewest && start[i - 1]! < begin)) {
        fewest = dropped
        begin = start[i - 1]!
      }
      const added = cost[i]! + OTHER
      if (added < fewest || (added === fewest && start[i]! < begin)) {
        fewest = added
        begin = start[i]!
      }
      diagonal = cost[i]!
      diagonalStart = start[i]!
      cost[i] = fewest
      start[i] = begin
    }
    const from = start[length]!
    if (cost[length]! <= most && from <= j) {
      found.push({ from, to: j + 1, similarity: 1 - cost[length]! / OTHER / size })
    }
  }
  return found
}

/** The best of some stretches: the most similar, then the first, then the longest. */
export function pickBest(found: readonly Alignment[]): Alignment | undefined {
  let best: Alignment | undefined
  for (const one of found) if (!best || compareAlignments(one, best) < 0) best = one
  return best
}

function compareAlignments(a: Alignment, b: Alignment): number {
  return b.similarity - a.similarity || a.from - b.from || b.to - a.to
}

/** The best of some stretches of a text, the best of those that do not touch it, and so on; in order. */
export function pickApart<Found extends Alignment>(
  found: readonly Found[],
  text: string,
  compare: (a: Found, b: Found) => number = compareAlignments
): readonly Found[] {
  const taken = new Uint8Array(text.length)
  const picked: Found[] = []
  for (const one of [...found].sort(compare)) {
    if (taken.subarray(one.from, one.to).includes(1)) continue
    taken.fill(1, one.from, one.to)
    picked.push(one)
  }
  return picked.sort((a, b) => a.from - b.from)
}
