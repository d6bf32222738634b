import { setFlagsFromString } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { createEvaluate } from '../../src/audit/evaluate.ts'
import { entityNames } from '../../src/pattern/entities/index.ts'
import { loadStandard } from '../../src/standard/load.ts'

// As the program does at its start.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

const UNITS = 100_000
// What takes the square of a text's length takes minutes here; what does not, well under a second.
const BOUND = 15_000

const fill = (unit: string): string => unit.repeat(Math.ceil(UNITS / unit.length))
const texts = ['a', 'ab', '1', '1 ', '您', '不好意思', 'a您', 'sorry ', '一二三', 'a.@', '市区路'].map(fill)

/** Judges a turn of each text by a criterion with this check. */
function judgeAll(check: string, said: readonly string[] = texts): void {
  const file = `linecheck: 1\nid: hostile\nsections: [{ id: s, criteria: [{ id: c, ${check} }] }]\n`
  const { standard, problems } = loadStandard('hostile.yaml', file, 'en')
  expect(problems).toEqual([])
  const evaluate = createEvaluate(standard!, 'en')
  for (const text of said) {
    const started = performance.now()
    const turns = [{ by: 'agent' as const, text }]
    const { criteria } = evaluate({ id: 'T-1', agent: {}, customer: {}, fields: {}, turns })
    expect(criteria[0]?.status).toMatch(/pass|fail/)
    expect(performance.now() - started).toBeLessThan(BOUND)
  }
}

describe('a turn of a hundred thousand characters does not hold up an audit', () => {
  it.each([
    '/(a+)+b/',
    '/(.*)*x/',
    '/(a|a)*b/',
    '/(a|aa)+b/',
    '/((a*)*)*b/',
    '/(a+)+b/oi',
    '/(?<n>(a+)+)b/',
    '/(?<n>a+)+b/oi',
    '/(x+x+)+y/',
    '/a*a*a*a*b/',
    '/(您|您您)*您x/',
    '/[a-z]+[0-9]+[a-z]+!/'
  ])(
    'searched for %s',
    expression => judgeAll(`avoid: '${expression}'`, ['a', 'ab', '您', 'x'].map(fill)),
    120_000
  )

  it.each(entityNames)('searched for entity %s', name => judgeAll(`avoid: { entity: ${name} }`), 120_000)

  it.each([
    ['like', '{ like: [我们正在努力为您处理请您耐心等待, please wait while I look into this] }'],
    ['like itself', '{ like: [您您您您您您您您, aaaaaaaaaa] }'],
    ['like, by sound', '{ like: [我们正在努力为您处理], sound: true }'],
    ['near', '{ near: [您, 不, a], apart: 30 }'],
    ['near, in words', '{ near: [sorry, sorry, sorry], apart: 30 words }'],
    ['far', '{ any: [您, a, sorry], far_from: [不, b], apart: 50 }'],
    ['gaps', '[您 … 您 … 不, sorry … thanks, a … b]'],
    ['words', '{ words: [您, 不好, 意思不] }'],
    ['sounds', '{ sounds: [宁不好, 您您不] }']
  ])('searched for phrases: %s', (_, pattern) => judgeAll(`avoid: ${pattern}`), 120_000)

  it(
    'nor does the nearest miss of what was not said',
    () => judgeAll('say: [您您您您您您您您您您不, 请您耐心等待我们为您处理]'),
    120_000
  )
})
