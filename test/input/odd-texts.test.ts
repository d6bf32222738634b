import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { home } from '../cli/run.ts'
import { read, told } from './read.ts'

const forms = join(home, 'fixtures/forms')
const texts = [
  'talk.txt',
  'talk.vtt',
  'talk.srt',
  'qianniu-blocks.txt',
  'qianniu-lines.txt',
  'qq.txt',
  'wechat.txt'
]

const load = (name: string): string => readFileSync(join(forms, name), 'utf8')

describe.each(texts)('%s', name => {
  it('that is cut anywhere gives the turns above the cut, and no others', async () => {
    const text = load(name)
    const whole = (await read(text, { name })).contacts[0]!.turns
    for (let length = Math.floor(text.length / 2); length < text.length; length += 3) {
      const { contacts } = await read(text.slice(0, length), { name })
      const turns = contacts[0]?.turns ?? []
      expect(turns.length).toBeLessThanOrEqual(whole.length)
      // The last one may be cut in the middle; a header that is cut takes the line above for the name of a buyer.
      const sure = turns.slice(0, name === 'qianniu-blocks.txt' ? -2 : -1)
      for (const [i, turn] of sure.entries()) {
        expect(turn.by).toBe(whole[i]!.by)
        expect(turn.text.startsWith(whole[i]!.text)).toBe(true)
      }
    }
  })

  it('with line ends of all kinds in one file has the lines that an editor shows', async () => {
    const ends = ['\r\n', '\n', '\r', '\r\r\n']
    let i = 0
    const text = load(name)
    // Before an empty line a lone return would make one line end of two.
    const mixed = text.replaceAll(/\n(?=(\n?))/g, (_, next: string) => ends[i++ % (next ? 2 : ends.length)]!)
    const expected = await read(text, { name })
    for (const size of [1, 5, 1000]) {
      const found = await read(mixed, { name, chunks: [size] })
      expect(found.contacts).toEqual(expected.contacts)
      expect(found.counts).toEqual(expected.counts)
    }
  })

  it('takes out zero bytes, and replaces and counts halves of characters', async () => {
    const odd = load(name).replace('有货的', '有\0货\ud83d的')
    const inUtf16 = await read(Buffer.from(`\ufeff${odd}`, 'utf16le'), { name })
    expect(inUtf16.contacts[0]!.turns[1]!.text).toContain('有货\ufffd的')
    expect(
      told(inUtf16.problems)
        .map(([code]) => code)
        .toSorted()
    ).toEqual(['input/bad-bytes', 'input/nul-bytes'])
    expect(inUtf16.counts.badBytes).toBe(1)
  })
})

describe('times that run backwards', () => {
  it.each([
    ['a transcript', '[00:09] A: two\n[00:04] C: one\n', 2],
    ['captions', 'WEBVTT\n\n00:09.000 --> 00:10.000\nA: two\n\n00:04.000 --> 00:05.000\nC: one\n', 6],
    ['a chat', '北岸 2026-03-02 09:00:09\ntwo\n客服小禾 2026-03-02 09:00:04\none\n', 3]
  ])('in %s are told, and the turns put in order', async (_, text, line) => {
    const { contacts, problems } = await read(text)
    expect(told(problems)).toEqual([['input/time-backwards', line]])
    expect(problems[0]).toMatchObject({ severity: 'warning', values: { count: 1 } })
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['one', 'two'])
  })

  it('past midnight are none', async () => {
    const { problems, contacts } = await read('[23:59:50] A: one\n[00:00:05] C: two\n')
    expect(problems).toEqual([])
    expect(contacts[0]?.turns.map(turn => turn.start)).toEqual([0, 15_000])
  })

  it('in a log of rows are told, and the turns put in order', async () => {
    const { problems } = await read('id,role,text,start_ms\nT,agent,b,900\nT,customer,a,100\n')
    expect(told(problems)).toEqual([['input/times-back', 3]])
  })

  it('within a turn cost its end only', async () => {
    const { contacts, problems } = await read(
      'id,role,text,start_ms,end_ms\nT,agent,a,100,50\nT,agent,b,200,300\n'
    )
    expect(told(problems)).toEqual([['input/end-before-start', 2]])
    expect(contacts[0]?.turns).toMatchObject([
      { start: 100, end: undefined },
      { start: 200, end: 300 }
    ])
  })
})
