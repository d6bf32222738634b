import { describe, expect, it } from 'vitest'
import { evidenceOf, judge, statusOf } from './judge.ts'

describe('field', () => {
  const rings = { field: "rings <= 4 && direction == 'in'" }

  it('judges by the fields of the contact and shows their values', () => {
    expect(evidenceOf(judge(rings, [], { fields: { rings: 3, direction: 'in' } }))).toEqual([
      { field: 'rings', value: 3 },
      { field: 'direction', value: 'in' }
    ])
    expect(statusOf(rings, [], { fields: { rings: 5, direction: 'in' } })).toBe('fail')
  })

  it('reads numbers, truth values and times as the field is declared', () => {
    expect(statusOf(rings, [], { fields: { rings: '3', direction: 'in' } })).toBe('pass')
    expect(statusOf({ field: 'paid' }, [], { fields: { paid: '是' } })).toBe('pass')
    const quick = { field: "answered_at - created_at <= duration('24h')" }
    const fields = { created_at: '2026-02-28 10:00', answered_at: '2026-03-01T10:00:00' }
    expect(statusOf(quick, [], { fields })).toBe('pass')
    expect(statusOf(quick, [], { fields: { ...fields, answered_at: '2026-03-01 10:00:01' } })).toBe('fail')
  })

  it('is unknown when a field it needs is absent, and says which', () => {
    expect(judge(rings, [], { fields: { direction: 'in' } })).toMatchObject({
      status: 'unknown',
      reason: 'field not in the input: rings'
    })
    expect(statusOf(rings, [], { fields: { rings: '很多', direction: 'in' } })).toBe('unknown')
  })

  it('does not need a field that cannot matter any more', () => {
    expect(statusOf(rings, [], { fields: { rings: 9 } })).toBe('fail')
    expect(statusOf({ field: 'has(fields.rings)' }, [])).toBe('fail')
  })

  it('mixes whole numbers with fields freely', () => {
    for (const field of [
      'rings + 1 == 4',
      'rings * 2 > 5',
      '4 - rings == 1',
      'rings in [1, 3]',
      'rings != 4'
    ]) {
      expect(statusOf({ field }, [], { fields: { rings: 3 } })).toBe('pass')
    }
  })

  it('knows facts of the talk', () => {
    expect(statusOf({ field: 'customer_turns == 0 && agent_turns == 2' }, ['A: 您好', 'A: 喂'])).toBe('pass')
    expect(statusOf({ field: "agent.id == '1001'" }, ['A: 您好'])).toBe('pass')
  })
})

describe('when', () => {
  it('makes a criterion not applicable when it does not hold', () => {
    const silent = { when: 'customer_turns == 0', say: ['听不到'] }
    expect(judge(silent, ['A: 您好', 'C: 你好'])).toMatchObject({
      status: 'na',
      reason: 'does not apply: customer_turns == 0'
    })
    expect(statusOf(silent, ['A: 您好，听不到您的声音'])).toBe('pass')
  })

  it('may be something said', () => {
    const sorry = { when: { by: 'customer', any: ['投诉'] }, say: ['抱歉'] }
    expect(statusOf(sorry, ['C: 我要投诉', 'A: 抱歉'])).toBe('pass')
    expect(statusOf(sorry, ['C: 我要投诉', 'A: 哦'])).toBe('fail')
    expect(statusOf(sorry, ['C: 你好', 'A: 哦'])).toBe('na')
  })

  it('knows of somebody who never spoke that nothing was said', () => {
    const unnoticed = { when: { by: 'system', not: ['转接'] }, say: ['您好'] }
    expect(statusOf(unnoticed, ['A: 您好'])).toBe('pass')
    expect(statusOf(unnoticed, ['S: 转接成功', 'A: 您好'])).toBe('na')
    expect(statusOf({ when: { by: 'system', any: ['转接'] }, say: ['您好'] }, ['A: 您好'])).toBe('na')
  })

  it('may be several conditions, all of which must hold', () => {
    const both = { when: ["channel_kind == 'call'", { any: ['投诉'] }], say: ['抱歉'] }
    const around = { vars: { channel_kind: 'call' } }
    expect(statusOf(both, ['C: 投诉', 'A: 哦'], around)).toBe('fail')
    expect(statusOf(both, ['C: 投诉', 'A: 哦'], { ...around, fields: { channel_kind: 'chat' } })).toBe('na')
  })

  it('makes a criterion unknown when it cannot be known, unless another part settles it', () => {
    expect(statusOf({ when: 'rings > 4', say: ['抱歉'] }, ['A: 您好'])).toBe('unknown')
    expect(statusOf({ when: ['rings > 4', { any: ['投诉'] }], say: ['抱歉'] }, ['A: 您好'])).toBe('na')
  })
})

