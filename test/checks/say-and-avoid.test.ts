import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { createView } from '../../src/checks/view.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { contact, evidenceOf, judge, quotesOf, statusOf } from './judge.ts'

describe('say', () => {
  const greeting = { say: { in: 'first run', all: [['您好', '早上好'], '/工号\\d+/'] } }

  it('passes with the very words as evidence, at their place and time', () => {
    const outcome = judge(greeting, ['1.5-4 A: 您好！我是 工號１００１。', '5-6 C: 你好'])
    expect(outcome).toMatchObject({
      status: 'pass',
      earned: 1,
      evidence: [
        { turn: 1, at: 1500, from: 0, to: 2, quote: '您好' },
        { turn: 1, at: 1500, from: 6, to: 12, quote: '工號１００１' }
      ]
    })
  })

  it('passes when the parts are spread over several messages in a row', () => {
    expect(statusOf(greeting, ['A: 您好', 'A: 工号1001', 'C: 喂'])).toBe('pass')
    expect(statusOf(greeting, ['A: 您好', 'C: 喂', 'A: 工号1001'])).toBe('fail')
  })

  it('fails with what is missing, the turns searched and the nearest miss', () => {
    const outcome = judge({ say: ['请问有什么可以帮您'] }, ['A: 你好', 'A: 有什么可以帮到你', 'C: 查话费'])
    expect(outcome).toMatchObject({ status: 'fail', earned: 0, count: 1 })
    expect(evidenceOf(outcome)).toEqual([
      {
        missing: '请问有什么可以帮您',
        searched: { first: 1, last: 2 },
        nearest: { turn: 2, from: 0, to: 7, quote: '有什么可以帮到', similarity: 0.67 }
      }
    ])
  })

  it('counts how often something is said when it must be said several times', () => {
    const twice = { say: { any: ['谢谢'], min: 2 } }
    expect(statusOf(twice, ['A: 谢谢', 'C: 嗯', 'A: 谢谢您'])).toBe('pass')
    expect(judge(twice, ['A: 谢谢'])).toMatchObject({
      status: 'fail',
      message: expect.stringContaining('1 times')
    })
  })

  it('does not arise when the agent never spoke, and is unknown without a transcript', () => {
    expect(judge(greeting, ['C: 喂？'])).toMatchObject({ status: 'na', reason: 'the agent said nothing' })
    expect(judge(greeting, [])).toMatchObject({ status: 'unknown', reason: 'the contact has no transcript' })
  })

  it('does not take the words of a robot or of the system for the agent', () => {
    expect(statusOf({ say: '您好' }, ['B: 您好', 'S: 您好', 'A: 请讲'])).toBe('fail')
  })
})

describe('avoid', () => {
  it('passes when nothing forbidden was said', () => {
    expect(statusOf({ avoid: ['我晕'] }, ['A: 您好'])).toBe('pass')
  })

  it('fails with every hit, so that points can go for each', () => {
    const outcome = judge({ avoid: ['我晕', '我靠'] }, ['A: 我晕，我 靠', 'C: 我晕', 'A: 我暈'])
    expect(outcome).toMatchObject({ status: 'fail', count: 3 })
    expect(quotesOf(outcome)).toEqual(['1:我晕', '1:我 靠', '3:我暈'])
  })

  it('is not set off by the customer', () => {
    expect(statusOf({ avoid: ['投诉'] }, ['C: 我要投诉', 'A: 您请说'])).toBe('pass')
    expect(statusOf({ avoid: { by: 'customer', any: ['投诉'] } }, ['C: 我要投诉', 'A: 您请说'])).toBe('fail')
  })

  it('tolerates what it is told to', () => {
    const fillers = { avoid: { any: ['嗯'], max: 1 } }
    expect(statusOf(fillers, ['A: 嗯'])).toBe('pass')
    expect(judge(fillers, ['A: 嗯', 'A: 嗯', 'A: 嗯'])).toMatchObject({ status: 'fail', count: 2 })
  })

  it('tolerates a share of the turns in scope, which a variable may give', () => {
    const fillers = { avoid: { any: ['/^嗯/'], max: '{filler_share}%' } }
    const lines = ['A: 嗯一', 'A: 二', 'A: 三', 'A: 四', 'A: 五']
    expect(statusOf(fillers, lines, { vars: { filler_share: 20 } })).toBe('pass')
    expect(judge(fillers, lines, { vars: { filler_share: 19 } })).toMatchObject({ status: 'fail', count: 1 })
    expect(judge(fillers, [...lines, 'A: 嗯六'], { vars: { filler_share: 20 } })).toMatchObject({ count: 1 })
    expect(statusOf({ avoid: { any: ['嗯'], max: '1' } }, lines)).toBe('pass')
  })

  describe('of what a side has told', () => {
    const number = { avoid: { entity: 'cn-mobile', told_by: 'customer' } }

    it.each([
      ['in the same figures', ['C: 13800138000', 'A: 13800138000对吗']],
      ['in other groups', ['C: 138-0013-8000', 'A: 138 0013 8000']],
      ['read out', ['C: 幺三八零零幺三八零零零', 'A: 13800138000']],
      ['in pieces, with words between them', ['C: 138', 'A: 嗯', 'C: 然后0013', 'C: 8000', 'A: 13800138000']],
      ['with the code of the country', ['C: 13800138000', 'A: +86 13800138000']]
    ])('lets it be repeated %s', (_, lines) => {
      expect(statusOf(number, lines)).toBe('pass')
    })

    it.each([
      ['told afterwards', ['A: 13800138000', 'C: 对,13800138000']],
      ['told by somebody else', ['A: 13800138000', 'A: 13800138000']],
      ['another one', ['C: 13800138000', 'A: 13900139000']],
      ['a part of it', ['C: 尾号8000', 'A: 13800138000']]
    ])('minds what is %s', (_, lines) => {
      expect(statusOf(number, lines)).toBe('fail')
    })

    it('counts only what is news', () => {
      const lines = ['C: 13800138000', 'A: 13800138000和13900139000', 'A: 13800138000']
      expect(judge(number, lines)).toMatchObject({ status: 'fail', count: 1 })
      expect(quotesOf(judge(number, lines))).toEqual(['2:13900139000'])
      expect(statusOf({ avoid: { ...number.avoid, max: 1 } }, lines)).toBe('pass')
    })

    it('goes by what named groups captured', () => {
      const name = { avoid: { any: ['/机主是(?<name>.{2})/'], told_by: 'customer' } }
      expect(statusOf(name, ['C: 我叫王芳', 'A: 机主是王芳'])).toBe('pass')
      expect(statusOf(name, ['C: 我叫王红', 'A: 机主是王芳'])).toBe('fail')
    })
  })

  it('does not arise when the agent never spoke', () => {
    expect(statusOf({ avoid: ['我晕'] }, ['C: 我晕'])).toBe('na')
  })
})

