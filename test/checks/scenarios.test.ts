import { describe, expect, it } from 'vitest'
import type { FieldValue } from '../../src/model/contact.ts'
import { judgeStandard, summary } from './from-yaml.ts'

type Fields = Readonly<Record<string, FieldValue>>

/** A rule set becomes a standard; what is checked is the length and the effect of the rules themselves. */
function judgeRules(rules: string, lines: readonly string[], fields: Fields = {}): Record<string, string> {
  const criteria = rules
    .trim()
    .split('\n')
    .map(line => `      ${line}`)
    .join('\n')
  const text = `linecheck: 1\nid: scenario\nsections:\n  - id: all\n    criteria:\n${criteria}\n`
  const outcomes = judgeStandard(text, lines, fields)
  return Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, summary(outcome)]))
}

const linesOf = (rules: string): number => rules.trim().split('\n').length

describe('the starter scenario of a contact centre: introduction, abuse, dead air, cutting in', () => {
  const rules = `
- { id: introduction, deduct: 5, say: { in: first run, any: [工号, 客服代表, '/我是.{1,4}号/'] } }
- { id: abuse, fatal: true, avoid: [滚, 神经病, 有病吧, 闭嘴] }
- { id: dead-air, deduct: 5, per: hit, measure: { silence: each, max: 5s, unless: { by: agent, any: [请稍后, 请稍等] } } }
- { id: cutting-in, deduct: 5, per: hit, measure: { interruption: each, max: 0s } }
`

  it('takes at most ten lines', () => {
    expect(linesOf(rules)).toBeLessThanOrEqual(10)
  })

  it('finds nothing in a good call', () => {
    const lines = ['0-3 A: 您好，工号1001', '4-6 C: 查话费', '7-9 A: 好的，请稍后', '20-23 A: 话费为五十元']
    expect(judgeRules(rules, lines)).toEqual({
      introduction: 'pass 1:工号',
      abuse: 'pass',
      'dead-air': expect.stringMatching(/^pass/),
      'cutting-in': expect.stringMatching(/^pass/)
    })
  })

  it('finds all of it in a bad one', () => {
    const lines = ['0-3 A: 喂', '4-6 C: 查话费', '15-17 A: 神经病，等着', '18-22 C: 啊', '19-23 A: 好了好了']
    expect(judgeRules(rules, lines)).toEqual({
      introduction: 'fail -工号 / 客服代表 / /我是.{1,4}号/ in 1..1',
      abuse: 'fail 3:神经病',
      'dead-air': expect.stringMatching(/^fail .*9000/),
      'cutting-in': expect.stringMatching(/^fail .*3000/)
    })
  })
})

describe('a first response that is late and has no greeting', () => {
  const rules = `
- id: cold-start
  unless: { by: agent, in: first run, any: [hello, hi, good morning, good afternoon, thank you for contacting] }
  measure: { reply: first, max: 60s }
`

  it('takes at most ten lines', () => {
    expect(linesOf(rules)).toBeLessThanOrEqual(10)
  })

  it.each([
    [['0 C: Anybody there?', '90 A: What is your order number?'], 'fail reply=90000'],
    [['0 C: Anybody there?', '90 A: Hello, sorry for the wait.'], 'na'],
    [['0 C: Anybody there?', '20 A: What is your order number?'], 'pass reply=20000']
  ])('%j', (lines, expected) => {
    expect(judgeRules(rules, lines)).toEqual({ 'cold-start': expected })
  })
})

describe('the same as one rule of two parts', () => {
  // A breach only when both hold: late, and without a greeting.
  const rules = `
- id: cold-start
  any:
    - measure: { reply: first, max: 60s }
    - say: { in: first run, any: [hello, hi, good morning, good afternoon, thank you for contacting] }
`

  it.each([
    [['0 C: Anybody there?', '90 A: What is your order number?'], 'fail'],
    [['0 C: Anybody there?', '90 A: Hello, sorry for the wait.'], 'pass'],
    [['0 C: Anybody there?', '20 A: What is your order number?'], 'pass']
  ])('%j', (lines, expected) => {
    expect(judgeRules(rules, lines)['cold-start']!.split(' ')[0]).toBe(expected)
  })
})
