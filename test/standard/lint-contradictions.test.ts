import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { lintStandard } from '../../src/standard/lint/lint.ts'
import { contradictions } from '../../src/standard/lint/rules/contradictions.ts'
import { loadStandard } from '../../src/standard/load.ts'

/** What is told of criteria a, b, ... with these keys: the codes without their room, and the words in question. */
function told(criteria: readonly object[], more: object = {}): string[] {
  const named = criteria.map((criterion, i) => ({ id: 'abcdef'[i], ...criterion }))
  const text = stringify({ linecheck: 1, id: 'test', sections: [{ id: 's', criteria: named }], ...more })
  const { written, problems } = loadStandard('test.yaml', text, 'en')
  if (!written) throw new Error(JSON.stringify(problems))
  return lintStandard(written, [contradictions]).map(
    ({ code, values }) => `${code.slice('lint/contradiction'.length)} ${values['what']}`
  )
}

const always = ''
const partly = '-partly'
const atTimes = '-at-times'

describe('a contradiction', () => {
  it('is a wording that is required and forbidden, however it is written', () => {
    expect(told([{ say: '您好' }, { avoid: '妳好' }])).toEqual([])
    expect(told([{ say: '您 好！' }, { avoid: '您好' }])).toEqual([`${always} "您 好！"`])
    expect(told([{ say: '您好吗' }, { avoid: '您好' }])).toEqual([`${always} "您好吗"`])
    expect(told([{ say: '您好' }, { avoid: '您好吗' }])).toEqual([])
    expect(told([{ say: 'Good Morning' }, { avoid: '/good.morning/' }])).toEqual([`${always} "Good Morning"`])
    expect(told([{ say: 'hello there' }, { avoid: 'hell' }])).toEqual([])
    // An expression is one wording: what it takes in beside the usual one may be deliberate.
    expect(told([{ say: '/(您|你)好/' }, { avoid: '您好' }])).toEqual([])
    expect(told([{ say: '/(您|你)好/' }, { avoid: '/[您你]/' }])).toEqual([`${always} "/(您|你)好/"`])
    expect(told([{ say: '好吗？' }, { avoid: '/吗[?？]/o' }])).toEqual([`${always} "好吗？"`])
  })

  it('goes through lexicons and variables', () => {
    const more = {
      vars: { company: '星河' },
      lexicons: { all: ['$some', '早上好'], some: ['您好'], bad: ['星河'] }
    }
    expect(told([{ say: '$all' }, { avoid: '$some' }], more)).toEqual([`${partly} "您好"`])
    expect(told([{ say: '$all' }, { avoid: '$all' }], more)).toEqual([`${always} "您好", "早上好"`])
    expect(told([{ say: '这里是{company}' }, { avoid: '$bad' }], more)).toEqual([
      `${always} "这里是{company}"`
    ])
    // A field's value only contacts know, but the same field is the same.
    expect(told([{ say: '{shop}' }, { avoid: '本店{shop}' }])).toEqual([])
    expect(told([{ say: '本店{shop}' }, { avoid: '{shop}' }])).toEqual([`${always} "本店{shop}"`])
    expect(told([{ say: '本店{shop}' }, { avoid: '{company}' }])).toEqual([])
  })

  it('looks at each part that must be said by itself', () => {
    const all = { say: { all: [['您好', '早上好'], '请问'] } }
    expect(told([all, { avoid: '请问' }])).toEqual([`${always} "请问"`])
    expect(told([all, { avoid: '早上好' }])).toEqual([`${partly} "早上好"`])
    const two = { say: { at_least: 2, of: ['您好', '请问', '谢谢'] } }
    expect(told([two, { avoid: '您好' }])).toEqual([`${partly} "您好"`])
    expect(told([two, { avoid: ['您好', '请问'] }])).toEqual([`${always} "您好", "请问"`])
  })

  it('tries gaps in more than one way', () => {
    expect(told([{ say: '有什么…帮您' }, { avoid: '有什么帮您' }])).toEqual([])
    expect(told([{ say: '有什么…帮您' }, { avoid: '帮您' }])).toEqual([`${always} "有什么…帮您"`])
  })

  it('respects what is allowed', () => {
    expect(told([{ say: '今天啊' }, { avoid: { any: '天啊', except: '今天啊' } }])).toEqual([])
    expect(told([{ say: '您好' }, { avoid: { any: '您好', max: 1 } }])).toEqual([])
  })

  it('arises only where both look', () => {
    const say = (keys: object) => ({ say: { any: '您好', ...keys } })
    const avoid = (keys: object) => ({ avoid: { any: '您好', ...keys } })
    expect(told([say({}), avoid({ by: 'customer' })])).toEqual([])
    expect(told([say({}), avoid({ by: 'anyone' })])).toEqual([`${always} "您好"`])
    expect(told([say({ in: 'first 2 turns' }), avoid({ in: 'turns 3..5' })])).toEqual([])
    expect(told([say({ in: 'first 2 turns' }), avoid({ in: 'first 3 turns' })])).toEqual([`${always} "您好"`])
    expect(told([say({ in: 'first 30s' }), avoid({ in: '10s..1min' })])).toEqual([`${atTimes} "您好"`])
    expect(told([say({ in: 'first run' }), avoid({ in: 'last 2 runs' })])).toEqual([])
    expect(told([say({ in: '0%..25%' }), avoid({ in: '25%..100%' })])).toEqual([])
    // It can be said elsewhere.
    expect(told([say({}), avoid({ in: 'first 2 turns' })])).toEqual([])
  })

  it('arises only where both apply', () => {
    const a = { say: '您好', when: "channel == 'call'" }
    expect(told([a, { avoid: '您好', when: "channel == 'chat'" }])).toEqual([])
    expect(told([a, { avoid: '您好', unless: "channel == 'call'" }])).toEqual([])
    expect(told([a, { avoid: '您好', when: "channel in ['call', 'visit']" }])).toEqual([`${always} "您好"`])
    expect(told([a, { avoid: '您好', when: 'rings > 3' }])).toEqual([`${atTimes} "您好"`])
    expect(told([a, { avoid: '您好' }])).toEqual([`${always} "您好"`])
  })

  it('may lie between replies', () => {
    const to = ['投诉']
    expect(told([{ answer: { to, with: '对不起', never: '对不起' } }])).toEqual([`${always} "对不起"`])
    expect(told([{ answer: { to, with: ['抱歉', '对不起'], never: '对不起' } }])).toEqual([
      `${partly} "对不起"`
    ])
    expect(told([{ answer: { to, with: '对不起' } }, { answer: { to, never: '对不起' } }])).toEqual([
      `${always} "对不起"`
    ])
    expect(told([{ answer: { to, with: '对不起' } }, { answer: { to: '发票', never: '对不起' } }])).toEqual(
      []
    )
    expect(told([{ answer: { to, with: '对不起' } }, { avoid: '对不起' }])).toEqual([`${always} "对不起"`])
    expect(told([{ say: '对不起' }, { answer: { to, never: '对不起' } }])).toEqual([`${atTimes} "对不起"`])
    // What the agent must not say after words of its own it can say before them.
    const own = { by: 'agent', any: '余额' }
    expect(told([{ say: '密码' }, { answer: { to: own, never: '密码' } }])).toEqual([])
    expect(told([{ say: { by: 'customer', any: '对不起' } }, { answer: { to, never: '对不起' } }])).toEqual(
      []
    )
  })

  it('may lie between parts of checks that must all hold', () => {
    const both = { all: [{ say: '您好' }, { field: 'rings <= 3' }] }
    expect(told([both, { avoid: '您好' }])).toEqual([`${always} "您好"`])
    expect(told([{ all: [{ say: '您好' }, { avoid: '您好' }] }])).toEqual([`${always} "您好"`])
    expect(told([{ any: [{ say: '您好' }, { say: '早上好' }] }, { avoid: '您好' }])).toEqual([])
    expect(told([{ not: { say: '您好' } }, { avoid: '您好' }])).toEqual([])
  })

  it('may lie in a step that may not be left out', () => {
    const steps = { steps: ['您好', { any: '请问', optional: true }, { by: 'customer', any: '好的' }] }
    expect(told([steps, { avoid: '您好' }])).toEqual([`${always} "您好"`])
    expect(told([steps, { avoid: ['请问', '好的'] }])).toEqual([])
  })

  it('may lie behind an anchor', () => {
    const anchored = { say: { any: '您好', after: '喂' } }
    expect(told([anchored, { avoid: '您好' }])).toEqual([`${always} "您好"`])
    expect(told([anchored, { avoid: { any: '您好', in: 'first 2 turns' } }])).toEqual([`${atTimes} "您好"`])
    // It can be said before.
    expect(told([{ say: '您好' }, { avoid: { any: '您好', after: '喂' } }])).toEqual([])
  })

  it('may lie within one criterion', () => {
    expect(told([{ say: { any: ['您好', '早上好'], not: '您好' } }])).toEqual([`${partly} "您好"`])
    expect(told([{ say: { any: '您好', not: '好' } }])).toEqual([`${always} "您好"`])
  })
})