describe('scopes', () => {
  const lines = ['0-2 A: 一', '3-5 C: 二', '6-8 A: 三', '8-9 A: 四', '10-12 C: 五', '30-40 A: 六']
  const found = (scope: string, by = 'agent'): string => {
    const outcome = judge({ avoid: { by, in: scope, any: ['一', '二', '三', '四', '五', '六'] } }, lines)
    return quotesOf(outcome)
      .map(quote => quote.split(':')[1])
      .join('')
  }

  it.each([
    ['first turn', '一'],
    ['first 2 turns', '一三'],
    ['last 2 turns', '四六'],
    ['last turn', '六'],
    ['turns 2..3', '三四'],
    ['turn 2', '三'],
    ['first run', '一'],
    ['first 2 runs', '一三四'],
    ['last run', '六'],
    ['run 2', '三四'],
    ['first 6s', '一'],
    ['first 7s', '一三'],
    ['last 10s', '六'],
    ['5s..9s', '三四'],
    ['0%..25%', '一三四'],
    ['50%..100%', '六']
  ])('%s is %s', (scope, words) => {
    expect(found(scope)).toBe(words)
  })

  it('count the turns of whoever is asked for', () => {
    expect(found('first turn', 'customer')).toBe('二')
    expect(found('first 3 turns', 'anyone')).toBe('一二三')
  })

  describe('by the time in a field', () => {
    const load = (side: string) => {
      const criteria = [{ id: 'c', avoid: { in: side, any: ['余额'] } }]
      return loadStandard(
        'test.yaml',
        stringify({ linecheck: 1, id: 'test', sections: [{ id: 's', criteria }] }),
        'en'
      )
    }
    const told = (side: string, fields: Record<string, string>, started?: string): unknown => {
      const { standard } = load(side)
      const talk = contact(['5 A: 余额', '40 A: 余额'], fields)
      const { status, ...rest } = standard!.criteria[0]!.judge(
        createView({ ...talk, started }, standard!.vars, standard!.prefilter)
      )
      return 'evidence' in rest ? [status, rest.evidence.length] : status
    }
    const half = { identity_verified_at: '2026-03-02T09:00:30' }

    it('are cut there', () => {
      expect(told('before identity_verified_at', half, '2026-03-02T09:00:00')).toEqual(['fail', 1])
      expect(told('after identity_verified_at', half, '2026-03-02T09:00:00')).toEqual(['fail', 1])
      expect(told('before identity_verified_at', half, '2026-03-02T09:00:26')).toEqual(['pass', 0])
      expect(told('after identity_verified_at', half, '2026-03-02T09:00:25')).toEqual(['fail', 2])
    })

    it('are unknown without that time, or without one when the contact started', () => {
      expect(told('before identity_verified_at', {}, '2026-03-02T09:00:00')).toBe('unknown')
      expect(told('before identity_verified_at', half)).toBe('unknown')
    })

    it('want a field with a time', () => {
      expect(load('before rings').problems).toMatchObject([{ code: 'standard/bad-scope' }])
      expect(load('before nobody_at').problems).toMatchObject([{ code: 'standard/bad-scope' }])
    })
  })

  it('in seconds are unknown where turns carry no times', () => {
    expect(judge({ say: { in: 'first 30s', any: ['您好'] } }, ['A: 您好'])).toMatchObject({
      status: 'unknown',
      reason: 'the turns carry no times'
    })
  })
})
