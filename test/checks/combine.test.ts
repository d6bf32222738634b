import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atLeast, negate } from '../../src/checks/combine/outcomes.ts'
import { createSay } from '../../src/checks/words.ts'
import type { Outcome, Status } from '../../src/model/evaluation.ts'
import { evidenceOf, judge, quotesOf, statusOf } from './judge.ts'

describe('checks made of checks', () => {
  const said = (phrase: string) => ({ say: phrase })

  it('all: each must pass, and every one that fails is told', () => {
    const both = { all: [said('您好'), { avoid: '喂' }, { field: 'rings <= 4' }] }
    const fields = { rings: 2 }
    expect(judge(both, ['A: 您好'], { fields })).toMatchObject({ status: 'pass', earned: 1 })
    const outcome = judge(both, ['A: 喂 喂'], { fields: { rings: 5 } })
    expect(outcome).toMatchObject({
      status: 'fail',
      count: 4,
      message: 'not said: 您好; said 2 time(s): 喂; does not hold: rings <= 4'
    })
    expect(evidenceOf(outcome).map(piece => Object.keys(piece)[0])).toEqual([
      'missing',
      'turn',
      'turn',
      'field'
    ])
  })

  it('any: one must pass, and that one is the evidence', () => {
    const either = { any: [said('您好'), said('早上好')] }
    expect(quotesOf(judge(either, ['A: 早上好']))).toEqual(['1:早上好'])
    expect(judge(either, ['A: 喂'])).toMatchObject({
      status: 'fail',
      count: 1,
      message: 'none of 2 holds: not said: 您好; not said: 早上好'
    })
  })

  it('not: a check that must fail', () => {
    expect(judge({ not: said('稍等') }, ['A: 请稍等'])).toMatchObject({
      status: 'fail',
      count: 1,
      message: 'must not hold: say: 稍等',
      evidence: [{ quote: '稍等' }]
    })
    expect(statusOf({ not: said('稍等') }, ['A: 您好'])).toBe('pass')
  })

  it('at_least: so many of them', () => {
    const two = { at_least: 2, of: [said('您好'), said('谢谢'), said('再见')] }
    expect(statusOf(two, ['A: 您好', 'A: 再见'])).toBe('pass')
    expect(judge(two, ['A: 您好'])).toMatchObject({
      status: 'fail',
      count: 1,
      message: '1 of 3 hold, at least 2 wanted: not said: 谢谢; not said: 再见'
    })
    expect(judge(two, ['A: 喂'])).toMatchObject({ status: 'fail', count: 2 })
  })

  it('nest, and go with when and unless', () => {
    const nested = {
      when: { by: 'customer', any: ['投诉'] },
      any: [{ all: [said('抱歉'), { not: said('没办法') }] }, { field: "resolution == '退款'" }]
    }
    expect(statusOf(nested, ['C: 投诉', 'A: 抱歉'])).toBe('pass')
    expect(statusOf(nested, ['C: 投诉', 'A: 抱歉，没办法'], { fields: { resolution: '退款' } })).toBe('pass')
    expect(statusOf(nested, ['C: 投诉', 'A: 抱歉，没办法'], { fields: { resolution: '无' } })).toBe('fail')
    expect(statusOf(nested, ['C: 投诉', 'A: 抱歉，没办法'])).toBe('unknown')
    expect(statusOf(nested, ['C: 你好', 'A: 哦'])).toBe('na')
  })

  it('take a mark of a person among them', () => {
    const mixed = { all: [said('您好'), { manual: { scale: [0, 5], pass: 3 } }] }
    expect(judge(mixed, ['A: 您好'], { mark: '4' })).toMatchObject({ status: 'pass', earned: 0.8 })
    expect(statusOf(mixed, ['A: 您好'])).toBe('unknown')
    expect(statusOf(mixed, ['A: 喂'])).toBe('fail')
  })

  it('may hold an alias, as YAML has it, and a list inside the pattern of a part', () => {
    expect(statusOf({ any: [{ say: { all: ['您好', '请'] } }, { say: ['早'] }] }, ['A: 您好，请讲'])).toBe(
      'pass'
    )
  })
})

