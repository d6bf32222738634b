/** The normal quantile for 95 % on both sides. */
export const NORMAL_95 = 1.959963984540054

const COVERAGE = 0.95

// Up to here the exact series is summed; beyond, the expansion is closer than 1e-10.
const LARGEST_EXACT = 200

/**
 * How many standard errors on either side of a mean hold 95 % of Student's t distribution.
 *
 * Up to 200 degrees of freedom by the finite series of Abramowitz and Stegun, Handbook of Mathematical Functions
 * (1964), 26.7.3 and 26.7.4, solved by Newton's method; beyond by their expansion 26.7.5. Correct to 1e-9.
 *
 * @param df degrees of freedom, an integer >= 1
 */
export function studentQuantile95(df: number): number {
  if (df > LARGEST_EXACT) return expand(df)
  const root = Math.sqrt(df)
  let angle = Math.atan(expand(df) / root)
  for (let step = 0; step < 50; step++) {
    const { inside, slope } = coverage(df, angle)
    const change = (COVERAGE - inside) / slope
    angle += change
    if (Math.abs(change) < 1e-15) break
  }
  return root * Math.tan(angle)
}

/** P(|T| <= sqrt(df) tan(angle)) and how fast it grows with the angle. */
function coverage(df: number, angle: number): { inside: number; slope: number } {
  const cos = Math.cos(angle)
  const odd = df % 2 === 1
  // `factor` runs through 1/2, 1*3/(2*4), ... for even df and 2/3, 2*4/(3*5), ... for odd ones.
  let factor = 1
  let power = odd ? cos : 1
  let sum = df === 1 ? 0 : power
  let last = odd ? 1 : 0
  for (let k = last + 2; k <= df - 2; k += 2) {
    factor *= (k - 1) / k
    power *= cos * cos
    sum += factor * power
    last = k
  }
  const series = Math.sin(angle) * sum
  if (!odd) return { inside: series, slope: factor * (last + 1) * cos ** (df - 1) }
  const scale = 2 / Math.PI
  return {
    inside: scale * (angle + series),
    slope: scale * (df === 1 ? 1 : factor * (last + 1)) * cos ** (df - 1)
  }
}

function expand(df: number): number {
  const x = NORMAL_95
  const g1 = (x ** 3 + x) / 4
  const g2 = (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96
  const g3 = (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384
  const g4 = (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92160
  return x + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4
}
