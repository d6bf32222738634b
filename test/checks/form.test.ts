import { describe, expect, it } from 'vitest'
import { evidenceOf, judge, statusOf } from './judge.ts'

describe('form', () => {
  const declared = {
    slip_date: 'time',
    guest_name: 'text',
    room: 'text',
    item: 'text',
    total: 'number',
    guest_signature: 'text',
    clerk_signature: 'text'
  }
  const slip = {
    form: {
      slip_date: 'time',
      guest_name: 'required',
      room: { matches: '/^\\d{3,4}$/o' },
      item: { one_of: ['传真', '复印', '打印'] },
      total: { min: 1, max: 3000 },
      guest_signature: 'required',
      clerk_signature: 'required'
    }
  }
  const filled = {
    slip_date: '2026-03-02',
    guest_name: '王建国',
    room: 1208,
    item: ' 复印 ',
    total: '36.5',
    guest_signature: '王建国',
    clerk_signature: '周敏'
  }

  it('passes when every field is filled and well formed', () => {
    const outcome = judge(slip, [], { declared, fields: filled })
    expect(outcome).toMatchObject({ status: 'pass', earned: 1 })
    expect(evidenceOf(outcome)).toHaveLength(7)
  })

  it('fails with every field that is not, and its value', () => {
    const fields = {
      ...filled,
      guest_signature: '',
      room: '12号',
      total: 5000,
      item: '洗衣',
      slip_date: '昨天'
    }
    const outcome = judge(slip, [], { declared, fields })
    expect(outcome).toMatchObject({ status: 'fail', earned: 0, count: 5 })
    expect(evidenceOf(outcome)).toEqual([
      { field: 'slip_date', value: '昨天' },
      { field: 'room', value: '12号' },
      { field: 'item', value: '洗衣' },
      { field: 'total', value: 5000 },
      { field: 'guest_signature', value: '' }
    ])
    expect('message' in outcome && outcome.message).toBe(
      'not filled in: guest_signature; slip_date: "昨天" is no date or time; room: "12号" does not match ' +
        '/^\\d{3,4}$/o; item: "洗衣" is none of 传真, 复印, 打印; total: "5000" is above 3000'
    )
  })

  it('gives the share of fields that are right when it is asked to', () => {
    const partial = { form: { ...slip.form, partial: true } }
    const fields = { ...filled, room: '', item: '' }
    expect(judge(partial, [], { declared, fields })).toMatchObject({
      status: 'fail',
      earned: 5 / 7,
      count: 2
    })
  })

  it('takes "none" for an answer but not white space', () => {
    const record = { form: { record_result: 'required', record_suggestion: 'required' } }
    expect(statusOf(record, [], { fields: { record_result: '已解决', record_suggestion: '无' } })).toBe(
      'pass'
    )
    expect(statusOf(record, [], { fields: { record_result: '已解决', record_suggestion: ' 　' } })).toBe(
      'fail'
    )
    expect(statusOf(record, [], { fields: { record_result: false, record_suggestion: 0 } })).toBe('pass')
  })

  it('holds the format of a note', () => {
    const note = { form: { order_note: { matches: '/^客户要求.+---\\d{4}\\.\\d{1,2}\\. \\S+$/o' } } }
    const status = (order_note: string) => statusOf(note, [], { fields: { order_note } })
    expect(status('客户要求发顺丰---2026.3. 周敏')).toBe('pass')
    expect(status('客户要求发顺丰--2026.3. 周敏')).toBe('fail')
    expect(status('发顺丰---2026.3. 周敏')).toBe('fail')
    expect(status('客户要求发顺丰---2026.3.')).toBe('fail')
  })

  it('lets an optional field be empty, but not wrong', () => {
    const form = { form: { rings: 'required', price_paid: { type: 'number', optional: true } } }
    expect(statusOf(form, [], { fields: { rings: 2 } })).toBe('pass')
    expect(statusOf(form, [], { fields: { rings: 2, price_paid: '1,200' } })).toBe('pass')
    expect(statusOf(form, [], { fields: { rings: 2, price_paid: '不多' } })).toBe('fail')
  })

  it('tells grades apart by their signs', () => {
    const form = { form: { tier: { one_of: ['A', 'A+'] } } }
    expect(statusOf(form, [], { fields: { tier: 'ａ+' } })).toBe('pass')
    expect(statusOf(form, [], { fields: { tier: 'A-' } })).toBe('fail')
  })

  it('is unknown without any of the fields, unless that is said to be a failure', () => {
    const record = { record_result: 'required', record_by: 'required' }
    expect(judge({ form: record }, ['A: 您好'])).toMatchObject({
      status: 'unknown',
      reason: 'field not in the input: record_result, record_by'
    })
    expect(judge({ form: { ...record, empty: 'fail' } }, [])).toMatchObject({ status: 'fail', count: 2 })
  })

  it('is not filled in by a variable of the standard', () => {
    const form = { form: { hotline: 'required', 'agent.id': 'required' } }
    expect(statusOf(form, [], { vars: { hotline: '星河热线' } })).toBe('fail')
    expect(statusOf(form, [], { fields: { hotline: '星河热线' } })).toBe('pass')
  })
})
