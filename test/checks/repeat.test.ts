import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPairs, isSimilar } from '../../src/checks/similarity.ts'
import { judgeYaml, summary } from './from-yaml.ts'

type Row = readonly [yaml: string, lines: readonly string[], expected: string]

describe('repeat', () => {
  const order = '您的订单今天已经发货'
  const again = '您的订单今天已经发货了'
  const other = '请问您想买哪一款手机呢'

  it.each<Row>([
    ['repeat: {}', [`A: ${order}`, 'C: 嗯', `A: ${again}`], `fail 1:${order} 3:${again}`],
    ['repeat: {}', [`A: ${order}`, `A: ${other}`], 'pass'],
    ['repeat: { similarity: 94% }', [`A: ${order}`, `A: ${again}`], `fail 1:${order} 2:${again}`],
    ['repeat: { similarity: 100% }', [`A: ${order}`, `A: ${again}`], 'pass'],
    ['repeat: { similarity: 100% }', [`A: ${order}`, `A: ${order}！`], `fail 1:${order} 2:${order}！`],
    // Whose turns.
    ['repeat: {}', [`C: ${order}`, `A: ${order}`, `C: ${order}`], 'pass'],
    ['repeat: { by: customer }', [`C: ${order}`, `A: ${order}`, `C: ${order}`], `fail 1:${order} 3:${order}`],
    ['repeat: {}', [`C: ${order}`], 'na'],
    ['repeat: {}', [], 'unknown'],
    // How often, for the same words.
    ['repeat: { times: 1 }', [`A: ${order}`, `A: ${order}`], 'pass'],
    ['repeat: { times: 1 }', [`A: ${order}`, `A: ${other}`, `A: ${order}`, `A: ${other}`], 'pass'],
    ['repeat: { times: 1 }', [`A: ${order}`, `A: ${order}`, `A: ${order}`], `fail 2:${order} 3:${order}`],
    // How far back.
    ['repeat: { back: 1 turn }', [`A: ${order}`, `A: ${other}`, `A: ${order}`], 'pass'],
    [
      'repeat: { back: 2 turns }',
      [`A: ${order}`, `A: ${other}`, `A: ${order}`],
      `fail 1:${order} 3:${order}`
    ],
    [
      'repeat: { back: 0 turns }',
      [`A: ${order}`, `A: ${other}`, `A: ${order}`],
      `fail 1:${order} 3:${order}`
    ],
    ['repeat: { in: last 2 turns }', [`A: ${order}`, `A: ${other}`, `A: ${order}`], 'pass'],
    // What does not count.
    ['repeat: {}', ['A: 好的', 'A: 好的'], 'pass'],
    ['repeat: { min_length: 2 }', ['A: 好的', 'A: 好的'], 'fail 1:好的 2:好的'],
    ['repeat: { except: 请您耐心等待 }', ['A: 好，请您耐心等待', 'A: 嗯，请您耐心等待'], 'pass'],
    [
      'repeat: { except: 请您 }',
      [`A: 请您${order}`, `A: ${order}，请您`],
      `fail 1:请您${order} 2:${order}，请您`
    ]
  ])('%s %j', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('counts each turn that repeats another, and names the first', () => {
    const outcome = judgeYaml('repeat: {}', [`A: ${order}`, `A: ${order}`, `A: ${order}`])
    expect(outcome).toMatchObject({
      status: 'fail',
      count: 2,
      message: `said again, in turn 2 as in turn 1: ${order}`
    })
  })
})

describe('likeness', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })

  function dice(a: string, b: string): number {
    const pairsOf = (text: string): string[] =>
      Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
    const rest = pairsOf(b)
    let shared = 0
    for (const pair of pairsOf(a)) {
      const at = rest.indexOf(pair)
      if (at < 0) continue
      rest.splice(at, 1)
      shared++
    }
    const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
    return all === 0 ? 1 : (2 * shared) / all
  }

  it('is Dice’s coefficient over pairs of neighbouring characters', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 20 }), (a, b, twentieths) => {
        const least = twentieths / 20
        const like = isSimilar(countPairs(a), countPairs(b), least, { pairs: 1e6 })
        // At the very bound binary fractions may fall on either side; it must be taken as reached.
        expect(like).toBe(dice(a, b) >= least - 1e-9)
      }),
      { numRuns: 500 }
    )
  })
})
