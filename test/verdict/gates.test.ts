import { describe, expect, it } from 'vitest'
import type { BandGate, Demands } from '../../src/verdict/demands.ts'
import { decideVerdict, type Facts } from '../../src/verdict/verdict.ts'
import { contactsOf, factsOf, standard } from './build.ts'

const most = (band: string, amount: number, unit: BandGate['unit'] = 'percent'): BandGate => ({
  band,
  bound: 'most',
  amount,
  unit
})
const least = (band: string, amount: number): BandGate => ({ ...most(band, amount), bound: 'least' })

const judge = (facts: Facts, demands: Demands) => decideVerdict(facts, demands, 'en')

describe('a gate of a band', () => {
  // Two of four contacts are 不合格, one is 优秀.
  const facts = factsOf(contactsOf({ a: [95, 70], b: [0, 59.9] }))

  it.each([
    [most('不合格', 2, 'contacts'), false],
    [most('不合格', 1, 'contacts'), true],
    [most('不合格', 0, 'contacts'), true],
    [most('不合格', 50), false],
    [most('不合格', 49.999), true],
    [most('不合格', 0), true],
    [least('优秀', 25), false],
    [least('优秀', 25.1), true],
    [least('优秀', 0), false]
  ])('%j: negative is %s', (gate, negative) => {
    expect(judge(facts, { bands: [gate] }).negative).toBe(negative)
  })

  it('says the figures, and what was asked for', () => {
    const bands = [most('不合格', 0, 'contacts'), most('不合格', 5), least('优秀', 30)]
    expect(judge(facts, { bands }).reasons).toEqual([
      'hotline: 2 contact(s) in band 不合格, more than the 0 allowed',
      'hotline: 50.00% of 4 scored contact(s) in band 不合格, more than the 5% allowed',
      'hotline: 25.00% of 4 scored contact(s) in band 优秀, less than the 30% asked for'
    ])
    expect(decideVerdict(facts, { bands }, 'zh').reasons).toEqual([
      'hotline：2 份为“不合格”，超过允许的 0 份',
      'hotline：4 份中“不合格”占 50.00%，超过允许的 5%',
      'hotline：4 份中“优秀”占 25.00%，低于要求的 30%'
    ])
  })

  it('counts shares of the scored contacts only', () => {
    const unscored = factsOf(contactsOf({ a: [95, 70, null, null], b: [0, 59.9] }))
    expect(judge(unscored, { bands: [most('不合格', 50), least('优秀', 25)] }).negative).toBe(false)
  })

  it('is not asked of a standard without the band, and says so; asked of none, it is not met', () => {
    const other = factsOf(contactsOf({ a: [50] }, { ...standard, id: 'chat', bands: [] }), {
      ...standard,
      id: 'chat',
      bands: []
    })
    const both = { overall: [...facts.overall!, ...other.overall!] }
    const verdict = judge(both, { bands: [most('不合格', 50)] })
    expect(verdict).toEqual({
      negative: false,
      reasons: [],
      notes: ['chat: has no band 不合格, none was asked for']
    })
    expect(judge(other, { bands: [most('不合格', 50)] }).negative).toBe(true)
  })
})

describe('a gate of the pass rate', () => {
  it.each([
    [57, 100, 57, false],
    [29, 100, 29, false],
    [999, 1000, 99.9, false],
    [998, 1000, 99.9, true],
    [2, 3, 66.7, true],
    [0, 3, 0, false],
    [3, 3, 100, false]
  ])('%i of %i passed, %d %% are asked for: negative is %s', (passed, all, minPassRate, negative) => {
    const scores = Array.from({ length: all }, (_, i) => (i < passed ? 80 : 20))
    expect(judge(factsOf(contactsOf({ a: scores })), { minPassRate }).negative).toBe(negative)
  })

  it('shows enough digits to tell the figure from the bound', () => {
    const scores = Array.from({ length: 30_000 }, (_, i) => (i < 29_999 ? 80 : 20))
    expect(judge(factsOf(contactsOf({ a: scores })), { minPassRate: 100 }).reasons).toEqual([
      'hotline: pass rate 99.997% is below 100%'
    ])
  })

  it('is not asked of a standard without a pass mark', () => {
    const open = { ...standard, pass: undefined }
    const { negative, reasons } = judge(factsOf(contactsOf({ a: [20] }, open), open), { minPassRate: 50 })
    expect({ negative, reasons }).toEqual({
      negative: true,
      reasons: ['no standard gives what scores, bands or pass rates could be asked of']
    })
  })
})

describe('gates where nothing was scored', () => {
  const nothing = factsOf(contactsOf({ a: [null] }))

  it.each<Demands>([
    { minScore: 0 },
    { minPassRate: 0 },
    { bands: [most('不合格', 100)] },
    { bands: [least('优秀', 0)] },
    { minScore: 0, gateEach: true }
  ])('%j is not met: no evidence is not a pass', demands => {
    const { negative, reasons } = judge(nothing, demands)
    expect(negative).toBe(true)
    expect(reasons).toEqual([expect.stringContaining('no contact was scored')])
  })

  it('are not met where there was no contact either', () => {
    expect(judge(factsOf([]), { minScore: 0, gateEach: true }).negative).toBe(true)
  })

  it('that nobody asked for are met', () => {
    expect(judge(nothing, {}).negative).toBe(false)
  })
})

describe('gates asked of each', () => {
  const facts = factsOf(contactsOf({ '1001': [100, 90], '1002': [50, 65], '1003': [10] }))

  it('name everybody who misses one', () => {
    expect(judge(facts, { minScore: 60, gateEach: true }).reasons).toEqual([
      'hotline · 1002: mean score 57.50 is below 60',
      'hotline · 1003: mean score 10.00 is below 60'
    ])
    expect(judge(facts, { bands: [most('不合格', 0, 'contacts')], gateEach: true }).reasons).toHaveLength(2)
    expect(judge(facts, { minPassRate: 50, gateEach: true }).reasons).toEqual([
      'hotline · 1003: pass rate 0.00% is below 50%'
    ])
  })

  it('leave out who has too few contacts, and say so', () => {
    const verdict = judge(facts, { minScore: 50, gateEach: true, minContacts: 2 })
    expect(verdict).toEqual({
      negative: false,
      reasons: [],
      notes: ['hotline: not judged, fewer than 2 scored contact(s): 1003']
    })
  })

  it('are not met when that leaves nobody', () => {
    expect(judge(facts, { minScore: 0, gateEach: true, minContacts: 3 })).toMatchObject({
      negative: true,
      reasons: ['hotline: nobody to judge, each has fewer than 3 scored contact(s)']
    })
  })

  it('judge contacts of nobody in particular like an agent', () => {
    const nameless = contactsOf({ a: [10] }).map(each => ({ ...each, agent: null }))
    expect(judge(factsOf(nameless), { minScore: 60, gateEach: true }).reasons).toEqual([
      'hotline · (agent unknown): mean score 10.00 is below 60'
    ])
  })
})

describe('the problems of an input', () => {
  it('may be so many as is said; 0 is a number like any other', () => {
    expect(judge({ inputProblems: 3 }, { maxWarnings: 3 }).negative).toBe(false)
    expect(judge({ inputProblems: 3 }, { maxWarnings: 2 }).reasons).toEqual([
      '3 problem(s) of the input, more than the 2 allowed'
    ])
    expect(judge({ inputProblems: 1 }, { maxWarnings: 0 }).negative).toBe(true)
    expect(judge({ inputProblems: 1 }, {}).negative).toBe(false)
  })
})
