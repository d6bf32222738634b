import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEvaluations } from '../../src/diff/compare-evaluations.ts'
import { createComparer } from '../../src/diff/comparer.ts'
import { encodeOutcomes } from '../../src/diff/outcome-code.ts'
import type { Evaluation, Outcome } from '../../src/model/evaluation.ts'
import { makeScorer } from '../../src/scoring/evaluate.ts'
import { outcomes as anyOutcome } from '../scoring/arbitraries.ts'
import { anyStandard } from './arbitraries.ts'

const anyCase = fc.tuple(anyStandard, anyStandard).chain(([before, after]) => {
  const outcomesOf = ({ criteria }: typeof before): fc.Arbitrary<Outcome[]> =>
    fc.array(anyOutcome, { minLength: criteria.length, maxLength: criteria.length })
  return fc.record({
    before: fc.constant(before),
    after: fc.constant(after),
    first: outcomesOf(before),
    second: outcomesOf(after)
  })
})

describe('results alone', () => {
  it('compare like the outcomes that they came of, but for the points of causes', () => {
    fc.assert(
      fc.property(anyCase, ({ before, after, first, second }) => {
        const evaluation = (plan: typeof before.plan, outcomes: readonly Outcome[]): Evaluation => ({
          contact: 'T-1',
          agent: null,
          standard: 's',
          ...makeScorer(plan)(outcomes)
        })
        const results = compareEvaluations(evaluation(before.plan, first), evaluation(after.plan, second))
        const known = createComparer(before, after)(encodeOutcomes(first), encodeOutcomes(second))
        expect(results.before).toEqual(known.before)
        expect(results.after).toEqual(known.after)
        expect(results.shift).toBe(known.shift)
        const moves = (of: typeof known.statuses): readonly string[] =>
          of.map(({ criterion, from, to }) => `${criterion} ${from} ${to}`).sort()
        expect(moves(results.statuses)).toEqual(moves(known.statuses))
      })
    )
  })

  it('find no cause in a criterion that only weighs something else', () => {
    fc.assert(
      fc.property(
        anyStandard.chain(standard =>
          fc.tuple(
            fc.constant(standard),
            fc.array(anyOutcome, {
              minLength: standard.criteria.length,
              maxLength: standard.criteria.length
            }),
            fc.constantFrom(0, 1, 40)
          )
        ),
        ([{ plan }, outcomes, weight]) => {
          const reweighed = { ...plan, criteria: plan.criteria.map(each => ({ ...each, weight })) }
          const evaluation = (of: typeof plan): Evaluation => ({
            contact: 'T-1',
            agent: null,
            standard: 's',
            ...makeScorer(of)(outcomes)
          })
          const { causes } = compareEvaluations(evaluation(plan), evaluation(reweighed))
          expect(causes.filter(({ kind }) => kind === 'outcome')).toEqual([])
        }
      )
    )
  })
})
