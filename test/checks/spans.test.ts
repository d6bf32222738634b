import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf } from './judge.ts'
import { judgeYaml } from './from-yaml.ts'

const texts = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '，', ' ', 'x'), maxLength: 8 }), {
  minLength: 1,
  maxLength: 6
})

describe('what is before and what is after', () => {
  const keys = (yaml: string, lines: readonly string[]): readonly string[] =>
    evidenceOf(judgeYaml(yaml, lines)).map(evidence =>
      'quote' in evidence ? `${evidence.turn}:${evidence.from}-${evidence.to} ${evidence.quote}` : ''
    )

  it('are all there is beside the anchor itself, each word in its place', () => {
    fc.assert(
      fc.property(texts, spoken => {
        const lines = spoken.map(text => `A: ${text}`)
        const all = keys('avoid: 甲', lines)
        const before = keys('avoid: { before: 乙, any: 甲 }', lines)
        const after = keys('avoid: { after: 乙, any: 甲 }', lines)
        const anchored = spoken.some(text => text.includes('乙'))
        expect([...before, ...after]).toEqual(anchored ? all : [])
      }),
      { numRuns: 60 }
    )
  })
})

describe('a talk of ten thousand turns', () => {
  const turns = 10_000
  const seconds = (yaml: string, line: (i: number) => string): number => {
    const lines = Array.from({ length: turns }, (_, i) => line(i))
    const started = performance.now()
    judgeYaml(yaml, lines)
    return (performance.now() - started) / 1000
  }
  // What a contact can cost at most; a hundred times a quadratic search would be needed to be told of it.
  const BOUND = 5

  it.each<readonly [yaml: string, line: (i: number) => string]>([
    ['say: { after: { any: 稍等, nth: every }, any: 久等 }', i => (i % 2 ? 'C: 嗯' : 'A: 稍等')],
    ['avoid: { after: { any: 稍等, nth: every }, any: 稍等 }', () => 'A: 稍等'],
    ['say: { after: { any: 稍等, nth: every }, before: { any: 久等 }, any: 抱歉 }', () => 'A: 稍等'],
    ["say: { after: { any: '/第(?<n>\\d+)/', nth: every, reach: 5 turns }, any: '{n}号' }", i => `A: 第${i}`],
    ['answer: { to: 稍等, with: 久等 }', i => (i % 2 ? 'C: 稍等' : 'A: 嗯')],
    ['answer: { to: 稍等, with: 久等, within: 30s }', i => (i % 2 ? `${i} C: 稍等` : `${i} A: 嗯`)],
    ['steps: [稍等, { any: 稍等, wait: 4s.. }, 久等]', i => `${i}-${i + 1} A: 稍等`],
    ['steps: { order: strict, of: [稍等, 嗯, 久等, 再见] }', i => (i % 2 ? 'A: 稍等' : 'A: 嗯')],
    ['repeat: {}', i => `A: 您的订单号是${i}，今天已经发货，请您耐心等待`],
    ['repeat: {}', i => `A: ${String.fromCharCode(0x4e00 + i).repeat(12)}`]
  ])('does not hold up the others: %s', (yaml, line) => {
    expect(seconds(yaml, line)).toBeLessThan(BOUND)
  })
})
