/** Scores are whole numbers of billionths of a point, so that sums of them are exact in any order. */
const UNITS = 1e9

/** A figure in billionths, rounded to a whole number. Below 2^52 billionths (4.5 million points). */
export function toUnits(value: number): number {
  return Math.round(value * UNITS)
}

/**
 * Strips the noise of binary fractions below a billionth. This is not the rounding of a report: it makes a score
 * that is 57 on paper stand at 57 and not a hair below the edge of its band.
 */
export function strip(value: number): number {
  return toUnits(value) / UNITS
}

/**
 * Sums of whole numbers >= 0 that never lose a digit, side by side: each is `high` times 2^52 plus `low`. `low` is
 * always below 2^52, so that equal sums look equal however they came about.
 */
export interface ExactSums {
  readonly low: Float64Array
  readonly high: Float64Array
}

const LIMB = 2 ** 52

export function newSums(length: number): ExactSums {
  return { low: new Float64Array(length), high: new Float64Array(length) }
}

/** Adds a whole number from 0 up to, but not with, 2^52. */
export function addTo({ low, high }: ExactSums, index: number, amount: number): void {
  const sum = low[index]! + amount
  if (sum < LIMB) {
    low[index] = sum
    return
  }
  low[index] = sum - LIMB
  high[index]! += 1
}

/** Adds all sums of `more` to those of `into`. */
export function addSums(into: ExactSums, more: ExactSums): void {
  for (let i = 0; i < more.low.length; i++) {
    addTo(into, i, more.low[i]!)
    into.high[i]! += more.high[i]!
  }
}

export function sumAt({ low, high }: ExactSums, index: number): bigint {
  return BigInt(high[index]!) * BigInt(LIMB) + BigInt(low[index]!)
}

/** Slots that `addMoment` needs: the sum, and three for the sum of squares. */
export const MOMENT_SLOTS = 4

// A square has twice the digits of its root and would not fit: (high * 10^6 + low)^2 is kept as three sums.
const HALF = 1e6

/** Adds a figure in points, 0 to 35 000, to the sum and the sum of squares that start at `index`. */
export function addMoment(sums: ExactSums, index: number, value: number): void {
  const units = toUnits(value)
  const high = Math.floor(units / HALF)
  const low = units - high * HALF
  addTo(sums, index, units)
  addTo(sums, index + 1, high * high)
  addTo(sums, index + 2, high * low)
  addTo(sums, index + 3, low * low)
}

/** Mean and standard deviation (of a sample: n - 1) in points; `n` >= 1, and the deviation of one figure is 0. */
export function momentsAt(sums: ExactSums, index: number, n: number): { mean: number; deviation: number } {
  const count = BigInt(n)
  const sum = sumAt(sums, index)
  const half = BigInt(HALF)
  const squares =
    sumAt(sums, index + 1) * half * half + 2n * sumAt(sums, index + 2) * half + sumAt(sums, index + 3)
  const spread = count * squares - sum * sum
  const mean = strip(Number(sum) / (n * UNITS))
  const deviation = n < 2 ? 0 : Math.sqrt(Number(spread) / Number(count * (count - 1n))) / UNITS
  return { mean, deviation }
}

/** A sum in points. */
export function pointsAt(sums: ExactSums, index: number): number {
  return Number(sumAt(sums, index)) / UNITS
}
