// A percentage as whole billionths: with them a share is held against a bound without the noise of binary fractions.
const UNITS = 1e9

/**
 * Whether `count` of `total` are less (-1), just as much (0) or more (1) than a share in percent. `count` and `total`
 * are whole numbers >= 0, `percent` is taken to a billionth.
 */
export function compareShare(count: number, total: number, percent: number): number {
  const share = BigInt(count) * 100n * BigInt(UNITS)
  const bound = BigInt(Math.round(percent * UNITS)) * BigInt(total)
  return share < bound ? -1 : share > bound ? 1 : 0
}

const USUAL = 2
const MOST = 9

/** A figure with two decimals, or as many more as it takes to tell it from the bound that it missed. */
export function showBeside(value: number, bound: number): string {
  for (let digits = USUAL; digits < MOST; digits++) {
    const shown = value.toFixed(digits)
    if (Number(shown) !== bound) return shown
  }
  return value.toFixed(MOST)
}