const say = createSay('en')
const make = (status: Status): Outcome => {
  if (status === 'pass') return { status, earned: 1, evidence: [] }
  if (status === 'fail') return { status, earned: 0, count: 1, evidence: [], message: 'no' }
  return { status, reason: status }
}
const all = (...parts: readonly Outcome[]): Outcome => atLeast(parts.length, parts, say)
const any = (...parts: readonly Outcome[]): Outcome => atLeast(1, parts, say)
const not = (part: Outcome): Outcome => negate(part, '', say)

describe('the truth table', () => {
  const states = ['pass', 'fail', 'unknown', 'na'] as const
  const table = (combine: (a: Outcome, b: Outcome) => Outcome) =>
    states.map(a => states.map(b => combine(make(a), make(b)).status))

  it('of all', () => {
    expect(table(all)).toEqual([
      ['pass', 'fail', 'unknown', 'pass'],
      ['fail', 'fail', 'fail', 'fail'],
      ['unknown', 'fail', 'unknown', 'unknown'],
      ['pass', 'fail', 'unknown', 'na']
    ])
  })

  it('of any', () => {
    expect(table(any)).toEqual([
      ['pass', 'pass', 'pass', 'pass'],
      ['pass', 'fail', 'unknown', 'fail'],
      ['pass', 'unknown', 'unknown', 'unknown'],
      ['pass', 'fail', 'unknown', 'na']
    ])
  })

  it('of not', () => {
    expect(states.map(state => not(make(state)).status)).toEqual(['fail', 'pass', 'unknown', 'na'])
  })

  it.each([
    [2, ['pass', 'pass', 'fail'], 'pass'],
    [2, ['pass', 'unknown', 'fail'], 'unknown'],
    [2, ['pass', 'fail', 'fail'], 'fail'],
    [2, ['pass', 'na', 'na'], 'pass'],
    [2, ['fail', 'unknown', 'na'], 'fail'],
    [2, ['na', 'na', 'na'], 'na']
  ] as const)('of at least %i of %j: %s', (count, parts, status) => {
    expect(atLeast(count, parts.map(make), say).status).toBe(status)
  })
})

