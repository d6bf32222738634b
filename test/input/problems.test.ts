import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inputCodes } from '../../src/diagnostics/codes-input.ts'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { listInputs } from '../../src/input/index.ts'
import { type HowToRead, read } from './read.ts'
import { writeWorkbook } from './workbook.ts'

const header = 'id,role,text'
const sheets = ['a', 'b'].map(name => ({
  name,
  rows: [
    ['id', 'role', 'text'],
    ['T1', 'agent', 'hi']
  ]
}))

type Case = readonly [
  code: keyof typeof inputCodes,
  line: number | undefined,
  content: string | Uint8Array,
  how?: HowToRead
]

const cases: readonly Case[] = [
  ['input/empty', undefined, ''],
  ['input/empty', undefined, '\ufeff \n\n'],
  ['input/empty', undefined, gzipSync('')],
  ['input/bad-option', undefined, header, { from: 'cvs' }],
  ['input/bad-option', undefined, header, { encoding: 'utf-9' }],
  ['input/bad-workbook', undefined, 'PK\u0003\u0004 and more'],
  ['input/no-sheet', undefined, writeWorkbook(sheets), { sheet: '3' }],
  ['input/other-sheets', undefined, writeWorkbook(sheets)],
  ['input/name-pattern', undefined, header, { namePattern: '{date}{id}' }],
  ['input/name-mismatch', undefined, `${header}\nT1,agent,a\n`, { namePattern: '{date}_{id}' }],
  ['input/not-text', undefined, gzipSync('%PDF-1.7 and more')],
  ['input/unknown-format', undefined, 'just\nsome words\nof prose, with a comma\n'],
  [
    'input/unknown-encoding',
    2,
    Buffer.concat([
      Buffer.from('id\n'),
      Buffer.from(Array.from({ length: 500 }, (_, i) => 0x80 + ((i * 37) % 128)))
    ])
  ],
  [
    'input/bad-bytes',
    2,
    Buffer.concat([Buffer.from(`${header}\nT1,客服,您好您好您好`), Buffer.of(0xff), Buffer.from('\n')])
  ],
  ['input/bad-gzip', undefined, gzipSync(`${header}\nT1,agent,hi\n`).subarray(0, -9)],
  ['input/no-columns', 1, 'a,b\n1,2\n'],
  ['input/missing-column', 1, 'id,text\nT1,a\nT1,b\n'],
  ['input/unknown-column', 1, `${header}\nT1,agent,a\n`, { map: { time: 'when' } }],
  ['input/unknown-field', undefined, `${header}\nT1,agent,a\n`, { map: { when: 'id' } }],
  ['input/too-many-cells', 3, `${header}\nT1,agent,a\nT1,agent,b,c\n`],
  ['input/too-few-cells', 3, `${header}\nT1,agent,a\nT1,agent\n`],
  ['input/open-quote', 3, `${header}\nT1,agent,a\nT1,agent,"b\n`],
  ['input/header-again', 3, `${header}\nT1,agent,a\n${header}\nT2,agent,b\n`],
  ['input/other-header', 3, `${header}\nT1,agent,a\nrole,id,text\nagent,T2,b\n`],
  ['input/nul-bytes', 2, `${header}\nT1,agent,a\0\n`],
  ['input/long-row', 2, `${header}\nT1,agent,${'a'.repeat(9 << 20)}\nT1,agent,b\n`, { chunks: [1 << 16] }],
  ['input/times-back', 3, `${header},time\nT1,agent,b,9\nT1,customer,a,5\n`],
  ['input/repeated-id', 3, 'id,agent,rings\nT1,1001,2\nT1,1002,3\n'],
  ['input/rounded-id', 2, `${header}\n1.23457E+17,agent,a\n`],
  ['input/no-year', 3, `${header},time\nT1,agent,a,2026-03-02 9:00\nT1,agent,b,3月2日 9:01\n`],
  ['input/ambiguous-column', 1, 'id,role,text,message\nT1,agent,您好,hello\nT1,customer,好,hi\n'],
  [
    'input/inferred-agent',
    1,
    `${header}\n${[1, 2, 3, 4, 5].map(n => `T${n},周敏,您好\nT${n},买${n}号,在吗\n`).join('')}`
  ],
  ['input/map-turns', 1, `${header}\nT1,agent,a\n`, { mapping: { turns: 'Events' } }],
  ['input/no-id', 4, `${header}\nT1,agent,"a\nb"\n,agent,c\n`],
  ['input/unknown-role', 2, `${header}\nT1,nobody,a\n`],
  ['input/no-speaker', 1, 'hello\nA: hi\n'],
  ['input/bad-time', 3, `${header},time\nT1,agent,a,5\nT1,agent,b,soon\n`],
  ['input/ambiguous-date', 1, `${header},time\nT1,agent,a,1/2/2026 9:00\n`],
  ['input/time-backwards', 2, '[00:09] A: hi\n[00:04] C: hi\n'],
  ['input/end-before-start', 1, '{"id":"T1","turns":[{"by":"agent","text":"a","start":9,"end":4}]}\n'],
  ['input/no-signature', 1, '00:01.000 --> 00:02.000\nA: hi\n', { from: 'vtt' }],
  ['input/caption-time', 3, 'WEBVTT\n\n00:05.000 --> 00:02.000\nA: hi\n'],
  ['input/bad-json', 2, '{"id":"T1"}\n{"id":\n'],
  ['input/bad-contact', 2, '{"id":"T1"}\n{"id":{}}\n'],
  [
    'input/bad-turn',
    1,
    upload([
      { role: 'AGENT', text: 'hi' },
      { role: 'AGENT', text: null }
    ])
  ],
  ['input/bad-value', 1, upload([{ role: 'AGENT', text: 'hi', start_timestamp_usec: 'soon' }])],
  ['input/agent-greets', 1, whisper(['A1', 'hello?'], ['B2', '您好，请问有什么可以帮您'])],
  ['input/agent-first', 1, whisper(['A1', 'hello?'], ['B2', 'yes'])],
  ['input/one-speaker', 1, whisper(['A1', 'hello?'])],
  [
    'input/customer-first',
    1,
    JSON.stringify({ ticket: { id: 1 }, comments: [{ author_id: 2, body: 'hi', public: true }] })
  ],
  [
    'input/no-customer',
    1,
    JSON.stringify({
      msgid: 'm1',
      action: 'send',
      from: 'LinYue',
      tolist: ['GaoFei'],
      roomid: '',
      msgtime: 1_772_413_200_000,
      msgtype: 'text',
      text: { content: '吃了吗' }
    })
  ],
  ['input/map-unused', undefined, 'A: hi\nC: hello\n', { map: { id: 'x' } }],
  ['input/unknown-column', undefined, '{"a":"T1"}\n', { map: { id: 'b' } }]
]

