import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMoment,
  addSums,
  addTo,
  MOMENT_SLOTS,
  momentsAt,
  newSums,
  strip,
  sumAt
} from '../../src/scoring/fixed-point.ts'

const amounts = fc.array(fc.integer({ min: 0, max: 2 ** 52 - 1 }), { maxLength: 50 })

test('sums keep every digit beyond what a number holds', () => {
  fc.assert(
    fc.property(amounts, amounts, (first, second) => {
      const [a, b] = [newSums(1), newSums(1)]
      for (const amount of first) addTo(a, 0, amount)
      for (const amount of second) addTo(b, 0, amount)
      addSums(a, b)
      expect(sumAt(a, 0)).toBe([...first, ...second].reduce((sum, amount) => sum + BigInt(amount), 0n))
    })
  )
})

test('equal sums look equal however they came about', () => {
  fc.assert(
    fc.property(amounts, list => {
      const [forward, backward] = [newSums(1), newSums(1)]
      for (const amount of list) addTo(forward, 0, amount)
      for (const amount of list.toReversed()) addTo(backward, 0, amount)
      expect(forward).toEqual(backward)
    })
  )
})

test('a deviation far smaller than its mean is not lost', () => {
  const sums = newSums(MOMENT_SLOTS)
  for (let i = 0; i < 1000; i++) addMoment(sums, 0, 99 + (i % 2) * 1e-6)
  const { mean, deviation } = momentsAt(sums, 0, 1000)
  expect(mean).toBe(99.0000005)
  expect(deviation).toBeCloseTo(0.5e-6 * Math.sqrt(1000 / 999), 12)
})

test('stripping leaves what a person could have written', () => {
  expect(strip(0.57 * 100)).toBe(57)
  expect(strip(0.1 + 0.2)).toBe(0.3)
  expect(strip(84.999999)).toBe(84.999999)
})