describe('the laws', () => {
  // Quarters add up and are subtracted without rounding.
  const quarters = fc.integer({ min: 0, max: 4 }).map(n => n / 4)
  const quote = fc.nat(99).map(turn => [{ turn, from: 0, to: 1, quote: 'x' }])
  const pass = fc.record({ status: fc.constant('pass' as const), earned: quarters, evidence: quote })
  const fail = fc.record({
    status: fc.constant('fail' as const),
    earned: quarters,
    count: fc.integer({ min: 1, max: 5 }),
    evidence: quote,
    message: fc.constantFrom('a', 'b')
  })
  const open = (status: 'na' | 'unknown') =>
    fc.constantFrom('r', 's').map((reason): Outcome => ({ status, reason }))
  const known: fc.Arbitrary<Outcome> = fc.oneof(pass, fail)
  const threeValued: fc.Arbitrary<Outcome> = fc.oneof(pass, fail, open('unknown'))
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(pass, fail, open('unknown'), open('na'))

  /** What a score sees of an outcome. */
  const gist = (of: Outcome) => ('reason' in of ? of.status : [of.status, of.earned])
  const counted = (of: Outcome) => ('count' in of ? [...[gist(of)].flat(), of.count] : gist(of))
  const holds = (property: (...parts: Outcome[]) => void, part = outcome) =>
    fc.assert(fc.property(part, part, part, (a, b, c) => property(a, b, c)))

  it('all and any do not depend on order or on brackets', () => {
    holds((a, b, c) => {
      for (const combine of [all, any]) {
        expect(counted(combine(a, b, c))).toEqual(counted(combine(c, a, b)))
        expect(counted(combine(combine(a, b), c))).toEqual(counted(combine(a, b, c)))
        expect(counted(combine(a, combine(b, c)))).toEqual(counted(combine(a, b, c)))
      }
    })
  })

  it('brackets keep the evidence of what decides, in its order', () => {
    holds((a, b, c) => {
      expect(evidenceOf(all(all(a, b), c))).toEqual(evidenceOf(all(a, b, c)))
      expect(evidenceOf(any(a, any(b, c)))).toEqual(evidenceOf(any(a, b, c)))
    })
  })

  it('one part alone is itself, and saying it twice changes nothing but the count', () => {
    holds(a => {
      expect(counted(all(a))).toEqual(counted(a))
      expect(counted(any(a))).toEqual(counted(a))
      expect(gist(all(a, a))).toEqual(gist(a))
      expect(counted(any(a, a))).toEqual(counted(a))
    })
  })

  it('what is not applicable is left out', () => {
    holds((a, b) => {
      const none: Outcome = { status: 'na', reason: 'r' }
      expect(counted(all(a, none, b))).toEqual(counted(all(a, b)))
      expect(counted(any(none, a, b))).toEqual(counted(any(a, b)))
    })
  })

  it('not undoes itself, and turns all into any (De Morgan)', () => {
    holds((a, b, c) => {
      expect(gist(not(not(a)))).toEqual(gist(a))
      expect(gist(not(all(a, b, c)))).toEqual(gist(any(not(a), not(b), not(c))))
      expect(gist(not(any(a, b, c)))).toEqual(gist(all(not(a), not(b), not(c))))
    })
  })

  it('all and any distribute over each other and absorb, where all parts apply', () => {
    holds((a, b, c) => {
      expect(all(a, any(b, c)).status).toBe(any(all(a, b), all(a, c)).status)
      expect(any(a, all(b, c)).status).toBe(all(any(a, b), any(a, c)).status)
      expect(all(a, any(a, b)).status).toBe(a.status)
      expect(any(a, all(a, b)).status).toBe(a.status)
    }, threeValued)
  })

  it('a part and its opposite: not both, and one of them', () => {
    holds(a => {
      expect(all(a, not(a)).status).toBe('fail')
      expect(any(a, not(a)).status).toBe('pass')
    }, known)
  })

  it('at least n: n of n is all, 1 is any, and more is never easier', () => {
    const rank = { pass: 2, unknown: 1, fail: 0, na: -1 } as const
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), parts => {
        expect(counted(atLeast(parts.length, parts, say))).toEqual(counted(all(...parts)))
        for (let n = 1; n < parts.length; n++) {
          const [less, more] = [atLeast(n, parts, say), atLeast(n + 1, parts, say)]
          expect(rank[more.status]).toBeLessThanOrEqual(rank[less.status])
          if ('earned' in less && 'earned' in more && less.status === more.status)
            expect(more.earned).toBeLessThanOrEqual(less.earned)
          if ('count' in less && 'count' in more) expect(more.count).toBeGreaterThanOrEqual(less.count)
        }
      })
    )
  })

  it('learning what was unknown never overturns what was settled', () => {
    fc.assert(
      fc.property(
        fc.array(threeValued, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        known,
        (parts, n, learnt) => {
          const count = Math.min(n + 1, parts.length)
          const before = atLeast(count, parts, say).status
          if (before === 'unknown') return
          const after = parts.map(part => (part.status === 'unknown' ? learnt : part))
          expect(atLeast(count, after, say).status).toBe(before)
        }
      )
    )
  })

  it('breaches of all add up', () => {
    fc.assert(
      fc.property(fc.array(fail, { minLength: 1, maxLength: 5 }), parts => {
        const sum = parts.reduce((total, part) => total + part.count, 0)
        expect(all(...parts)).toMatchObject({ count: sum })
        expect(any(...parts)).toMatchObject({ count: Math.min(...parts.map(part => part.count)) })
      })
    )
  })
})
