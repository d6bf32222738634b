import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/model/evaluation.ts'
import { scoreOutcomes } from '../../src/scoring/evaluate.ts'
import { isJudged } from '../../src/scoring/terms.ts'
import { judgedContacts, outcomes } from './arbitraries.ts'
import { criterion, na, plan, unknown } from './builders.ts'

test('a score lies between 0 and what the bonus cap allows, or there is none', () => {
  fc.assert(
    fc.property(judgedContacts, ([standard, judged]) => {
      const { score, scoreWithoutFatal } = scoreOutcomes(standard, judged)
      for (const each of [score, scoreWithoutFatal]) {
        if (each === null) continue
        expect(each).toBeGreaterThanOrEqual(0)
        expect(each).toBeLessThanOrEqual(100 + standard.bonusCap)
      }
    })
  )
})

test('parts lie between 0 and 100, and hold no more than was possible', () => {
  fc.assert(
    fc.property(judgedContacts, ([standard, judged]) => {
      const { sections, dimensions } = scoreOutcomes(standard, judged)
      for (const { score, earned, possible } of [...sections, ...dimensions]) {
        expect(score ?? 0).toBeGreaterThanOrEqual(0)
        expect(score ?? 0).toBeLessThanOrEqual(100)
        expect(earned).toBeLessThanOrEqual(possible)
      }
    })
  )
})

test('a criterion that did not arise never moves a score', () => {
  fc.assert(
    fc.property(
      judgedContacts,
      fc.constantFrom(na, unknown),
      fc.constantFrom('evaluation' as const, 'section' as const, false as const),
      fc.nat(),
      ([standard, judged], idle, fatal, at) => {
        const place = at % (judged.length + 1)
        const added = criterion('idle', { section: 'opening', weight: 7, deduct: 9, bonus: 2, fatal })
        const before = scoreOutcomes(standard, judged)
        const after = scoreOutcomes(
          { ...standard, criteria: standard.criteria.toSpliced(place, 0, added) },
          judged.toSpliced(place, 0, idle)
        )
        expect(after.score).toBe(before.score)
        expect(after.scoreWithoutFatal).toBe(before.scoreWithoutFatal)
        expect(after.passed).toBe(before.passed)
        expect(after.sections).toEqual(before.sections)
      }
    )
  )
})

test('doing better on a criterion never lowers a score', () => {
  fc.assert(
    fc.property(judgedContacts, outcomes, fc.nat(), ([standard, judged], other, at) => {
      const place = at % judged.length
      const [worse, better] = inOrder(judged[place]!, other) ?? []
      fc.pre(worse !== undefined && better !== undefined)
      const low = scoreOutcomes(standard, judged.with(place, worse))
      const high = scoreOutcomes(standard, judged.with(place, better))
      expect(high.scoreWithoutFatal === null).toBe(low.scoreWithoutFatal === null)
      expect(high.scoreWithoutFatal ?? 0).toBeGreaterThanOrEqual(low.scoreWithoutFatal ?? 0)
      // A fatal breach makes a 0 even of a contact that has nothing else to be scored by.
      if (high.score !== null) expect(high.score).toBeGreaterThanOrEqual(low.score ?? 0)
    }),
    { numRuns: 1000 }
  )
})

test('a fatal breach never raises a score', () => {
  fc.assert(
    fc.property(judgedContacts, ([standard, judged]) => {
      const { score, scoreWithoutFatal } = scoreOutcomes(standard, judged)
      if (score !== null && scoreWithoutFatal !== null) expect(score).toBeLessThanOrEqual(scoreWithoutFatal)
    })
  )
})

test('contacts where nothing arose are not scored', () => {
  fc.assert(
    fc.property(judgedContacts, fc.constantFrom(na, unknown), ([standard], idle) => {
      const scored = scoreOutcomes(
        standard,
        standard.criteria.map(() => idle)
      )
      expect(scored).toMatchObject({ score: null, scoreWithoutFatal: null, band: null, passed: null })
    })
  )
})

test('a flat weighted standard is the weighted mean of what was earned', () => {
  const weighted = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), outcomes), {
    minLength: 1,
    maxLength: 12
  })
  fc.assert(
    fc.property(weighted, list => {
      const standard = plan(list.map(([weight], index) => criterion(`c${index}`, { weight })))
      const judged = list.map(([, outcome]) => outcome)

      let above = 0
      let below = 0
      for (const [weight, outcome] of list) {
        if (!isJudged(outcome)) continue
        above += weight * outcome.earned
        below += weight
      }
      const { score } = scoreOutcomes(standard, judged)
      if (below === 0) expect(score).toBeNull()
      else expect(score).toBeCloseTo((100 * above) / below, 8)
    })
  )
})

/** The worse of two judged outcomes first, if one is no worse in any way. */
function inOrder(a: Outcome, b: Outcome): readonly [Outcome, Outcome] | undefined {
  if (isNoWorse(a, b)) return [b, a]
  return isNoWorse(b, a) ? [a, b] : undefined
}

function isNoWorse(a: Outcome, b: Outcome): boolean {
  if (!isJudged(a) || !isJudged(b)) return false
  if (a.earned < b.earned) return false
  if (a.status === 'pass') return true
  return b.status === 'fail' && a.count <= b.count
}
