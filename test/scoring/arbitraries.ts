import fc from 'fast-check'
import { criticalClasses, dimensions, type Evaluation, type Outcome } from '../../src/model/evaluation.ts'
import { makeScorer } from '../../src/scoring/evaluate.ts'
import type { CriterionPlan, ScoringPlan } from '../../src/scoring/plan.ts'
import { evaluation, na, unknown } from './builders.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const points = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0.1, 0.3, 2.5))
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })

export const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ status: fc.constant('pass' as const), earned: share, evidence: fc.constant([]) }),
  fc.record({
    status: fc.constant('fail' as const),
    earned: share,
    count: fc.integer({ min: 1, max: 30 }),
    evidence: fc.constant([]),
    message: fc.constant('missing')
  }),
  fc.constantFrom(na, unknown)
)

const sectionIds = ['opening', 'talk', 'closing']

const criteria: fc.Arbitrary<Omit<CriterionPlan, 'id'>> = fc.record({
  title: fc.constant('criterion'),
  clause: fc.constant(['TEL-01']),
  section: fc.constantFrom(...sectionIds),
  dimension: sometimes(fc.constantFrom(...dimensions)),
  weight: points,
  deduct: sometimes(points),
  per: fc.constantFrom('hit', 'once'),
  maxDeduct: sometimes(points),
  severity: sometimes(fc.constantFrom('minor', 'major')),
  fatal: fc.oneof(
    { weight: 8, arbitrary: fc.constant(false as const) },
    { weight: 1, arbitrary: fc.constantFrom('evaluation' as const, 'section' as const) }
  ),
  bonus: sometimes(points),
  class: sometimes(fc.constantFrom(...criticalClasses))
})

/** Any standard that the grammar allows. */
export const plans: fc.Arbitrary<ScoringPlan> = fc.record({
  id: fc.constant('hotline'),
  title: fc.constant('Hotline'),
  method: fc.constantFrom('weighted', 'deducting', 'both'),
  base: fc.integer({ min: 50, max: 120 }),
  pass: sometimes(fc.integer({ min: 0, max: 100 })),
  bands: fc.constantFrom(
    [],
    [
      { name: 'good', from: 85 },
      { name: 'poor', from: 0 }
    ]
  ),
  bonusCap: fc.constantFrom(0, 10),
  severities: fc.constant({ minor: 2, major: 5 }),
  sections: fc
    .tuple(sometimes(points), sometimes(points), sometimes(points))
    .map(weights => sectionIds.map((id, index) => ({ id, title: id, weight: weights[index] }))),
  criteria: fc
    .array(criteria, { minLength: 1, maxLength: 8 })
    .map(list => list.map((each, index) => ({ ...each, id: `criterion-${index}` })))
})

/** A standard with the outcomes of one contact. */
export const judgedContacts = plans.chain(plan => fc.tuple(fc.constant(plan), outcomesFor(plan)))

/** A standard with evaluations by it, of several agents. Ids of contacts repeat now and then. */
export const evaluatedContacts = plans.chain(plan => {
  const scorer = makeScorer(plan)
  const one: fc.Arbitrary<Evaluation> = fc
    .tuple(
      outcomesFor(plan),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(null, '1001', '1002', '1003'),
      sometimes(fc.constantFrom('周敏', '李强')),
      sometimes(fc.constantFrom('A', 'B')),
      sometimes(fc.constantFrom('2026-03-02T09:00:00+08:00', '2026-03-09T10:00:00+08:00', '2026-04-01'))
    )
    .map(([judged, number, agent, agentName, team, started]) =>
      evaluation(plan, `T-${number}`, scorer(judged), { agent, agentName, team, started })
    )
  return fc.tuple(fc.constant(plan), fc.array(one, { maxLength: 40 }))
})

function outcomesFor(plan: ScoringPlan): fc.Arbitrary<Outcome[]> {
  return fc.array(outcomes, { minLength: plan.criteria.length, maxLength: plan.criteria.length })
}
