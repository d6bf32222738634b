/** Up to so many different figures are kept as they are. */
const DISTINCT = 1 << 16

/** Digits that are kept of each figure where there are more of them. */
const DIGITS = 4

/**
 * How often each figure occurred. Up to 65 536 different figures it is exact; beyond, every figure is kept to four
 * significant digits. Which of both depends on the figures alone and not on the order of adding, and what is held
 * grows with neither.
 */
export interface ValueCounts {
  n: number
  coarse: boolean
  counts: Map<number, number>
}

export function newValueCounts(): ValueCounts {
  return { n: 0, coarse: false, counts: new Map() }
}

export function addValue(values: ValueCounts, figure: number): void {
  values.n++
  put(values, figure, 1)
}

/** Adds all that `more` holds to `into`, which it gives back. */
export function mergeValues(into: ValueCounts, more: ValueCounts): ValueCounts {
  into.n += more.n
  if (more.coarse && !into.coarse) coarsen(into)
  for (const [figure, count] of more.counts) put(into, figure, count)
  return into
}

/** Gives the figure of a rank, counted from 1, of the sorted figures. */
export function createRanking({ counts }: ValueCounts): (rank: number) => number {
  const sorted = [...counts].sort(([a], [b]) => a - b)
  return rank => {
    let passed = 0
    for (const [figure, count] of sorted) {
      passed += count
      if (passed >= rank) return figure
    }
    return sorted.at(-1)?.[0] ?? Number.NaN
  }
}

function put(values: ValueCounts, figure: number, count: number): void {
  const kept = values.coarse ? shorten(figure) : figure + 0
  values.counts.set(kept, (values.counts.get(kept) ?? 0) + count)
  if (!values.coarse && values.counts.size > DISTINCT) coarsen(values)
}

function coarsen(values: ValueCounts): void {
  const { counts } = values
  values.coarse = true
  values.counts = new Map()
  for (const [figure, count] of counts) put(values, figure, count)
}

function shorten(figure: number): number {
  return Number(figure.toPrecision(DIGITS)) + 0
}
