import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BandGate, Demands } from '../../src/verdict/demands.ts'
import { decideVerdict, type Facts } from '../../src/verdict/verdict.ts'
import { contactsOf, factsOf, standard } from './build.ts'

const bandNames = standard.bands.map(({ name }) => name)
const score = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 100 }),
  fc.constantFrom(33.3, 59.9, 89.99)
)
const teams = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(score, { maxLength: 12 }))
const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.1, 33.3, 66.7, 99.9))
const gate: fc.Arbitrary<BandGate> = fc.oneof(
  fc.record({
    band: fc.constantFrom(...bandNames),
    bound: fc.constantFrom('most' as const, 'least' as const),
    amount: percent,
    unit: fc.constant('percent' as const)
  }),
  fc.record({
    band: fc.constantFrom(...bandNames),
    bound: fc.constant('most' as const),
    amount: fc.nat({ max: 12 }),
    unit: fc.constant('contacts' as const)
  })
)
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const demands: fc.Arbitrary<Demands> = fc.record({
  minScore: sometimes(percent),
  minPassRate: sometimes(percent),
  bands: fc.array(gate, { maxLength: 3 }),
  gateEach: fc.boolean()
})

const isNegative = (facts: Facts, asked: Demands): boolean => decideVerdict(facts, asked, 'en').negative

/** Asks for as much or more. */
function tighten(asked: Demands, by: number): Demands {
  const up = (bound: number | undefined): number | undefined => bound && Math.min(100, bound + by)
  return {
    ...asked,
    minScore: up(asked.minScore) ?? by,
    minPassRate: up(asked.minPassRate),
    bands: asked.bands!.map(each => ({
      ...each,
      amount: each.bound === 'most' ? Math.max(0, each.amount - by) : Math.min(100, each.amount + by)
    }))
  }
}

test('asking for more never makes a negative verdict positive', () => {
  fc.assert(
    fc.property(teams, demands, fc.nat({ max: 100 }), (scores, asked, by) => {
      const facts = factsOf(contactsOf(scores))
      if (isNegative(facts, asked)) expect(isNegative(facts, tighten(asked, by))).toBe(true)
    })
  )
})

test('the order of contacts makes no difference to any reason', () => {
  fc.assert(
    fc.property(
      teams.chain(scores => {
        const contacts = contactsOf(scores)
        return fc.tuple(
          fc.constant(contacts),
          fc.shuffledSubarray([...contacts], { minLength: contacts.length })
        )
      }),
      demands,
      ([contacts, shuffled], asked) => {
        expect(decideVerdict(factsOf(shuffled), asked, 'en')).toEqual(
          decideVerdict(factsOf(contacts), asked, 'en')
        )
      }
    )
  )
})

test('what everybody meets by score, share or pass rate all of them together meet', () => {
  const shares = demands.map(asked => ({
    ...asked,
    bands: asked.bands!.filter(({ unit }) => unit === 'percent')
  }))
  fc.assert(
    fc.property(teams, shares, (scores, asked) => {
      const facts = factsOf(contactsOf(scores))
      if (!isNegative(facts, { ...asked, gateEach: true })) {
        expect(isNegative(facts, { ...asked, gateEach: false })).toBe(false)
      }
    })
  )
})

test('with one agent, each and all are the same', () => {
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 12 }), demands, (scores, asked) => {
      const facts = factsOf(contactsOf({ a: scores }))
      expect(isNegative(facts, { ...asked, gateEach: true })).toBe(
        isNegative(facts, { ...asked, gateEach: false })
      )
    })
  )
})

test('nobody is judged by a bound on contacts that is not met', () => {
  fc.assert(
    fc.property(teams, demands, fc.nat({ max: 12 }), (scores, asked, minContacts) => {
      const enough = Object.fromEntries(
        Object.entries(scores).filter(([, own]) => own.filter(one => one !== null).length >= minContacts)
      )
      if (Object.keys(enough).length === 0) return
      const each = { ...asked, gateEach: true }
      expect(decideVerdict(factsOf(contactsOf(scores)), { ...each, minContacts }, 'en').reasons).toEqual(
        decideVerdict(factsOf(contactsOf(enough)), each, 'en').reasons
      )
    })
  )
})
