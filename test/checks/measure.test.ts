import { describe, expect, it } from 'vitest'
import { evidenceOf, judge, statusOf } from './judge.ts'

describe('reply time', () => {
  const first = { measure: { reply: 'first', max: '30s' } }

  it('of a chat runs from the first message not yet answered', () => {
    expect(judge(first, ['0 C: 在吗', '20 C: 在不在', '31 A: 在的'])).toMatchObject({
      status: 'fail',
      message: 'first reply time 31s is above 30s'
    })
    expect(evidenceOf(judge(first, ['0 C: 在吗', '30 A: 在的']))).toEqual([
      { measured: 'reply', value: 30_000, unit: 'ms', turn: 2, at: 30_000 }
    ])
  })

  it('of a call runs from the end of what the customer said', () => {
    expect(statusOf(first, ['0-5 C: 你好我想问一下', '34-36 A: 您好'])).toBe('pass')
    expect(statusOf(first, ['0-5 C: 你好我想问一下', '36-38 A: 您好'])).toBe('fail')
  })

  it('does not count robots as replies', () => {
    expect(statusOf(first, ['0 C: 在吗', '1 B: 您好', '40 A: 在的'])).toBe('fail')
  })

  it('fails when nobody ever replied, and does not arise when nobody asked', () => {
    expect(judge(first, ['0 C: 在吗', '1 B: 您好'])).toMatchObject({ status: 'fail' })
    expect(statusOf(first, ['0 A: 您好'])).toBe('na')
  })

  it('is unknown without times', () => {
    expect(statusOf(first, ['C: 在吗', 'A: 在'])).toBe('unknown')
  })

  const slow = ['0 C: 一', '10 A: 二', '20 C: 三', '60 A: 四', '61 C: 五', '81 A: 六']
  it.each([
    ['each', '30s', 'fail'],
    ['each', '40s', 'pass'],
    ['mean', '23s', 'fail'],
    ['mean', '24s', 'pass'],
    ['max', '39s', 'fail'],
    ['p90', '40s', 'pass'],
    ['first', '10s', 'pass']
  ])('%s within %s: %s', (reply, max, status) => {
    expect(statusOf({ measure: { reply, max } }, slow)).toBe(status)
  })

  it('as a share of replies in time', () => {
    const share = (min: string): object => ({ measure: { reply: 'share', within: '30s', min } })
    expect(statusOf(share('66%'), slow)).toBe('pass')
    expect(judge(share('67%'), slow)).toMatchObject({
      status: 'fail',
      count: 1,
      message: 'only 66.7% of 3 within 30s, at least 67% wanted'
    })
  })

  it('takes its bound from the contact before the variable', () => {
    const bound = { measure: { reply: 'each', max: '{limit}s' } }
    expect(statusOf(bound, slow, { vars: { limit: 30 } })).toBe('fail')
    expect(statusOf(bound, slow, { vars: { limit: 30 }, fields: { limit: 45 } })).toBe('pass')
    expect(statusOf(bound, slow, { vars: { limit: 30 }, fields: { limit: '很快' } })).toBe('unknown')
    // Of several values a bound takes the first.
    expect(statusOf(bound, slow, { vars: { limit: [30, 60] } })).toBe('fail')
    expect(statusOf(bound, slow, { vars: { limit: [60, 30] } })).toBe('pass')
  })
})

describe('silence', () => {
  const hold = { measure: { silence: 'each', max: '10s', unless: { any: ['请稍等'] } } }

  it('is where nobody speaks, whoever spoke before', () => {
    const outcome = judge(hold, ['0-5 A: 您好', '16-17 A: 喂', '20-30 C: 嗯', '45-46 A: 好'])
    expect(outcome).toMatchObject({ status: 'fail', count: 2 })
    expect(evidenceOf(outcome)).toMatchObject([
      { value: 11_000, turn: 2 },
      { value: 15_000, turn: 4 }
    ])
  })

  it('is excused when the agent asked to wait just before', () => {
    expect(statusOf(hold, ['0-5 A: 请稍等', '6-7 C: 好的', '40-41 A: 查到了'])).toBe('pass')
    expect(statusOf(hold, ['0-5 A: 请稍等', '6 C: 好', '7 C: 一', '8-9 C: 二', '40-41 A: 查到了'])).toBe(
      'fail'
    )
  })

  it('is not where people speak at once', () => {
    expect(statusOf(hold, ['0-30 A: 一', '5-6 C: 二', '31-32 C: 三'])).toBe('pass')
  })

  it('cannot be known of a chat', () => {
    expect(judge(hold, ['0 A: 一', '60 C: 二'])).toMatchObject({
      status: 'unknown',
      reason: 'the turns carry no end times'
    })
  })
})

describe('duration', () => {
  const short = { measure: { duration: 'total', max: '5min' } }
  it('is what the export states, else the span of the turns', () => {
    expect(statusOf(short, ['0-2 A: 一', '299-300 C: 二'])).toBe('pass')
    expect(statusOf(short, ['0-2 A: 一', '299-301 C: 二'])).toBe('fail')
    expect(statusOf(short, ['0-2 A: 一'], { fields: { duration_s: 301 } })).toBe('fail')
    expect(statusOf(short, ['A: 一'])).toBe('unknown')
  })
})

describe('rates', () => {
  it('speaking: characters over the time they took, over all turns', () => {
    const pace = { measure: { 'speaking-rate': 'mean', min: '2.5 chars/s', max: '7 chars/s' } }
    expect(statusOf(pace, ['0-2 A: 您好，请问。', '3-4 C: 一'])).toBe('fail')
    expect(statusOf(pace, ['0-1 A: 您好请问', '3-4 C: 一'])).toBe('pass')
    expect(statusOf(pace, ['0-1 A: 您好请问有什么可以帮您', '2-3 A: 嗯'])).toBe('pass')
    expect(statusOf(pace, ['0 A: 您好请问'])).toBe('unknown')
  })

  it('speaking: words for English', () => {
    const pace = { measure: { 'speaking-rate': 'mean', max: '180 words/min' } }
    expect(statusOf(pace, ["0-2 A: don't worry, I'll do 3.5 things"])).toBe('pass')
    expect(statusOf(pace, ['0-1 A: one two three four'])).toBe('fail')
  })

  it('typing: characters since the later of the two last messages', () => {
    const typing = { measure: { 'typing-rate': 'mean', min: '80 chars/min' } }
    // 20 characters in 15 s after the customer, 20 more in 15 s after the first: 80 a minute.
    const twenty = '一二三四五六七八九十一二三四五六七八九十'
    expect(statusOf(typing, ['0 C: 在吗', `15 A: ${twenty}`, `30 A: ${twenty}`])).toBe('pass')
    expect(statusOf(typing, ['0 C: 在吗', `15 A: ${twenty}`, `31 A: ${twenty}`])).toBe('fail')
    expect(statusOf(typing, ['0 A: 您好'])).toBe('na')
  })
})