describe('unless', () => {
  const goodbye = { unless: "ended_by == 'customer'", say: ['再见'] }

  it('excuses', () => {
    expect(judge(goodbye, ['A: 嗯'], { fields: { ended_by: 'customer' } })).toMatchObject({
      status: 'na',
      reason: "exception holds: ended_by == 'customer'"
    })
    expect(statusOf(goodbye, ['A: 嗯'], { fields: { ended_by: 'agent' } })).toBe('fail')
  })

  it('excuses nobody when it cannot be known', () => {
    expect(statusOf(goodbye, ['A: 嗯'])).toBe('fail')
  })
})

describe('either and neither', () => {
  const fields = (rings: number, direction: string) => ({ fields: { rings, direction } })
  const either = { when: { either: ['rings > 4', { by: 'customer', any: ['投诉'] }] }, say: ['抱歉'] }

  it('hold when one does, or when none does', () => {
    expect(statusOf(either, ['C: 喂', 'A: 哦'], fields(5, 'in'))).toBe('fail')
    expect(statusOf(either, ['C: 投诉', 'A: 哦'], fields(2, 'in'))).toBe('fail')
    expect(judge(either, ['C: 喂', 'A: 哦'], fields(2, 'in'))).toMatchObject({
      status: 'na',
      reason: 'does not apply: (rings > 4 || the customer: 投诉)'
    })
    const neither = { when: { neither: ['rings > 4', "direction == 'out'"] }, say: ['您好'] }
    expect(statusOf(neither, ['A: 哦'], fields(2, 'in'))).toBe('fail')
    expect(statusOf(neither, ['A: 哦'], fields(2, 'out'))).toBe('na')
  })

  it('are settled by one part even when the other is unknown', () => {
    expect(statusOf(either, ['C: 投诉', 'A: 哦'])).toBe('fail')
    expect(statusOf(either, ['C: 喂', 'A: 哦'])).toBe('unknown')
    const neither = { when: { neither: ['rings > 4', { any: ['投诉'] }] }, say: ['抱歉'] }
    expect(statusOf(neither, ['C: 投诉', 'A: 哦'])).toBe('na')
    expect(statusOf(neither, ['C: 喂', 'A: 哦'])).toBe('unknown')
  })

  it('go together with something said, and nest', () => {
    const when = {
      by: 'customer',
      any: ['投诉'],
      either: [['rings > 4', "direction == 'in'"], { neither: ['rings > 1'] }]
    }
    const criterion = { when, say: ['抱歉'] }
    expect(statusOf(criterion, ['C: 投诉', 'A: 哦'], fields(5, 'in'))).toBe('fail')
    expect(statusOf(criterion, ['C: 投诉', 'A: 哦'], fields(1, 'out'))).toBe('fail')
    expect(statusOf(criterion, ['C: 投诉', 'A: 哦'], fields(3, 'in'))).toBe('na')
    expect(statusOf(criterion, ['C: 喂', 'A: 哦'], fields(5, 'in'))).toBe('na')
  })

  it('may excuse', () => {
    const excused = { unless: { either: ["ended_by == 'customer'", 'rings > 9'] }, say: ['再见'] }
    expect(statusOf(excused, ['A: 哦'], { fields: { ended_by: 'customer' } })).toBe('na')
    expect(statusOf(excused, ['A: 哦'], { fields: { ended_by: 'agent' } })).toBe('fail')
  })
})
