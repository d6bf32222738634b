import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparer } from '../../src/diff/comparer.ts'
import type { DiffStandard } from '../../src/diff/diff-standard.ts'
import { encodeOutcomes } from '../../src/diff/outcome-code.ts'
import { isChanged } from '../../src/diff/standing.ts'
import type { Outcome } from '../../src/model/evaluation.ts'
import { makeScorer } from '../../src/scoring/evaluate.ts'
import { outcomes as anyOutcome } from '../scoring/arbitraries.ts'
import { anyStandard } from './arbitraries.ts'

const outcomesOf = ({ criteria }: DiffStandard): fc.Arbitrary<Outcome[]> =>
  fc.array(anyOutcome, { minLength: criteria.length, maxLength: criteria.length })

const anyCase = fc.tuple(anyStandard, anyStandard).chain(([before, after]) =>
  fc.record({
    before: fc.constant(before),
    after: fc.constant(after),
    first: outcomesOf(before),
    second: outcomesOf(after)
  })
)

describe('a comparison', () => {
  it('gives the very scores that each standard gives', () => {
    fc.assert(
      fc.property(anyCase, ({ before, after, first, second }) => {
        const { before: x, after: y } = createComparer(before, after)(
          encodeOutcomes(first),
          encodeOutcomes(second)
        )
        const [a, b] = [makeScorer(before.plan)(first), makeScorer(after.plan)(second)]
        expect([x.score, x.band, x.passed]).toEqual([a.score, a.band, a.passed])
        expect([y.score, y.band, y.passed]).toEqual([b.score, b.band, b.passed])
      })
    )
  })

  it('explains the whole shift by its causes', () => {
    fc.assert(
      fc.property(anyCase, ({ before, after, first, second }) => {
        const { shift, causes } = createComparer(before, after)(encodeOutcomes(first), encodeOutcomes(second))
        if (shift === null || causes.some(({ points }) => points === null)) return
        const sum = causes.reduce((total, { points }) => total + (points ?? 0), 0)
        expect(sum).toBeCloseTo(shift, 6)
      })
    )
  })

  it('finds nothing where nothing is different', () => {
    fc.assert(
      fc.property(
        anyStandard.chain(standard => fc.tuple(fc.constant(standard), outcomesOf(standard))),
        ([standard, outcomes]) => {
          const code = encodeOutcomes(outcomes)
          const comparison = createComparer(standard, standard)(code, code)
          expect(comparison.causes).toEqual([])
          expect(isChanged(comparison)).toBe(false)
        }
      )
    )
  })

  it('turned round has the opposite shift and the opposite moves', () => {
    fc.assert(
      fc.property(anyCase, ({ before, after, first, second }) => {
        const [x, y] = [encodeOutcomes(first), encodeOutcomes(second)]
        const there = createComparer(before, after)(x, y)
        const back = createComparer(after, before)(y, x)
        expect(back.shift === null ? null : -back.shift + 0).toEqual(
          there.shift === null ? null : there.shift + 0
        )
        const moves = (of: typeof there.statuses, turned: boolean): string[] =>
          of.map(({ criterion, from, to }) =>
            turned ? `${criterion} ${to} ${from}` : `${criterion} ${from} ${to}`
          )
        expect(moves(back.statuses, true).sort()).toEqual(moves(there.statuses, false).sort())
      })
    )
  })

  it('is about the scope alone where a standard is for the contact on one side', () => {
    fc.assert(
      fc.property(anyCase, ({ before, after, second }) => {
        const comparison = createComparer(before, after)(undefined, encodeOutcomes(second))
        expect(comparison.causes).toEqual([{ kind: 'scope', points: null }])
        expect(comparison.before.applies).toBe(false)
        expect(comparison.shift).toBeNull()
      })
    )
  })
})
