import { describe, expect, it } from 'vitest'
import { read, told } from './read.ts'

const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`

async function turnsOf(text: string, how: Parameters<typeof read>[1] = {}): Promise<unknown> {
  const { contacts, problems } = await read(text, how)
  expect(problems).toEqual([])
  return contacts.flatMap(({ turns }) => turns.map(({ by, text, start, end }) => [by, text, start, end]))
}

describe('WebVTT', () => {
  it('is a contact named after its file, a turn a cue', async () => {
    const text = vtt(
      '00:01.000 --> 00:02.500\n<v 客服>您好</v>',
      '01:00:03.000 --> 01:00:04.000\n<v 客户>你好'
    )
    const { contacts, counts } = await read(text, { name: 'calls/c-17.vtt' })
    expect(contacts).toMatchObject([
      { id: 'c-17', turns: [{ start: 1000, end: 2500 }, { start: 3_603_000 }] }
    ])
    expect(counts).toMatchObject({ rows: 2, usedRows: 2, turns: 2 })
  })

  it.each([
    ['a voice tag', '<v 客服小禾>您好</v>'],
    ['a voice tag with a class, left open', '<v.loud 客服>您好'],
    ['a name in front', '客服：您好'],
    ['a name in brackets', '[客服]: 您好'],
    ['a dash and a name', '- 客服: 您好'],
    ['tags of looks', '<c.red><i>客服</i>: 您好</c>']
  ])('knows the speaker by %s', async (_, cue) => {
    expect(await turnsOf(vtt(`00:01.000 --> 00:02.000\n${cue}`))).toEqual([['agent', '您好', 1000, 2000]])
  })

  it('keeps what only looks like a tag, a setting or an entity', async () => {
    const text = vtt(
      '00:01.000 --> 00:02.000\n<v 客服>3 < 5 &amp; 7 > 6</v>',
      '00:03.000 --> 00:04.000\nline: 0 客服'
    )
    expect(await turnsOf(text)).toEqual([
      ['agent', '3 < 5 & 7 > 6', 1000, 2000],
      ['agent', 'line: 0 客服', 3000, 4000]
    ])
  })

  it('goes on with the speaker of the cue before, and splits a cue of several', async () => {
    const text = vtt(
      '00:01.000 --> 00:02.000\n客服: 您好',
      '00:02.000 --> 00:03.000\n请讲',
      '00:04.000 --> 00:06.000\n- 客户: 喂\n- 客服: 在'
    )
    expect(await turnsOf(text)).toEqual([
      ['agent', '您好', 1000, 2000],
      ['agent', '请讲', 2000, 3000],
      ['customer', '喂', 4000, undefined],
      ['agent', '在', 4000, 6000]
    ])
  })

  it('passes over headers, notes, styles, regions and settings', async () => {
    const text = `WEBVTT - a call\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:r1 width:40%\n\nNOTE\n客服: not said\n\nintro\n00:01.000 --> 00:02.000 region:r1 align:nowhere\nA: hi\n`
    expect(await turnsOf(text)).toEqual([['agent', 'hi', 1000, 2000]])
  })

  it('takes voices of recognizers with --agents, and names them without', async () => {
    const text = vtt(
      '00:01.000 --> 00:02.000\n[SPEAKER_00]: hi',
      '00:02.000 --> 00:03.000\nSPEAKER_01: hello'
    )
    expect(await turnsOf(text, { agents: ['SPEAKER_00'] })).toEqual([
      ['agent', 'hi', 1000, 2000],
      ['customer', 'hello', 2000, 3000]
    ])
    const { problems, counts, contacts } = await read(text)
    expect(told(problems)).toEqual([
      ['input/unknown-role', 3],
      ['input/unknown-role', 6]
    ])
    expect(counts).toMatchObject({ badRows: 2, rows: 2 })
    expect(contacts).toEqual([])
  })

  it('takes a name before a colon for a speaker when it comes again', async () => {
    const text = vtt(
      '00:01.000 --> 00:02.000\n周敏: 您好',
      '00:02.000 --> 00:03.000\n王先生: 你好',
      '00:03.000 --> 00:04.000\n周敏: 地址是: 江边路',
      '00:04.000 --> 00:05.000\n王先生: 好'
    )
    expect(await turnsOf(text, { agents: ['周敏'] })).toEqual([
      ['agent', '您好', 1000, 2000],
      ['customer', '你好', 2000, 3000],
      ['agent', '地址是: 江边路', 3000, 4000],
      ['customer', '好', 4000, 5000]
    ])
  })

  it('does not lose a cue that ends as it begins, and tells of one that ends before', async () => {
    const text = vtt(
      '00:01.000 --> 00:01.000\nA: hm',
      '00:05.000 --> 00:04.000\nC: yes',
      '00:06.000 --> 0:75:00.000\nC: no'
    )
    const { contacts, problems, counts } = await read(text)
    expect(contacts[0]?.turns).toMatchObject([{ text: 'hm', start: 1000, end: 1000 }])
    expect(told(problems)).toEqual([
      ['input/caption-time', 6],
      ['input/caption-time', 9]
    ])
    expect(counts).toMatchObject({ rows: 3, usedRows: 1, badRows: 2 })
  })

  it('says where times run backwards, and puts the turns in order', async () => {
    const text = vtt('00:05.000 --> 00:06.000\nA: two', '00:01.000 --> 00:02.000\nC: one')
    const { contacts, problems } = await read(text)
    expect(told(problems)).toEqual([['input/time-backwards', 6]])
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['one', 'two'])
  })
})

describe('SubRip', () => {
  it('is read with its numbers, commas and tags of looks', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,500 X1:40 Y1:20\n{\\an8}<font color="red">客服: 您好</font>\n\n2\n00:00:03,000 --> 00:00:04,000\n客户: 12\n'
    expect(await turnsOf(text)).toEqual([
      ['agent', '您好', 1000, 2500],
      ['customer', '12', 3000, 4000]
    ])
  })

  it('is read without empty lines between cues, and without leading zeros', async () => {
    const text = '1\n0:00:01,0 --> 0:00:02,5\nA: one\n2\n0:00:03,000 --> 0:00:04,000\nC: two\n'
    expect(await turnsOf(text)).toEqual([
      ['agent', 'one', 1000, 2500],
      ['customer', 'two', 3000, 4000]
    ])
  })

  it('that is cut short gives what came before', async () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nA: one\n\n2\n00:00:03,000 --> 00:0'
    const { contacts, problems } = await read(text)
    expect(contacts[0]?.turns).toHaveLength(1)
    expect(told(problems)).toEqual([['input/caption-time', 6]])
  })
})
