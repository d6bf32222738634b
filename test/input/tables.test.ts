import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareProblems, type Problem } from '../../src/diagnostics/problem.ts'
import { failure, type HowToRead, read, type ReadResult, readStream, told } from './read.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/inputs/tables')

async function readFixture(name: string, how: HowToRead = {}): Promise<ReadResult> {
  return read(readFileSync(resolve(folder, name)), { name, ...how })
}

/** What the table was taken for. */
async function noteOf(content: string, how: HowToRead = {}): Promise<Problem | undefined> {
  const notes: Problem[] = []
  await read(content, { ...how, onNote: note => notes.push(note) })
  expect(notes).toHaveLength(1)
  return notes[0]
}

describe('a table tells what its columns were taken for', () => {
  it('in a note, with a star at what the user mapped', async () => {
    const note = await noteOf('会话ID,发送方,说了啥,发送时间,备注\nT1,客服,您好,2026-03-02 9:00,x\n', {
      map: { text: '说了啥' }
    })
    expect(note).toMatchObject({
      code: 'input/read-turns',
      severity: 'note',
      place: { line: 1 },
      values: { columns: '会话ID = id, 发送方 = role, 说了啥 = text*, 发送时间 = time, 备注 = 备注' }
    })
  })

  it('also where each row is a contact', async () => {
    expect(await noteOf('工单号,工号,振铃次数\n1,1001,2\n')).toMatchObject({
      code: 'input/read-records',
      values: { columns: '工单号 = id, 工号 = agent, 振铃次数 = rings' }
    })
    expect(await noteOf('会话ID,经过\nT1,"客服：您好\n客户：你好"\n')).toMatchObject({
      code: 'input/read-talks',
      values: { columns: '会话ID = id, 经过 = talk' }
    })
  })

  it('and warns where the surest name does not fit what stands below it', async () => {
    const { contacts, problems } = await read(
      '会话ID,角色,身份,内容,消息内容\nT1,VIP,客服,,您好\nT1,普通,客户,,你好\n'
    )
    expect(contacts[0]?.turns).toMatchObject([
      { by: 'agent', text: '您好' },
      { by: 'customer', text: '你好' }
    ])
    expect(problems).toMatchObject([
      { code: 'input/ambiguous-column', values: { field: 'role', value: '身份', others: '角色' } },
      { code: 'input/ambiguous-column', values: { field: 'text', value: '消息内容', others: '内容' } }
    ])
  })

  it('but not where a second column merely says the same or is mapped away', async () => {
    expect((await read('id,role,text,message\nT1,agent,a,a\nT1,agent,b,b\n')).problems).toEqual([])
    const mapped = await read('id,role,text,message\nT1,agent,a,x\nT1,agent,b,y\n', {
      map: { text: 'message' }
    })
    expect(mapped.contacts[0]?.turns[0]?.text).toBe('x')
  })
})

describe('a talk in a cell', () => {
  it.each([
    ['line ends', '"客服：您好\n客户：你好"'],
    ['returns', '"客服：您好\r客户：你好"'],
    ['<br>', '客服：您好<br>客户：你好'],
    ['<br/> and &nbsp;', '客服：您好<BR />&nbsp;客户：你好'],
    ['paragraphs', '<p>客服：您好</p><p class=x>客户：你好</p>'],
    ['a written-out \\n', '客服：您好\\n客户：你好']
  ])('has its lines apart by %s', async (_, cell) => {
    const { contacts, problems } = await read(`会话ID,聊天记录\nT1,${cell}\n`)
    expect(problems).toEqual([])
    expect(contacts[0]?.turns).toMatchObject([
      { by: 'agent', text: '您好' },
      { by: 'customer', text: '你好' }
    ])
  })

  it('is found by what it is, or mapped as the talk', async () => {
    const log = '会话ID,工号,经过\nT1,1001,"[0:05] A: 您好\n[0:09] C: 你好"\nT2,1002,\n'
    const found = await read(log)
    expect(found.contacts).toMatchObject([
      { id: 'T1', agent: { id: '1001' }, turns: [{ start: 5000 }, { start: 9000 }] },
      { id: 'T2', turns: [] }
    ])
    expect(await read(log, { map: { talk: '经过' } })).toEqual(found)
  })

  it('is not seen in a remark that begins like one', async () => {
    const { contacts } = await read('工单号,备注\n1,客户：要求退款\n2,客户：催单\n')
    expect(contacts).toMatchObject([{ fields: { 备注: '客户：要求退款' }, turns: [] }, { turns: [] }])
  })

  it('knows the speakers that a map file explains', async () => {
    const { contacts } = await read('会话ID,聊天记录\nT1,小二甲：您好<br>客户：你好\n', {
      mapping: { values: { role: { 小二甲: 'agent' } } }
    })
    expect(contacts[0]?.turns.map(turn => turn.by)).toEqual(['agent', 'customer'])
  })
})

