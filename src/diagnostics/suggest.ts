/** What was probably meant by a word. */
export interface Suggestion {
  readonly meant: string
  /** Whether no other candidate comes as near. */
  readonly sole: boolean
}

/** The candidate nearest to a word, when it is near enough to be a slip. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  return findNearest(word, candidates)?.meant
}

/**
 * The candidate nearest to a word by edit distance (Damerau-Levenshtein, optimal string alignment), when it is
 * near enough to be a slip: at most a third of the longer word, at least one edit. Of several the first.
 */
export function findNearest(word: string, candidates: Iterable<string>): Suggestion | undefined {
  let best: string | undefined
  let sole = true
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    const limit = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))
    if (distance > limit || distance > bestDistance) continue
    if (distance === bestDistance) {
      if (candidate !== best) sole = false
      continue
    }
    best = candidate
    bestDistance = distance
    sole = true
  }
  return best === undefined ? undefined : { meant: best, sole }
}

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length]!
}
