import { describe, expect, it } from 'vitest'
import type { CriterionResult, Evaluation, Evidence } from '../../src/model/evaluation.ts'
import { fingerprintOf } from '../../src/report/items/of-evaluation.ts'

const evaluation: Evaluation = {
  contact: 'T-1',
  agent: '1001',
  standard: 'hotline',
  score: 0,
  scoreWithoutFatal: 0,
  band: null,
  passed: false,
  sections: [],
  dimensions: [],
  criteria: []
}

const failed = (...evidence: readonly Evidence[]): CriterionResult => ({
  id: 'privacy',
  clause: [],
  status: 'fail',
  evidence
})

const quote = (words: string, turn = 3, from = 0): Evidence => ({
  turn,
  from,
  to: from + words.length,
  quote: words
})

const of = (...evidence: readonly Evidence[]): string => fingerprintOf(evaluation, failed(...evidence))

describe('the fingerprint of a breach', () => {
  it('tells contacts, criteria, turns and nearly all words apart', () => {
    const others = [
      of(quote('我晕', 4)),
      of(quote('我晕'), quote('我晕')),
      of(),
      fingerprintOf({ ...evaluation, contact: 'T-2' }, failed(quote('我晕'))),
      fingerprintOf({ ...evaluation, standard: 'shop' }, failed(quote('我晕'))),
      fingerprintOf(evaluation, { ...failed(quote('我晕')), id: 'slang' })
    ]
    expect(new Set([of(quote('我晕')), ...others]).size).toBe(7)
    const words = Array.from({ length: 2560 }, (_, i) => of(quote(`订单 ${i * 7919}`)))
    const same = words.filter(each => each === of(quote('我晕'))).length
    expect(same).toBeLessThan(40)
  })

  it('stays when words stand elsewhere in a turn, or what was missing is called otherwise', () => {
    expect(of(quote('我晕', 3, 9))).toBe(of(quote('我晕')))
    const missing = (what: string): Evidence => ({ missing: what, searched: { first: 1, last: 2 } })
    expect(of(missing('客户挂机'))).toBe(of(missing('the customer hangs up')))
  })

  it('does not give away words to whoever tries all there are', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => of(quote(String(13_800_000_000 + i * 37))))
    expect(new Set(numbers).size).toBeLessThanOrEqual(256)
  })
})
