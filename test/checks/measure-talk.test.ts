import { describe, expect, it } from 'vitest'
import { evidenceOf, judge, statusOf } from './judge.ts'

const messageOf = (outcome: object): unknown => ('message' in outcome ? outcome.message : undefined)

describe('interruptions', () => {
  // What a hosted system sets up as "agent talks over the customer, backchannels excepted", in one line.
  const rule = { measure: { interruption: 'count', max: 0, unless: { any: ['/^(嗯|好的|对)+$/'] } } }

  it('are where the agent begins while the customer speaks, for at least a second', () => {
    const outcome = judge(rule, ['0-5 C: 我想问一下话费', '3.5-8 A: 您是要查话费吗', '9-10 C: 对'])
    expect(outcome).toMatchObject({ status: 'fail', count: 1 })
    expect(messageOf(outcome)).toBe('interruption: 1 time(s), at most 0 allowed')
    expect(evidenceOf(outcome)).toEqual([
      { measured: 'interruption', value: 1, unit: '' },
      { measured: 'interruption', value: 1500, unit: 'ms', turn: 2, at: 3500 }
    ])
  })

  it.each([
    ['shorter than a second', ['0-5 C: 我想问', '4.1-8 A: 您好']],
    ['a word of assent', ['0-5 C: 我想问', '2-4 A: 嗯嗯，好的', '5-6 A: 请讲']],
    ['both at the same moment', ['0-5 C: 喂', '0-5 A: 您好']],
    ['the customer who begins', ['0-5 A: 欢迎致电', '2-6 C: 我要投诉']],
    ['one after the other', ['0-5 C: 我想问', '5-8 A: 您好']]
  ])('are not: %s', (_, lines) => {
    expect(statusOf(rule, lines)).toBe('pass')
  })

  it('are not excused by what an earlier turn said, unless the rule reaches back', () => {
    const lines = ['0-2 A: 好的', '3-9 C: 我想问一下话费', '5-10 A: 您要查话费吗']
    expect(statusOf(rule, lines)).toBe('fail')
    const back = { measure: { ...rule.measure, unless: { ...rule.measure.unless, reach: 2 } } }
    expect(statusOf(back, lines)).toBe('pass')
    const asked = (by: string) => ({ measure: { ...rule.measure, unless: { by, any: ['话费'], reach: 1 } } })
    expect(statusOf(asked('customer'), lines)).toBe('pass')
  })

  it('take the turns of one side that touch as one stretch of speech', () => {
    const max = (by: string) => ({ measure: { interruption: 'max', by, max: '1.9s' } })
    const lines = ['0-2 C: 我想', '2-4 C: 问一下', '1.5-3 A: 您好', '3-6 A: 请问']
    expect(messageOf(judge(max('agent'), lines))).toBe('highest interruption 2.5s is above 1.9s')
    // The customer only goes on.
    expect(statusOf(max('customer'), lines)).toBe('pass')
  })

  it('can be asked of the customer, of both, with another delay, and as a sum', () => {
    const lines = ['0-5 C: 一', '2-8 A: 二', '6-9 C: 三', '10-20 A: 四', '19.5-21 C: 五']
    const over = (options: object) =>
      judge({ measure: { interruption: 'total', max: '0s', ...options } }, lines)
    expect(messageOf(over({}))).toBe('total interruption 3s is above 0ms')
    expect(messageOf(over({ by: 'customer' }))).toBe('total interruption of the customer 2s is above 0ms')
    expect(messageOf(over({ by: 'anyone' }))).toBe('total interruption of anyone 5s is above 0ms')
    expect(messageOf(over({ by: 'customer', delay: '500ms' }))).toContain('2.5s is above')
    expect(over({ by: 'customer', in: 'last turn' })).toMatchObject({ status: 'pass' })
  })

  it('take points for each beyond what is tolerated', () => {
    const lines = ['0-9 C: 一', '1-3 A: 二', '4-6 A: 三', '6.5-8.5 A: 四']
    expect(judge({ measure: { interruption: 'count', max: 1 } }, lines)).toMatchObject({
      status: 'fail',
      count: 2
    })
    expect(judge({ measure: { interruption: 'each', max: '0s' } }, lines)).toMatchObject({ count: 3 })
  })

  it('cannot be known without the ends of turns, and not arise when one side is silent', () => {
    expect(judge(rule, ['0 C: 一', '2 A: 二'])).toMatchObject({
      status: 'unknown',
      reason: 'the turns carry no end times'
    })
    expect(statusOf(rule, ['C: 一', 'A: 二'])).toBe('unknown')
    expect(statusOf(rule, [])).toBe('unknown')
    expect(statusOf(rule, ['0-2 A: 您好', '3-5 A: 喂'])).toBe('na')
  })
})

