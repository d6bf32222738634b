/** Binary noise must not decide at the very bound. */
const NOISE = 1e-9

/** Texts that are alike, in lots of which the first one is the leader. */
export interface Lots {
  /** For each text the leaders before it that it is like, the most similar first; it belongs to the lot of the first. */
  readonly leaders: readonly (readonly number[])[]
  /** How much two texts are alike, 0 to 1. */
  share(a: number, b: number): number
}

/**
 * Sorts texts into lots by Dice's coefficient of their pairs of neighbouring characters, 2 · shared / (pairs of a +
 * pairs of b), of at least `least` to the leader; a text that is like no leader becomes one. Leaders are found by prefix
 * filtering (Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007): two texts so much alike share
 * one of their rarest pairs, so that only texts that do are compared. A text is compared with leaders alone, because of
 * many texts made after one pattern each would be like each.
 */
export function sortIntoLots(texts: readonly string[], least: number): Lots {
  const sets = orderByRarity(texts.map(pairsOf))
  /** Pair -> leaders that have it among their rarest, each with its position there. */
  const index = new Map<number, number[]>()
  const leaders = sets.map((set, i) => {
    // A text that is so much alike has at least so many pairs, of which so many are shared.
    const smallest = Math.ceil((set.length * least) / (2 - least) - NOISE)
    const shared = sharedBy(set.length, smallest)
    const prefix = set.subarray(0, Math.max(0, set.length - shared + 1))
    const found = leadersOf(set, prefix, smallest)
    if (found.length > 0) return found
    for (const [position, pair] of prefix.entries()) {
      const known = index.get(pair)
      if (known) known.push(i, position)
      else index.set(pair, [i, position])
    }
    return []
  })
  return { leaders, share: (a, b) => diceOf(sets[a]!, sets[b]!) }

  /** Pairs that two texts with so many of them must share. */
  function sharedBy(a: number, b: number): number {
    return Math.ceil((least * (a + b)) / 2 - NOISE)
  }

  function leadersOf(set: Uint32Array, prefix: Uint32Array, smallest: number): readonly number[] {
    const seen = new Map<number, number>()
    for (const [position, pair] of prefix.entries()) {
      const known = index.get(pair) ?? []
      for (let k = 0; k < known.length; k += 2) {
        const other = known[k]!
        const size = sets[other]!.length
        const count = seen.get(other) ?? 0
        if (size < smallest || count < 0) continue
        // What is left of both behind this pair is the most that they can share beside what was seen.
        const left = Math.min(set.length - position, size - known[k + 1]!)
        seen.set(other, count + left >= sharedBy(set.length, size) ? count + 1 : -1)
      }
    }
    return [...seen]
      .filter(([, count]) => count > 0)
      .map(([other]) => ({ other, share: diceOf(set, sets[other]!) }))
      .filter(({ share }) => share >= least - NOISE)
      .sort((a, b) => b.share - a.share || a.other - b.other)
      .map(({ other }) => other)
  }
}

function pairsOf(text: string): readonly number[] {
  const pairs = new Set<number>()
  for (let i = 0; i + 1 < text.length; i++) {
    pairs.add(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1))
  }
  return [...pairs]
}

/** Pairs as numbers in the order of how rare they are, the rarest first. */
function orderByRarity(sets: readonly (readonly number[])[]): readonly Uint32Array[] {
  const counts = new Map<number, number>()
  for (const set of sets) for (const pair of set) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const order = [...counts].sort(([a, m], [b, n]) => m - n || a - b)
  const ranks = new Map(order.map(([pair], rank) => [pair, rank]))
  return sets.map(set => Uint32Array.from(set, pair => ranks.get(pair)!).sort())
}

function diceOf(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return (2 * shared) / (a.length + b.length)
}
