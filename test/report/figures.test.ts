import { expect, test } from 'vitest'
import fc from 'fast-check'
import { formatClock, formatCount, formatFixed, formatScore, formatShort } from '../../src/report/figures.ts'

test.each([
  [1.005, 2, '1.01'],
  [86.25, 1, '86.3'],
  [86.24999999999999, 1, '86.3'],
  [86.2499, 1, '86.2'],
  [84.95, 1, '85.0'],
  [28.499999999999996, 0, '29'],
  [28.4999, 0, '28'],
  [28.5, 0, '29'],
  [99.95, 1, '100.0'],
  [0.05, 1, '0.1'],
  [0.049, 1, '0.0'],
  [0, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [-2.25, 1, '-2.3'],
  [1e21, 0, '1000000000000000000000'],
  [5e-324, 1, '0.0'],
  [1e15, 1, '1000000000000000.0']
])('%d with %i digits is %s', (value, digits, text) => {
  expect(formatFixed(value, digits)).toBe(text)
})

test('rounds every decimal of three digits half up to two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), thousandths => {
      const hundredths = String(Math.floor((thousandths + 5) / 10)).padStart(3, '0')
      expect(formatFixed(thousandths / 1000, 2)).toBe(`${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`)
    })
  )
})

test('a score that is none is not shown as nought', () => {
  expect(formatScore(null)).toBe('-')
  expect(formatScore(0)).toBe('0.0')
})

test.each([
  [10, '10'],
  [100, '100'],
  [7.5, '7.5'],
  [0, '0'],
  [0.04, '0']
])('%d in short is %s', (value, text) => {
  expect(formatShort(value)).toBe(text)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567']
])('the count %i is %s', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

test.each([
  [0, '00:00.0'],
  [3900, '00:03.9'],
  [65_250, '01:05.3'],
  [59_950, '01:00.0'],
  [3_599_960, '1:00:00.0'],
  [36_061_000, '10:01:01.0']
])('%i ms is %s on the clock', (ms, text) => {
  expect(formatClock(ms)).toBe(text)
})
