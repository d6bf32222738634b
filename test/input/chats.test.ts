import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { home } from '../cli/run.ts'
import { read, told } from './read.ts'

async function fixture(name: string): ReturnType<typeof read> {
  return read(readFileSync(join(home, 'fixtures/chats', name)), { name })
}

describe('a chat copied out of 千牛', () => {
  it('is read in blocks: buyers above the time, staff below it', async () => {
    const { contacts, problems, counts } = await fixture('qianniu-blocks.txt')
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        id: 'qianniu-blocks',
        channel: 'chat',
        agent: { name: '小雨' },
        customer: { id: 'tb771200451' },
        started: '2026-04-08T09:03:05',
        fields: { shop: '星河户外旗舰店', agents: '小雨, 小林' }
      }
    ])
    expect(contacts[0]?.turns.map(({ by, text }) => [by, text])).toEqual([
      ['customer', '在吗\n颜色：红，还有货吗'],
      ['agent', '在的，亲\n红色还有两件'],
      ['customer', '就要这个'],
      ['agent', '好的，今天 18 点前发货\n发错了链接'],
      ['system', '小林 撤回了一条消息'],
      ['customer', '尺码：M'],
      ['agent', '记下了：M 码']
    ])
    // 今天, 当前用户来自, the card with its price, 由…转交给, 原因, three receipts, a bare clock.
    expect(counts).toMatchObject({ rows: 33, usedRows: 22, badRows: 0, blankRows: 11, noiseRows: 10 })
  })

  it('is read with name and time on one line', async () => {
    const { contacts, problems } = await fixture('qianniu-lines.txt')
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([{ agent: { name: '小雨' }, customer: { name: '爱爬山的猫' } }])
    expect(contacts[0]?.turns.map(({ by, start }) => [by, start])).toEqual([
      ['customer', 0],
      ['agent', 27_000],
      ['customer', 85_000],
      ['agent', 105_000]
    ])
  })

  it('ends a name with digits where the date begins', async () => {
    const { contacts } = await read('tb100862026-4-8 9:03:05\nhi\n溪山旗舰店:小禾2026-4-8 9:03:40\n您好\n')
    expect(contacts[0]?.customer).toEqual({ id: 'tb10086' })
  })

  it('keeps links that are no card of a product, and 已读 when a buyer writes it', async () => {
    const text =
      'tb10086\n2026-4-8 9:03:05\n已读\nhttps://pay.example.com/x\n2026-4-8 9:03:40\n溪山旗舰店：小禾\n您好\n已读\n'
    const { contacts, counts } = await read(text)
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['已读\nhttps://pay.example.com/x', '您好'])
    expect(counts.noiseRows).toBe(1)
  })

  it('tells of a message whose name was not copied', async () => {
    const text = '2026-4-8 9:03:05\nhi\n2026-4-8 9:03:40\n溪山旗舰店：小禾\n您好\n已读\n'
    const { problems, contacts, counts } = await read(text)
    expect(told(problems)).toEqual([['input/no-speaker', 1]])
    expect(contacts[0]?.turns).toHaveLength(1)
    expect(counts.badRows).toBe(2)
  })
})

describe('the text that QQ exports', () => {
  it('has a contact for each partner, who is the customer', async () => {
    const { contacts, problems } = await fixture('qq.txt')
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        id: 'qq:溪边石',
        agent: { id: '40010001', name: '小禾' },
        customer: { id: '40021187', name: '溪边石' },
        started: '2026-03-02T09:00:05',
        turns: [
          { by: 'customer', start: 0 },
          { by: 'agent', start: 25_000, text: '您好，周末照常营业。\n上午九点开门。' },
          { by: 'system', start: 65_000 }
        ]
      },
      { id: 'qq:北岸', customer: { name: '北岸' } }
    ])
  })

  it("takes the user's word for who is an agent", async () => {
    const text = '2026-03-02 9:00:05 小禾(40010001)\n您好\n2026-03-02 9:00:09 北岸(40033410)\nhi\n'
    const { contacts } = await read(text, { agents: ['40010001'] })
    expect(contacts[0]?.turns.map(turn => turn.by)).toEqual(['agent', 'customer'])
    const { problems, counts } = await read(text)
    expect(told(problems)).toEqual([
      ['input/unknown-role', 1],
      ['input/unknown-role', 3]
    ])
    expect(counts).toMatchObject({ badRows: 4, contacts: 0 })
  })
})

describe('the text of a WeChat export', () => {
  it('is read with the time behind the name, in brackets or not', async () => {
    const { contacts, problems } = await fixture('wechat.txt')
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        agent: { name: '教务客服-小禾' },
        customer: { name: '山间来信' },
        turns: [
          { by: 'customer', start: 0 },
          { by: 'agent', start: 90_000 },
          { by: 'customer', start: 120_000, text: '好的\n谢谢' }
        ]
      }
    ])
  })
})
