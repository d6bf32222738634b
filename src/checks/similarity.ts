/** The pairs of neighbouring characters of a text, sorted, each as often as it occurs. */
export type Pairs = Uint32Array

// What a comparison costs beside its pairs, in pairs.
const OVERHEAD = 10

/** Pairs that may still be looked at. */
export interface PairBudget {
  pairs: number
}

export function countPairs(text: string): Pairs {
  const pairs = new Uint32Array(Math.max(0, text.length - 1))
  for (let i = 0; i < pairs.length; i++) pairs[i] = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)
  return pairs.sort()
}

/**
 * Whether two texts are at least so much alike by Dice's coefficient, 2 · shared / (all of a + all of b), 0 to 1. Stops
 * as soon as too many pairs of either text have been missed, which for texts unlike each other is soon.
 */
export function isSimilar(a: Pairs, b: Pairs, least: number, budget: PairBudget): boolean {
  // Rounded down a little, so that binary noise does not decide at the very bound.
  const wanted = Math.ceil((least * (a.length + b.length)) / 2 - 1e-9)
  let missA = a.length - wanted
  let missB = b.length - wanted
  let i = 0
  let j = 0
  while (missA >= 0 && missB >= 0 && i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference <= 0) i++
    if (difference >= 0) j++
    if (difference < 0) missA--
    if (difference > 0) missB--
  }
  budget.pairs -= i + j + OVERHEAD
  return missA >= a.length - i && missB >= b.length - j
}

/** A likeness such as `80%`, as a share; `undefined` when it is none, or one that says nothing. */
export function parseLikeness(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())
  const share = match ? Number(match[1]) / 100 : 0
  return share > 0 && share <= 1 ? share : undefined
}