describe('holds', () => {
  const lines = ['0-2 A: 请稍等', '2-3 C: 好', '30-32 A: 让您久等了', '40-41 A: 再请稍等', '61-62 A: 好了']
  const hold = (options: object) => ({ measure: { hold: 'each', max: '20s', ...options } })

  it('run from what the agent says before them to the next turn of the agent, less what the customer says', () => {
    const outcome = judge(hold({ started_by: ['请稍等'] }), lines)
    expect(outcome).toMatchObject({ status: 'fail', count: 1, message: 'hold 27s is above 20s' })
    expect(evidenceOf(outcome)).toMatchObject([{ value: 27_000, turn: 1 }])
    expect(messageOf(judge(hold({ hold: 'total', started_by: ['请稍等'] }), lines))).toContain('47s')
    expect(statusOf(hold({ hold: 'count', max: 2, started_by: ['请稍等'] }), lines)).toBe('pass')
    expect(statusOf(hold({ hold: 'count', max: 0, over: '25s', started_by: ['请稍等'] }), lines)).toBe('fail')
    expect(statusOf(hold({ hold: 'mean', max: '23s', started_by: ['请稍等'] }), lines)).toBe('fail')
  })

  it('last to the end where the agent does not come back, and are told of a chat too', () => {
    expect(messageOf(judge(hold({ started_by: '请稍等' }), ['0 A: 请稍等', '50 C: 还在吗']))).toContain('50s')
    expect(statusOf(hold({ started_by: '请稍等' }), ['0 A: 请稍等', '19 A: 好了'])).toBe('pass')
  })

  it('are what the telephone system states, where it does', () => {
    const fields = (more: object) => ({ fields: { hold_s: 90, ...more } })
    expect(statusOf(hold({ hold: 'total', max: '60s' }), [], fields({}))).toBe('fail')
    expect(statusOf(hold({ hold: 'count', max: 2 }), [], fields({ hold_count: 3 }))).toBe('fail')
    expect(statusOf(hold({ hold: 'mean', max: '30s' }), [], fields({ hold_count: 3 }))).toBe('pass')
    expect(statusOf(hold({ hold: 'max', max: '60s' }), [], fields({ longest_hold_s: 61 }))).toBe('fail')
    expect(statusOf(hold({ hold: 'each', max: '60s' }), [], fields({ hold_count: 1 }))).toBe('fail')
    expect(statusOf(hold({ hold: 'each' }), [], { fields: { hold_s: 0 } })).toBe('pass')
    const share = { measure: { 'hold-share': 'total', max: '25%' } }
    expect(messageOf(judge(share, [], fields({ duration_s: 300 })))).toBe('share of hold 30% is above 25%')
  })

  it('are unknown when neither the fields nor the talk can tell', () => {
    expect(judge(hold({}), lines)).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('hold_s')
    })
    expect(statusOf(hold({ hold: 'count', max: 1 }), [], { fields: { hold_s: 90 } })).toBe('unknown')
    expect(statusOf(hold({ started_by: '请稍等' }), ['A: 请稍等', 'A: 好了'])).toBe('unknown')
    expect(statusOf(hold({ started_by: '请稍等' }), ['0 C: 喂'])).toBe('na')
  })
})

describe('silence', () => {
  const lines = ['0-5 A: 一', '12-13 A: 二', '14-15 C: 三', '35-40 A: 四']

  it('is counted, summed and shared out, as far as it is long enough', () => {
    expect(messageOf(judge({ measure: { silence: 'count', over: '5s', max: 1 } }, lines))).toBe(
      'silence over 5s: 2 time(s), at most 1 allowed'
    )
    expect(statusOf({ measure: { silence: 'count', over: '7s', max: 1 } }, lines)).toBe('pass')
    expect(messageOf(judge({ measure: { silence: 'total', max: '20s' } }, lines))).toContain('28s')
    expect(messageOf(judge({ measure: { 'silence-share': 'total', max: '60%' } }, lines))).toBe(
      'share of silence 70% is above 60%'
    )
    expect(statusOf({ measure: { 'silence-share': 'total', over: '10s', max: '50%' } }, lines)).toBe('pass')
  })

  it('can be looked for in a part of the talk', () => {
    expect(statusOf({ measure: { silence: 'each', max: '10s', in: 'first 30s' } }, lines)).toBe('pass')
    expect(statusOf({ measure: { silence: 'each', max: '10s', in: '50%..100%' } }, lines)).toBe('fail')
  })

  it('is excused by words as far back as is said', () => {
    const talk = ['0-1 A: 请稍等', '2 C: 好', '3 C: 嗯', '4-5 C: 谢谢', '40-41 A: 好了']
    const max = (reach?: number) => ({
      measure: { silence: 'each', max: '10s', unless: { any: ['请稍等'], ...(reach ? { reach } : {}) } }
    })
    expect(statusOf(max(), talk)).toBe('fail')
    expect(statusOf(max(4), talk)).toBe('pass')
  })
})

