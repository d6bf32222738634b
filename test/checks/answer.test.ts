import { describe, expect, it } from 'vitest'
import { judge, quotesOf, statusOf } from './judge.ts'

describe('answer', () => {
  const invoice = {
    answer: { to: ['发票'], with: ['可以开', '给您开'], never: ['没有发票', '不开'], within: '3 turns' }
  }

  it('passes when the agent answers as it should', () => {
    const outcome = judge(invoice, ['C: 能开发票吗', 'A: 您好', 'A: 可以开的'])
    expect(outcome.status).toBe('pass')
    expect(quotesOf(outcome)).toEqual(['1:发票', '3:可以开'])
  })

  it('fails when the answer is missing, late or forbidden', () => {
    expect(statusOf(invoice, ['C: 能开发票吗', 'A: 您好'])).toBe('fail')
    expect(statusOf(invoice, ['C: 能开发票吗', 'A: 一', 'A: 二', 'A: 三', 'A: 可以开'])).toBe('fail')
    const refused = judge(invoice, ['C: 能开发票吗', 'A: 本店没有发票，不过可以开收据'])
    expect(refused).toMatchObject({ status: 'fail', message: 'the reply must never say: 没有发票' })
  })

  it('does not arise when nobody asks, nor when the agent speaks of it first', () => {
    expect(judge(invoice, ['C: 你好', 'A: 发票可以开'])).toMatchObject({
      status: 'na',
      reason: 'did not arise: 发票'
    })
  })

  it('asks for an answer to every trigger, unless told otherwise', () => {
    const lines = ['C: 发票呢', 'A: 可以开', 'C: 发票什么时候寄', 'A: 嗯', 'C: 好', 'A: 再见']
    expect(judge(invoice, lines)).toMatchObject({ status: 'fail', count: 1 })
    expect(statusOf({ answer: { ...invoice.answer, each: 'any' } }, lines)).toBe('pass')
    expect(statusOf({ answer: { ...invoice.answer, each: 'first' } }, lines)).toBe('pass')
    expect(statusOf({ answer: { ...invoice.answer, each: 'last' } }, lines)).toBe('fail')
  })

  it('takes several triggers in a row as one', () => {
    const outcome = judge(invoice, ['C: 发票', 'C: 发票！', 'A: 没有'])
    expect(outcome).toMatchObject({ status: 'fail', count: 1 })
  })

  it('forgives no silence, but a customer who left', () => {
    const lines = ['A: 您好', 'C: 能开发票吗']
    expect(judge(invoice, lines)).toMatchObject({
      status: 'fail',
      message: expect.stringContaining('no reply followed')
    })
    expect(statusOf(invoice, lines, { fields: { ended_by: 'customer' } })).toBe('na')
  })

  it('looks for the reply in runs by default and in seconds when asked', () => {
    const runs = { answer: { to: '查话费', with: '查到' } }
    expect(statusOf(runs, ['C: 查话费', 'A: 好', 'A: 稍等', 'C: 嗯', 'A: 查到了'])).toBe('pass')
    expect(statusOf(runs, ['C: 查话费', 'A: 好', 'C: 嗯', 'A: 稍等', 'C: 嗯', 'A: 查到了'])).toBe('fail')
    const seconds = { answer: { to: '查话费', with: '查到', within: '10s' } }
    expect(statusOf(seconds, ['0-2 C: 查话费', '11-12 A: 查到了'])).toBe('pass')
    expect(statusOf(seconds, ['0-2 C: 查话费', '13-14 A: 查到了'])).toBe('fail')
    expect(statusOf(seconds, ['C: 查话费', 'A: 查到了'])).toBe('unknown')
  })

  it('may be called for by somebody else', () => {
    const transfer = { answer: { to: { by: 'system', any: ['转接'] }, with: ['您好'] } }
    expect(statusOf(transfer, ['S: 转接成功', 'A: 您好'])).toBe('pass')
    expect(statusOf(transfer, ['C: 转接', 'A: 好'])).toBe('na')
  })
})