describe('a map file', () => {
  it('explains values, chooses rows and states the unit of times', async () => {
    const { contacts, counts, problems } = await read(
      'id,谁,text,start,渠道,消息类型\nT1,0,您好,5,2,text\nT1,1,你好,9,2,text\nT1,1,x.jpg,12,2,image\n',
      {
        map: { role: '谁' },
        mapping: {
          values: { role: { 0: 'agent', 1: 'customer' }, channel: { 2: 'chat' } },
          only: { 消息类型: ['text'] },
          unit: 'ms'
        }
      }
    )
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        channel: 'chat',
        turns: [
          { by: 'agent', start: 5 },
          { by: 'customer', start: 9 }
        ]
      }
    ])
    expect(counts).toMatchObject({ rows: 3, usedRows: 2, blankRows: 1 })
  })

  it('cannot choose by a column that is not there', async () => {
    expect(
      await failure('id,role,text\nT1,agent,a\n', { mapping: { only: { 类型: ['text'] } } })
    ).toMatchObject({ code: 'input/unknown-column', values: { value: '类型' } })
  })
})

describe('the agent among speakers that are only names', () => {
  const chats = (agentOf: (n: number) => string): string =>
    `id,role,text\n${Array.from({ length: 10 }, (_, n) => `T${n},${agentOf(n)},您好\nT${n},顾${n}生,在吗\n`).join('')}`

  it('is the one that speaks in most contacts, and that is told with its reason', async () => {
    const { contacts, problems } = await read(chats(() => 'kf_01'))
    expect(contacts.map(contact => contact.turns.map(turn => turn.by))).toEqual(
      contacts.map(() => ['agent', 'customer'])
    )
    expect(problems).toMatchObject([
      { code: 'input/inferred-agent', values: { value: 'kf_01', count: 10, contacts: 10 } }
    ])
  })

  it.each([
    ['several share the contacts', chats(n => `kf_${n % 3}`)],
    [
      'two speak everywhere',
      'id,role,text\n' + [1, 2, 3, 4, 5, 6].map(n => `T${n},0,a\nT${n},1,b\n`).join('')
    ],
    ['there are few contacts', 'id,role,text\nT1,甲,a\nT1,乙,b\nT2,甲,a\nT2,丙,b\n']
  ])('is not guessed where %s', async (_, log) => {
    const { contacts, problems } = await read(log)
    expect(contacts).toEqual([])
    expect(new Set(problems.map(problem => problem.code))).toEqual(new Set(['input/unknown-role']))
  })

  it('is whoever the user lists, or the column names', async () => {
    const { problems } = await read(
      chats(() => 'kf_01'),
      { agents: ['kf_01'] }
    )
    expect(problems).toEqual([])
  })
})