describe('shares, counts and lengths', () => {
  it('talk share is of the time where turns have ends', () => {
    const lines = ['0-6 A: 一', '6-8 C: 二二二二二二', '8-10 A: 三']
    expect(messageOf(judge({ measure: { 'talk-share': 'agent', max: '70%' } }, lines))).toBe(
      'talk share of the agent 80% is above 70%'
    )
    expect(evidenceOf(judge({ measure: { 'talk-share': 'customer', min: '20%' } }, lines))).toEqual([
      { measured: 'talk-share', value: 20, unit: '%' }
    ])
    expect(statusOf({ measure: { 'talk-share': 'agent', max: '75%', in: 'first 7s' } }, lines)).toBe('pass')
  })

  it('talk share is of the text without them', () => {
    const share = { measure: { 'talk-share': 'agent', min: '40%', max: '60%' } }
    expect(statusOf(share, ['0 A: 您好 您好', '5 C: 你好呀呀'])).toBe('pass')
    expect(statusOf(share, ['A: 您', 'C: 你好呀呀'])).toBe('fail')
    expect(statusOf(share, [])).toBe('unknown')
    expect(statusOf(share, ['B: 您好'])).toBe('na')
  })

  it('turns are counted for whom they are asked of', () => {
    const lines = ['A: 一', 'C: 二', 'A: 三', 'B: 四', 'S: 五']
    const turns = (who: string, bounds: object) => statusOf({ measure: { turns: who, ...bounds } }, lines)
    expect(turns('agent', { min: 2, max: 2 })).toBe('pass')
    expect(turns('customer', { min: 2 })).toBe('fail')
    expect(turns('anyone', { min: 3, max: 3 })).toBe('pass')
    expect(statusOf({ measure: { turns: 'customer', max: 0 } }, ['A: 喂'])).toBe('pass')
    expect(statusOf({ measure: { turns: 'customer', max: 0 } }, [])).toBe('unknown')
  })

  it('messages are measured in characters or words', () => {
    const each = (bounds: object) => ({ measure: { 'message-length': 'each', ...bounds } })
    expect(judge(each({ max: 4 }), ['A: 您好！ 在', 'A: 您好您好您'])).toMatchObject({
      status: 'fail',
      count: 1,
      message: 'message length 5 chars is above 4 chars'
    })
    expect(statusOf(each({ min: 2 }), ['A: 在', 'A: 您好'])).toBe('fail')
    expect(statusOf(each({ max: '3 words' }), ['A: how may I help'])).toBe('fail')
    expect(statusOf(each({ max: '3 words', by: 'customer' }), ['A: how may I help', 'C: hi'])).toBe('pass')
    expect(statusOf({ measure: { 'message-length': 'mean', max: 3 } }, ['A: 一', 'A: 一二三四五'])).toBe(
      'pass'
    )
    expect(statusOf(each({ max: 3 }), ['C: 一'])).toBe('na')
  })
})

describe('reply time', () => {
  const chat = ['0 C: 在吗', '10 C: 在不在', '16 A: 在的', '20 C: 有货吗', '80 A: 有', '90 C: 好', '92 A: 嗯']

  it('runs from the last message before it where asked to', () => {
    expect(messageOf(judge({ measure: { reply: 'first', max: '10s' } }, chat))).toContain('16s')
    expect(statusOf({ measure: { reply: 'first', from: 'last', max: '10s' } }, chat)).toBe('pass')
  })

  it('can be the customer’s', () => {
    const slow = { measure: { reply: 'max', by: 'customer', max: '9s' } }
    expect(messageOf(judge(slow, chat))).toBe('highest reply time of the customer 10s is above 9s')
    expect(statusOf(slow, ['0 A: 您好'])).toBe('na')
  })

  it('is counted where it is too long', () => {
    expect(statusOf({ measure: { reply: 'count', over: '15s', max: 1 } }, chat)).toBe('fail')
    expect(statusOf({ measure: { reply: 'count', over: '15s', max: 2 } }, chat)).toBe('pass')
  })
})

describe('the time to the first word', () => {
  const greeting = { measure: { greeting: 'first', max: '3s' } }

  it('runs from the last words of a robot or notice, or the start', () => {
    expect(statusOf(greeting, ['0 B: 排队中', '9 S: 已接入', '12 A: 您好'])).toBe('pass')
    expect(statusOf(greeting, ['0-8 B: 欢迎', '12-13 A: 您好'])).toBe('fail')
    expect(statusOf(greeting, ['2-3 A: 您好'])).toBe('pass')
    expect(statusOf(greeting, ['4-5 A: 您好'])).toBe('fail')
  })

  it('is unknown without times and does not arise without an agent', () => {
    expect(statusOf(greeting, ['A: 您好'])).toBe('unknown')
    expect(statusOf(greeting, ['0 C: 喂'])).toBe('na')
  })
})

describe('rates', () => {
  it('can leave out short turns and be the customer’s', () => {
    const lines = ['0-0.2 A: 嗯', '1-3 A: 您好请问有什么可以帮您', '4-5 C: 一二三四五六七八九']
    const max = (options: object) => ({ measure: { 'speaking-rate': 'min', min: '5.1 chars/s', ...options } })
    expect(statusOf(max({}), lines)).toBe('fail')
    expect(statusOf(max({ skip_under: 2 }), lines)).toBe('pass')
    expect(statusOf(max({ by: 'customer', min: '9 chars/s' }), lines)).toBe('pass')
    expect(statusOf(max({ skip_under: 50 }), lines)).toBe('na')
  })
})
