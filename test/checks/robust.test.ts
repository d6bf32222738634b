import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'

const word = fc.constantFrom('甲', '乙', '丙', '甲乙', '/(?<n>[甲乙])丙/')
const pattern = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 2 }),
  fc.record({ all: fc.array(word, { minLength: 1, maxLength: 2 }) }),
  fc.record({ not: word })
)
const by = fc.constantFrom('agent', 'customer', 'anyone', 'system')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const reach = optional(fc.constantFrom('1 turn', '2 runs', '3s', 'same turn'))

const { anchor } = fc.letrec<{ anchor: object }>(tie => ({
  anchor: fc.record({
    any: pattern,
    by: optional(by),
    nth: optional(fc.constantFrom('first', 'last', 'every', 'any', 2)),
    reach,
    after: fc.option(tie('anchor'), { nil: undefined, maxDepth: 1 })
  })
}))
const anchors = { after: optional(anchor), before: optional(anchor), around: optional(anchor) }
const wait = optional(fc.constantFrom('1s..3s', '..2s', '2s..'))
const said = fc.record({
  by: optional(by),
  any: pattern,
  wait,
  within: reach,
  optional: optional(fc.boolean())
})
const steps = fc.record({
  of: fc.tuple(
    said,
    said,
    fc.oneof(
      said,
      fc.record({ event: fc.constant('hangup'), by: optional(fc.constantFrom('agent', 'customer')), wait })
    )
  ),
  order: optional(fc.constantFrom('forward', 'strict')),
  partial: optional(fc.boolean()),
  interrupted_by: optional(by),
  ...anchors
})
const criterion = fc.oneof(
  fc.record({
    say: fc.record({ any: pattern, by: optional(by), min: optional(fc.constantFrom(1, 2)), ...anchors })
  }),
  fc.record({
    avoid: fc.record({ any: pattern, by: optional(by), max: optional(fc.constantFrom(0, 1)), ...anchors })
  }),
  fc.record({ answer: fc.record({ to: fc.record({ any: pattern, ...anchors }), with: pattern }) }),
  fc.record({ steps }),
  fc.record({
    repeat: fc.record({ by: optional(by), min_length: fc.constant(2), except: optional(pattern) })
  })
)
const turn = fc.tuple(
  fc.constantFrom('A', 'C', 'S'),
  fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', 'a'), maxLength: 6 }),
  fc.integer({ min: 0, max: 4 })
)
const talk = fc.tuple(fc.boolean(), fc.array(turn, { maxLength: 8 }))
const fields = fc.record({
  ended_by: fc.constantFrom('agent', 'customer', null),
  duration_s: fc.constantFrom(3, 30, null)
})

describe('every criterion on every talk', () => {
  it('comes to an outcome whose evidence quotes the words as written', () => {
    fc.assert(
      fc.property(criterion, talk, fields, (check, [timed, turns], around) => {
        let clock = 0
        const lines = turns.map(([who, text, gap]) => {
          const from = clock + gap
          clock = from + 1
          return timed ? `${from}-${clock} ${who}: ${text}` : `${who}: ${text}`
        })
        const outcome = judge(JSON.parse(JSON.stringify(check)) as object, lines, { fields: around })
        if ('reason' in outcome) {
          expect(outcome.reason).not.toBe('')
          return
        }
        expect(outcome.earned).toBeGreaterThanOrEqual(0)
        expect(outcome.earned).toBeLessThanOrEqual(1)
        if (outcome.status === 'fail') expect(outcome.count).toBeGreaterThan(0)
        for (const evidence of outcome.evidence) {
          if (!('quote' in evidence)) continue
          const text = turns[evidence.turn - 1]![1]
          expect(text.slice(evidence.from, evidence.to)).toBe(evidence.quote)
        }
      }),
      { numRuns: 150 }
    )
  })
})
