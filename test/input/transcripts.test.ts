import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/input/transcript/read-transcript.ts'
import { formatTranscript } from './format-transcript.ts'
import type { Turn } from '../../src/model/contact.ts'
import { read, told } from './read.ts'

function turnsOf(text: string, agents?: readonly string[]): readonly Turn[] {
  const { contacts, problems } = readTranscript(text, { agents })
  expect(problems).toEqual([])
  expect(contacts).toHaveLength(1)
  return contacts[0]!.turns
}

const hello = { by: 'agent', text: '您好' }

describe('a line that begins a turn', () => {
  it.each([
    ['A: 您好', hello],
    ['A：您好', hello],
    ['客服: 您好', hello],
    ['坐席：您好', hello],
    ['agent: 您好', hello],
    ['Agent 2: 您好', hello],
    ['客服(周敏)：您好', hello],
    ['客服-1001：您好', hello],
    ['[客服]: 您好', hello],
    ['[客服小周]: 您好', hello],
    ['   客服：   您好', hello],
    ['机器人: 您好', { by: 'bot', text: '您好' }],
    ['系统: 您好', { by: 'system', text: '您好' }],
    ['C: 您好', { by: 'customer', text: '您好' }],
    ['顾客：您好', { by: 'customer', text: '您好' }],
    ['[00:05] A: 您好', { ...hello, start: 5000 }],
    ['00:05 A: 您好', { ...hello, start: 5000 }],
    ['00:00:05.200 A: 您好', { ...hello, start: 5200 }],
    ['[00:00:05.200 - 00:00:07] 客服: 您好', { ...hello, start: 5200, end: 7000 }],
    ['00:00:05,200 --> 00:00:07,000 客服: 您好', { ...hello, start: 5200, end: 7000 }],
    ['【00:05~00:07】客服小周：您好', { ...hello, start: 5000, end: 7000 }],
    ['A (3.5s-6s): 您好', { ...hello, start: 3500, end: 6000 }],
    ['A [0.5 - 6.25]: 您好', { ...hello, start: 500, end: 6250 }],
    ['A (250ms): 您好', { ...hello, start: 250 }],
    ['[3.5秒] A: 您好', { ...hello, start: 3500 }],
    ['客服 00:05: 您好', { ...hello, start: 5000 }],
    ['客服 [00:05]：您好', { ...hello, start: 5000 }],
    ['A: 现在是 9:00: 您好', { by: 'agent', text: '现在是 9:00: 您好' }],
    ['A:', { by: 'agent', text: '' }]
  ])('%s', (line, turn) => {
    expect(turnsOf(line)).toEqual([turn])
  })

  it.each([
    '2026-03-02 09:00:05 客服: 您好\n2026-03-02 09:00:15 客户: 你好',
    '[2026-03-02 09:00:05] 客服: 您好\n[2026/3/2 9:00:15] 客户: 你好',
    '客服 2026-03-02 09:00:05\n您好\n\n客户 2026-03-02 09:00:15\n你好\n',
    '2026年3月2日 9:00:05 客服\n您好\n2026年3月2日 9:00:15 客户\n你好',
    '客服（2026-03-02 09:00:05）\n您好\n客户（2026-03-02 09:00:15）\n你好',
    '客服 2026-03-02 09:00:05: 您好\n客户 2026-03-02 09:00:15: 你好'
  ])('with an absolute time counts from the first one: %j', text => {
    const { contacts, problems } = readTranscript(text)
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        started: '2026-03-02T09:00:05',
        turns: [
          { by: 'agent', text: '您好', start: 0 },
          { by: 'customer', text: '你好', start: 10_000 }
        ]
      }
    ])
  })

  it('with a clock after the first hour tells the time of day', () => {
    const { contacts } = readTranscript('# date: 2026-03-02\n[23:59:50] A: 您好\n[00:00:05] C: 你好')
    expect(contacts[0]).toMatchObject({
      started: '2026-03-02T23:59:50',
      turns: [{ start: 0 }, { start: 15_000 }]
    })
  })

  it('may be a stranger where speakers stand on lines of their own', () => {
    const { contacts, problems } = readTranscript(
      '客服 2026-03-02 09:00:05\n您好\n小鱼 2026-03-02 09:00:15\n在吗'
    )
    expect(told(problems)).toEqual([['input/unknown-role', 3]])
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['您好'])
    expect(turnsOf('A: 您的订单\n下单 2026-03-02 09:00:15')).toHaveLength(1)
  })

  it('may name an agent that the user or the header names', () => {
    expect(turnsOf('SPEAKER_00: 您好\nSPEAKER_01: 你好', ['SPEAKER_00'])).toMatchObject([
      { by: 'agent', text: '您好\nSPEAKER_01: 你好' }
    ])
    expect(turnsOf('[SPEAKER_00]: 您好\n[SPEAKER_01]: 你好', ['SPEAKER_00'])).toMatchObject([
      { by: 'agent' },
      { by: 'customer' }
    ])
    expect(turnsOf('# agent: 1001 周敏\n# customer: 王建国\n周敏: 您好\n王建国: 你好')).toMatchObject([
      { by: 'agent' },
      { by: 'customer' }
    ])
  })
})