function upload(entries: readonly object[]): string {
  return JSON.stringify({ entries })
}

function whisper(...said: readonly (readonly [speaker: string, text: string])[]): string {
  const segments = said.map(([speaker, text], i) => ({ start: i, end: i + 0.5, text, speaker }))
  return JSON.stringify({ segments })
}

/** What comes out of a reading, whether it ends or goes on. */
async function problemsOf(
  content: string | Uint8Array,
  how: HowToRead | undefined
): Promise<readonly Problem[]> {
  try {
    return (await read(content, how)).problems
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
}

describe('every problem of an input has a code and a place', () => {
  for (const [code, line, content, how] of cases) {
    it(`${code} at line ${line}`, async () => {
      const problems = await problemsOf(content, how)
      expect(problems.map(problem => [problem.code, problem.place?.line])).toEqual([[code, line]])
    })
  }

  it('and every code has its case', () => {
    const elsewhere = [
      // The finding of files and the temporary ones: files.test.ts.
      'input/not-found',
      'input/no-files',
      'input/unreadable',
      'input/spill',
      // Of map files: map-file.test.ts and test/cli/maps.test.ts.
      'input/map-syntax',
      'input/map-key',
      'input/map-value',
      'input/no-map-file',
      // Told by the commands.
      'input/nothing-audited',
      'input/more',
      // What is told of tables, and workbooks that are too large: tables.test.ts, workbooks.test.ts.
      'input/read-turns',
      'input/read-talks',
      'input/read-records',
      'input/workbook-size',
      // Of sheets of marks: marks.test.ts, and of their use: test/cli/marks.test.ts.
      'input/marks-columns',
      'input/marks-row',
      'input/mark-standard',
      'input/mark-criterion',
      'input/mark-unused',
      'input/bad-mark',
      'input/mark-twice',
      'input/mark-contact'
    ]
    expect([...new Set(cases.map(([code]) => code)), ...elsewhere].toSorted()).toEqual(
      Object.keys(inputCodes).toSorted()
    )
  })

  it('of an option names what was probably meant', async () => {
    expect(await problemsOf(header, { from: 'ndjsn' })).toMatchObject([
      { meant: 'ndjson', values: { option: '--from' } }
    ])
  })

  it('shows no more than the beginning of a long value', async () => {
    const [problem] = await problemsOf(`${header}\nT1,${'长'.repeat(500)},a\n`, {})
    expect(String(problem?.values['value']).length).toBeLessThan(70)
  })

  it('comes before anything is opened where the options are wrong', async () => {
    const error: unknown = await listInputs(['no/such/file.csv']).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
  })
})

describe('the format of an input', () => {
  it.each([
    ['csv', `${header}\nT1,agent,a\n`, 'x.txt'],
    ['tsv', 'id\trole\ttext\nT1\tagent\ta, b\n', 'x.csv'],
    ['csv', '会话ID;角色;内容\nT1;客服;a,b,c,d\n', 'x'],
    ['ndjson', '{"id":"T1"}\n{"id":"T2"}\n', 'x.json'],
    ['ndjson', '{"id":"T1"}', 'x'],
    ['json', '{\n"id":"T1"}', 'x.csv'],
    ['json', '[{"id":"T1"},\n{"id":"T2"}]', 'x.ndjson'],
    ['text', '# contact: T1\nA: hi, you\nC: hi, there\n', 'x.csv'],
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nA: hi, you, and you\n', 'x.txt'],
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\nA: hi, you\n', 'x.vtt'],
    ['qianniu', 'tb10086\n2026-4-8 9:03:05\nhi\n2026-4-8 9:03:40\n溪山旗舰店：小禾\n您好\n已读\n', 'x'],
    ['qianniu', 'tb100862026-4-8 9:03:05\nhi\n溪山旗舰店:小禾2026-4-8 9:03:40\n您好\n', 'x'],
    ['qq', '2026-03-02 9:00:05 客服小禾(10001)\n您好\n2026-03-02 9:01:00 北岸(20002)\nhi\n', 'x.txt'],
    ['wechat', '北岸 2026-03-02 09:00:05\nhi\n\n客服小禾 2026-03-02 09:00:09\n您好\n', 'x.txt'],
    ['text', '客户 2026-03-02 09:00:05\nhi\n\n客服 2026-03-02 09:00:09\n您好\n', 'x.txt'],
    ['text', '[00:05] 客服: 您好,欢迎\n[00:09] 客户: 你好,在吗\n', 'x']
  ])('is told by the content: %s', async (format, content, name) => {
    const sniffed = await read(content, { name })
    expect(sniffed.contacts.length).toBeGreaterThan(0)
    expect(sniffed).toEqual(await read(content, { name, from: format }))
  })

  it('of a line of NDJSON that is longer than the beginning is NDJSON', async () => {
    const long = { id: 'T1', turns: Array.from({ length: 9000 }, () => ({ by: 'agent', text: 'hello' })) }
    const { contacts } = await read(`${JSON.stringify(long)}\n${JSON.stringify({ id: 'T2' })}\n`)
    expect(contacts.map(contact => contact.id)).toEqual(['T1', 'T2'])
  })
})
