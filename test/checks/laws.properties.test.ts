import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/evaluation.ts'
import { checks, conditions, contacts, judgeAll } from './arbitrary.ts'

/** What a score sees of an outcome. */
const gist = (outcome: Outcome): unknown =>
  'reason' in outcome ? outcome.status : [outcome.status, outcome.earned]

/** Criteria that must come out alike on any contact: those of each pair. */
function holdAlike(
  pairs: (a: object, b: object, c: object) => readonly (readonly [object, object])[],
  part: fc.Arbitrary<unknown> = checks
): void {
  const parts = part as fc.Arbitrary<object>
  fc.assert(
    fc.property(parts, parts, parts, contacts, (a, b, c, contact) => {
      const { outcomes } = judgeAll(pairs(a, b, c).flat(), contact)
      for (let i = 0; i < outcomes.length; i += 2) {
        expect(gist(outcomes[i]!)).toEqual(gist(outcomes[i + 1]!))
      }
    }),
    { numRuns: 80 }
  )
}

describe('criteria made of checks, as they are compiled', () => {
  it('do not depend on order or brackets', () => {
    holdAlike((a, b, c) => [
      [{ all: [a, b, c] }, { all: [c, { all: [b, a] }] }],
      [{ any: [a, b, c] }, { any: [{ any: [c, a] }, b] }]
    ])
  })

  it('are the same said once or twice, and alone', () => {
    holdAlike(a => [
      [{ all: [a, a] }, a],
      [{ any: [a, a] }, a],
      [{ at_least: 1, of: [a, a] }, a],
      [{ not: { not: a } }, a]
    ])
  })

  it('obey De Morgan, what did not arise or is unknown included', () => {
    holdAlike((a, b, c) => [
      [{ not: { all: [a, b, c] } }, { any: [{ not: a }, { not: b }, { not: c }] }],
      [{ not: { any: [a, b, c] } }, { all: [{ not: a }, { not: b }, { not: c }] }]
    ])
  })

  it('count: all is as many as there are, any is one', () => {
    holdAlike((a, b, c) => [
      [{ at_least: 3, of: [a, b, c] }, { all: [a, b, c] }],
      [{ at_least: 1, of: [a, b, c] }, { any: [a, b, c] }]
    ])
  })

  it('come to every outcome', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(checks, contacts, (a, contact) => {
        seen.add(judgeAll([a], contact).outcomes[0]!.status)
      }),
      { numRuns: 200 }
    )
    expect([...seen].sort()).toEqual(['fail', 'na', 'pass', 'unknown'])
  })
})

describe('conditions, as they are compiled', () => {
  const under = (when: unknown): object => ({ when, field: 'turn_count >= 0' })
  const alike = (
    pairs: (a: unknown, b: unknown, c: unknown) => readonly (readonly [unknown, unknown])[]
  ): void => holdAlike((a, b, c) => pairs(a, b, c).map(([x, y]) => [under(x), under(y)] as const), conditions)

  it('do not depend on order or brackets, nor on how often they are said', () => {
    alike((a, b, c) => [
      [{ either: [a, b, c] }, { either: [{ either: [c, b] }, a, a] }],
      [
        [a, b, c],
        [c, [b, a], a]
      ],
      [{ neither: [a, b] }, { neither: [b, a, b] }]
    ])
  })

  it('obey De Morgan', () => {
    alike((a, b, c) => [
      [{ neither: [a, b, c] }, [{ neither: [a] }, { neither: [b] }, { neither: [c] }]],
      [{ neither: [[a, b, c]] }, { either: [{ neither: [a] }, { neither: [b] }, { neither: [c] }] }],
      [{ neither: [{ neither: [a] }] }, a]
    ])
  })

  it('excuse just when they would apply, and where that is not known, excuse nobody', () => {
    fc.assert(
      fc.property(conditions, contacts, (condition, contact) => {
        const [applies, excused] = judgeAll(
          [under(condition), { unless: condition, field: 'turn_count >= 0' }],
          contact
        ).outcomes.map(({ status }) => status)
        expect(excused).toBe(applies === 'pass' ? 'na' : 'pass')
      }),
      { numRuns: 200 }
    )
  })
})

describe('scores of criteria, as they are compiled', () => {
  const weighed = fc
    .record({
      check: checks,
      weight: fc.nat(9),
      deduct: fc.nat(9),
      per: fc.constantFrom('hit', 'once'),
      fatal: fc.constantFrom(false, false, false, 'section', true)
    })
    .map(({ check, ...counts }) => ({ ...check, ...counts }))
  const standards = fc.array(weighed, { minLength: 1, maxLength: 4 })
  const scoring = fc.record({ method: fc.constantFrom('deducting', 'both') })

  it('are not moved by a criterion that does not apply', () => {
    fc.assert(
      fc.property(standards, scoring, weighed, contacts, (criteria, how, idle, contact) => {
        const before = judgeAll(criteria, contact, how).scored
        const added = { ...idle, when: "channel == 'nowhere'" }
        const told = { ...contact, channel: 'call' }
        const after = judgeAll([added, ...criteria], told, how).scored
        expect([after.score, after.scoreWithoutFatal]).toEqual([before.score, before.scoreWithoutFatal])
      }),
      { numRuns: 80 }
    )
  })

  it('never fall where a criterion asks for less', () => {
    const words = fc.constantFrom(...'甲乙')
    const pairs = fc.oneof(
      fc
        .tuple(words, fc.nat(2))
        .map(([any, max]) => [
          { avoid: { by: 'anyone', any, max } },
          { avoid: { by: 'anyone', any, max: max + 1 } }
        ]),
      fc
        .tuple(words, fc.integer({ min: 1, max: 3 }))
        .map(([any, min]) => [
          { say: { by: 'anyone', any, min: min + 1 } },
          { say: { by: 'anyone', any, min } }
        ]),
      fc.tuple(words, words).map(([a, b]) => [{ say: { all: [a, b] } }, { say: a }])
    )
    fc.assert(
      fc.property(
        standards,
        scoring,
        pairs,
        fc.nat(9),
        contacts,
        (criteria, how, [more, less], n, contact) => {
          const counts = { weight: n, deduct: n, per: 'hit' }
          const [low, high] = [more, less].map(
            check => judgeAll([...criteria, { ...check, ...counts }], contact, how).scored.score
          )
          expect(low === null).toBe(high === null)
          expect(high ?? 0).toBeGreaterThanOrEqual(low ?? 0)
        }
      ),
      { numRuns: 80 }
    )
  })
})
