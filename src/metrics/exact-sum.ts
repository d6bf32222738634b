/** Figures are summed as whole billionths, so that sums of them are exact in any order. */
const UNITS = 1e9

/** Figures summed up, and their squares for the spread. */
export interface ExactSum {
  n: number
  /** Billionths. */
  sum: bigint
  /** Billionths of billionths. */
  squares: bigint
}

export function newSum(): ExactSum {
  return { n: 0, sum: 0n, squares: 0n }
}

/** Adds a finite figure, rounded to a billionth. */
export function addFigure(sum: ExactSum, figure: number): void {
  const units = BigInt(Math.round(figure * UNITS))
  sum.n++
  sum.sum += units
  sum.squares += units * units
}

/** Adds all that `more` holds to `into`, which it gives back. */
export function mergeSums(into: ExactSum, more: ExactSum): ExactSum {
  into.n += more.n
  into.sum += more.sum
  into.squares += more.squares
  return into
}

export function totalOf({ sum }: ExactSum): number {
  return Number(sum) / UNITS
}

/** Mean and standard deviation (of a sample: n - 1), for n >= 1; the deviation of one figure is 0. */
export function momentsOf({ n, sum, squares }: ExactSum): { mean: number; deviation: number } {
  const count = BigInt(n)
  const spread = count * squares - sum * sum
  const deviation = n < 2 ? 0 : Math.sqrt(Number(spread) / Number(count * (count - 1n))) / UNITS
  return { mean: Number(sum) / n / UNITS, deviation }
}

/** One sum over another, as they are and not as they are rounded; `null` over nothing or 0. */
export function divideSums(over: ExactSum, under: ExactSum): number | null {
  return under.sum === 0n ? null : Number(over.sum) / Number(under.sum)
}
