import { describe, expect, test } from 'vitest'
import { estimateMean, estimateShare } from '../../src/scoring/statistics.ts'
import { studentQuantile95 } from '../../src/metrics/student.ts'

describe("Student's t", () => {
  test.each([
    [1, 12.7062047362],
    [2, 4.3026527297],
    [3, 3.1824463053],
    [4, 2.7764451052],
    [5, 2.5705818356],
    [9, 2.2621571628],
    [19, 2.0930240544],
    [30, 2.0422724563],
    [100, 1.9839715185],
    [1000, 1.9623390808],
    [Infinity, 1.9599639845]
  ])('with %d degrees of freedom is that of the tables', (df, expected) => {
    expect(studentQuantile95(df)).toBeCloseTo(expected, 9)
  })

  test('holds 95 % of the distribution by numeric integration, where the method changes too', () => {
    for (let df = 1; df <= 420; df++) {
      expect(Math.abs(coverage(df, studentQuantile95(df)) - 0.95)).toBeLessThan(1e-9)
    }
  })

  test('falls as the degrees of freedom grow', () => {
    for (let df = 1; df < 1000; df++) expect(studentQuantile95(df + 1)).toBeLessThan(studentQuantile95(df))
  })
})

describe('the interval of a mean', () => {
  // A deviation of 12 points: the figures that make "five contacts a month" no ground for a ranking, in the normal
  // approximation; Student's t is wider still.
  test.each([
    [5, 14.9],
    [10, 8.58],
    [20, 5.62]
  ])('over %d contacts with a deviation of 12 is +-%d', (n, half) => {
    const { value, low, high } = estimateMean({ n, mean: 70, deviation: 12 }, 100)
    expect(value).toBe(70)
    expect(high! - 70).toBeCloseTo(half, 1)
    expect(70 - low!).toBeCloseTo(half, 1)
  })

  test('is cut to the range of scores', () => {
    expect(estimateMean({ n: 3, mean: 95, deviation: 20 }, 100)).toMatchObject({ high: 100 })
    expect(estimateMean({ n: 3, mean: 95, deviation: 8 }, 110)).toMatchObject({ high: 110 })
    expect(estimateMean({ n: 3, mean: 5, deviation: 20 }, 100)).toMatchObject({ low: 0 })
  })

  test('is not to be had of one contact, nor anything of none', () => {
    expect(estimateMean({ n: 1, mean: 80, deviation: 0 }, 100)).toEqual({
      n: 1,
      value: 80,
      low: null,
      high: null
    })
    expect(estimateMean({ n: 0, mean: 0, deviation: 0 }, 100)).toEqual({
      n: 0,
      value: null,
      low: null,
      high: null
    })
  })

  test('of scores that are all alike claims no certainty', () => {
    expect(estimateMean({ n: 2, mean: 100, deviation: 0 }, 100)).toMatchObject({
      value: 100,
      low: expect.closeTo(34.24, 2),
      high: 100
    })
    expect(estimateMean({ n: 200, mean: 100, deviation: 0 }, 100).low).toBeCloseTo(98.12, 2)
  })
})

describe("Wilson's interval of a share", () => {
  test.each([
    [4, 5, 37.6, 96.4],
    [8, 10, 49.0, 94.3],
    [16, 20, 58.4, 91.9],
    [80, 100, 71.1, 86.7]
  ])('of %d in %d is %d to %d', (hits, n, low, high) => {
    const share = estimateShare(hits, n)
    expect(share).toMatchObject({ n, value: 80 })
    expect(share.low).toBeCloseTo(low, 1)
    expect(share.high).toBeCloseTo(high, 1)
  })

  test('stays between 0 and 100 at the ends, and is empty of nothing', () => {
    expect(estimateShare(0, 3)).toMatchObject({ value: 0, low: 0 })
    expect(estimateShare(3, 3)).toMatchObject({ value: 100, high: 100 })
    expect(estimateShare(0, 0)).toEqual({ n: 0, value: null, low: null, high: null })
  })
})

/** P(|T| <= t) by Simpson's rule on the density. */
function coverage(df: number, t: number): number {
  // Gamma((df + 1) / 2) / Gamma(df / 2), from the first two upwards.
  let ratio = df % 2 === 1 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2
  for (let k = df % 2 === 1 ? 1 : 2; k < df; k += 2) ratio *= (k + 1) / k
  const density = (x: number): number =>
    (ratio / Math.sqrt(df * Math.PI)) * (1 + (x * x) / df) ** (-(df + 1) / 2)
  const steps = 2000
  let sum = density(0) + density(t)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((i * t) / steps)
  return (2 * sum * t) / steps / 3
}