describe('a damaged or joined table', () => {
  it('of two exports in one file is read on below the second header', async () => {
    const { contacts, problems, counts } = await readFixture('joined.csv')
    expect(told(problems)).toEqual([
      ['input/header-again', 4],
      ['input/other-header', 6]
    ])
    expect(problems[1]?.values).toEqual({ columns: '备注' })
    expect(contacts).toMatchObject([
      { id: 'T1', turns: [{ text: '您好' }, { text: '你好' }] },
      { id: 'T2', turns: [{ text: '在的' }] },
      {
        id: 'T3',
        turns: [
          { by: 'agent', text: '您好，请讲' },
          { by: 'customer', text: '谢谢' }
        ]
      }
    ])
    expect(counts).toMatchObject({ rows: 7, usedRows: 5, badRows: 0, blankRows: 2 })
  })

  it('keeps rows that only begin with the name of a column', async () => {
    const { contacts } = await read('role,text\nagent,text\ncustomer,role\n')
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['text', 'role'])
  })

  it('with NUL characters, cells too many and too few, a cut end and mixed line ends says where', async () => {
    const { contacts, problems } = await readFixture('damaged.csv')
    expect(told(problems.toSorted(compareProblems))).toEqual([
      ['input/nul-bytes', 3],
      ['input/too-many-cells', 4],
      ['input/too-few-cells', 5],
      ['input/open-quote', 6]
    ])
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['您好', '你好'])
  })

  it('with times that run backwards is put in order, and that is told once', async () => {
    const { contacts, problems } = await readFixture('newest-first.csv')
    expect(problems).toMatchObject([{ code: 'input/times-back', place: { line: 3 }, values: { count: 3 } }])
    expect(contacts.map(contact => contact.turns.map(turn => turn.text))).toEqual([
      ['您好', '你好', '再见'],
      ['在吗', '在的']
    ])
  })

  it('keeps both rows of an id that comes again where each row is a contact', async () => {
    const { contacts, problems } = await readFixture('repeated-ids.csv')
    expect(contacts.map(contact => contact.id)).toEqual(['1001', '1002', '1001', '1001'])
    expect(problems).toMatchObject([
      { code: 'input/repeated-id', place: { line: 4 }, values: { count: 2, value: '1001', line: 2 } }
    ])
  })

  it('takes an id that comes round again at another time for what it is', async () => {
    const notes: Problem[] = []
    const { contacts, problems } = await read(
      '流水号,日期,振铃次数\nL1,2026-03-01,2\nL2,2026-03-01,1\nL1,2026-03-02,3\n',
      { onNote: note => notes.push(note) }
    )
    expect(contacts).toHaveLength(3)
    expect(problems).toEqual([])
    expect(notes).toMatchObject([
      { code: 'input/read-records' },
      { code: 'input/repeated-id', severity: 'note', place: { line: 4 }, values: { count: 1, line: 2 } }
    ])
  })

  it('of one endless line is a problem, and not a full memory', async () => {
    const header = Buffer.from('id,role,text\nT1,agent,a\nT1,agent,')
    const before = process.memoryUsage().rss
    let most = 0
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield header
      for (let i = 0; i < 1600; i++) {
        most = Math.max(most, process.memoryUsage().rss)
        yield Buffer.alloc(1 << 16, 97)
      }
      yield Buffer.from('\nT1,customer,b\n')
    }
    const { contacts, problems, counts } = await readStream(bytes())
    expect(told(problems)).toEqual([['input/long-row', 3]])
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['a', 'b'])
    expect(counts).toMatchObject({ rows: 3, usedRows: 2, badRows: 1 })
    expect((most - before) / (1 << 20)).toBeLessThan(100)
  })
})

/** CSV as the commonest writers make it, with what each cell must come out as. */
describe('cells of a CSV', () => {
  it.each([
    ['a comma in quotes', '"a, b"', 'a, b'],
    ['an empty quoted cell', '""', ''],
    ['quotes in quotes', '"say ""hi"""', 'say "hi"'],
    ['nothing but a quote', '""""', '"'],
    ['a line end in quotes', '"a\nb"', 'a\nb'],
    ['JSON', '"{""a"": [1, ""b""]}"', '{"a": [1, "b"]}'],
    ['blanks at both ends', ' a ', ' a '],
    ['a quote in the middle', 'a 5" screen', 'a 5" screen'],
    ['characters beyond the BMP', '𠮷🙂', '𠮷🙂'],
    ['a header name', 'text', 'text']
  ])('with %s', async (_, cell, text) => {
    for (const newline of ['\n', '\r\n']) {
      const log = `id,text,role${newline}T1,${cell},agent${newline}T1,x,customer`
      const { contacts, problems } = await read(log)
      expect(problems).toEqual([])
      expect(contacts[0]?.turns.map(turn => turn.text)).toEqual([text, 'x'])
    }
  })

  it('that end in a lone return belong to their row: only one kind of line end ends rows', async () => {
    const { contacts } = await read('id,role,text\nT1,agent,a\rb\r\nT1,agent,c\n')
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['a\rb', 'c'])
  })

  it('come out the same from chunks of one byte as from the whole file', async () => {
    const cell = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', '好', '\ufeff', ';', '\t', "'"), {
      maxLength: 6
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          cell.map(parts => parts.join('')),
          { minLength: 1, maxLength: 6 }
        ),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        async (texts, delimiter, newline, mark, last) => {
          const rows = [['id', 'role', 'text'], ...texts.map(text => ['T1', 'agent', text])]
          const body = rows
            .map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(delimiter))
            .join(newline)
          const log = (mark ? '\ufeff' : '') + body + (last ? newline : '')
          const whole = await read(log)
          expect(whole.problems).toEqual([])
          expect(whole.contacts[0]?.turns.map(turn => turn.text)).toEqual(texts)
          expect(await read(log, { chunks: [1] })).toEqual(whole)
        }
      ),
      { numRuns: 100 }
    )
  })
})
