import type { RankedScorecard } from '../report.ts'

/** Orders scorecards for help: lowest mean first, those without a score last, then by key. */
export function compareNeed({ card: a }: RankedScorecard, { card: b }: RankedScorecard): number {
  const [x, y] = [a.score.value, b.score.value]
  if (x !== y) return x === null ? 1 : y === null ? -1 : x - y
  return compareKeys(a.key, b.key)
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
