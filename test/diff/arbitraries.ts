import fc from 'fast-check'
import type { DiffStandard } from '../../src/diff/diff-standard.ts'
import type { CriterionPlan, ScoringPlan } from '../../src/scoring/plan.ts'

const anyCriterion: fc.Arbitrary<Omit<CriterionPlan, 'id' | 'title' | 'clause'>> = fc.record({
  section: fc.constantFrom('one', 'two'),
  weight: fc.constantFrom(0, 1, 10, 25),
  deduct: fc.option(fc.constantFrom(1, 5, 20), { nil: undefined }),
  per: fc.constantFrom('hit', 'once'),
  maxDeduct: fc.option(fc.constantFrom(3, 10), { nil: undefined }),
  fatal: fc.constantFrom<CriterionPlan['fatal']>(false, false, false, 'evaluation', 'section'),
  bonus: fc.option(fc.constantFrom(2), { nil: undefined })
})

/** A standard of some of the criteria a, b, c, d; its meanings are of two kinds. */
export const anyStandard: fc.Arbitrary<DiffStandard> = fc
  .record({
    ids: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
    criteria: fc.array(fc.tuple(anyCriterion, fc.constantFrom('m1', 'm2')), { minLength: 4, maxLength: 4 }),
    method: fc.constantFrom('weighted', 'deducting', 'both'),
    pass: fc.option(fc.constantFrom(0, 60, 85), { nil: undefined }),
    weights: fc.tuple(...[0, 1].map(() => fc.option(fc.constantFrom(0, 30, 70), { nil: undefined })))
  })
  .map(({ ids, criteria, method, pass, weights }) => {
    const plan: ScoringPlan = {
      id: 's',
      title: 's',
      method,
      base: 100,
      pass,
      bands: [
        { name: 'good', from: 60 },
        { name: 'bad', from: 0 }
      ],
      bonusCap: 0,
      severities: {},
      sections: ['one', 'two'].map((id, i) => ({ id, title: id, weight: weights[i] })),
      criteria: ids.map((id, i) => ({ id, title: id, clause: [], ...criteria[i]![0] }))
    }
    const described = ids.map((id, i) => ({ id, title: id, clause: [], meaning: criteria[i]![1] }))
    return { id: 's', title: 's', hash: '', scope: '', plan, criteria: described }
  })