describe('a line without a speaker', () => {
  it.each([
    ['A: 您的套餐是:\n流量: 20G\n通话: 100 分钟', '您的套餐是:\n流量: 20G\n通话: 100 分钟'],
    ['A: 一\n\n二', '一\n二'],
    ['客服：\n您好', '您好'],
    ['A: 一\n\\C: 二', '一\nC: 二'],
    ['A: 一\n#1 号套餐', '一\n#1 号套餐'],
    ['A: 一\n# 备注而已', '一'],
    ['A: 一\r\n二\r\n', '一\n二'],
    ['A: 一\n客户说: 二', '一\n客户说: 二'],
    ['A: 一\nService fee: 二', '一\nService fee: 二'],
    ['A: 一\nSupport: 二', '一\nSupport: 二']
  ])('goes on with the turn above: %j', (text, expected) => {
    expect(turnsOf(text).map(turn => turn.text)).toEqual([expected])
  })

  it('above all turns is a problem, and nothing is thrown', () => {
    const { contacts, problems } = readTranscript('录音转写\nA: 您好', { file: 'call.txt', line: 10 })
    expect(told(problems)).toEqual([['input/no-speaker', 10]])
    expect(contacts[0]?.turns).toHaveLength(1)
  })

  it('of a turn whose speaker is not known is lost with it, and counted', async () => {
    const { contacts, problems, counts } = await read(
      'A: 您好\n[00:05] 某人: 喂\n在吗\nC: 你好\n[00:09] 谁也不是\n'
    )
    expect(told(problems)).toEqual([
      ['input/unknown-role', 2],
      ['input/no-speaker', 5]
    ])
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['您好', '你好'])
    expect(counts).toMatchObject({ rows: 5, usedRows: 2, badRows: 3 })
  })
})

describe('headers of a transcript', () => {
  const text = `# contact: T-001
# agent: 1001 周敏
# team: A
# channel: 电话
# customer: C9 王建国
# started: 2026-03-02 09:00:00
# rings: 2
# 挂机方: 客户
# 单号: "0012"
A: 您好
# 会话: T-002
# 工号: 1002
# 会员: 金卡
C: 你好
`
  it('are the parts of contacts, each begun by its id', async () => {
    const { items, problems } = await read(text)
    expect(problems).toEqual([])
    expect(items).toEqual([
      {
        kind: 'contact',
        source: { file: 'log', line: 1 },
        contact: {
          id: 'T-001',
          channel: 'call',
          agent: { id: '1001', name: '周敏', team: 'A' },
          customer: { id: 'C9', name: '王建国' },
          started: '2026-03-02T09:00:00',
          fields: { rings: 2, ended_by: 'customer', 单号: '0012' },
          turns: [{ by: 'agent', text: '您好' }]
        }
      },
      {
        kind: 'contact',
        source: { file: 'log', line: 11 },
        contact: {
          id: 'T-002',
          agent: { id: '1002' },
          customer: { name: '金卡' },
          fields: {},
          turns: [{ by: 'customer', text: '你好' }]
        }
      }
    ])
  })

  it('may stand above the first id, and other ids among them', async () => {
    const { contacts } = await read(
      '# shop: 星河\n# contact: T-1\n# 工单号: 8812\nA: 您好\n# contact: T-2\nA: 您好\n'
    )
    expect(contacts.map(({ id, fields }) => [id, fields])).toEqual([
      ['T-1', { shop: '星河', 工单号: 8812 }],
      ['T-2', {}]
    ])
    const tickets = await read('# 工单号: 1\nA: 您好\n# 工单号: 2\nA: 您好\n', { from: 'text' })
    expect(tickets.contacts.map(contact => contact.id)).toEqual(['1', '2'])
  })

  it('are optional: the file is the contact', async () => {
    const { contacts } = await read('A: 您好\n', { name: 'calls/2026/T-7.txt' })
    expect(contacts[0]?.id).toBe('T-7')
  })
})

it('a contact is written as text that people can read', () => {
  const text = formatTranscript({
    id: 'T-001',
    channel: 'call',
    agent: { id: '1001', name: '周敏', team: 'A' },
    customer: { name: '王建国' },
    started: '2026-03-02T09:00:00+08:00',
    fields: { rings: 2, team: 'x' },
    turns: [
      { by: 'agent', text: '您好', start: 0, end: 3200 },
      { by: 'customer', text: '喂\nA: 不是我说的', start: 3_601_000 },
      { by: 'bot', text: '' }
    ]
  })
  expect(text).toBe(`# contact: T-001
# agent: 1001 周敏
# team: A
# channel: call
# customer_name: 王建国
# started: 2026-03-02T09:00:00+08:00
# rings: 2
# "team": x
[00:00 - 00:03.200] A: 您好
[01:00:01] C: 喂
\\A: 不是我说的
Bot:
`)
})
