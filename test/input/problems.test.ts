import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inputCodes } from '../../src/diagnostics/codes-input.ts'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { listInputs } from '../../src/input/index.ts'
import { type HowToRead, read } from './read.ts'

const header = 'id,role,text'

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
  ['input/not-text', undefined, 'PK\u0003\u0004 and more'],
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
  ['input/no-id', 4, `${header}\nT1,agent,"a\nb"\n,agent,c\n`],
  ['input/unknown-role', 2, `${header}\nT1,nobody,a\n`],
  ['input/no-speaker', 1, 'hello\nA: hi\n'],
  ['input/bad-time', 3, `${header},time\nT1,agent,a,5\nT1,agent,b,soon\n`],
  ['input/ambiguous-date', 1, `${header},time\nT1,agent,a,1/2/2026 9:00\n`],
  ['input/bad-json', 2, '{"id":"T1"}\n{"id":\n'],
  ['input/bad-contact', 2, '{"id":"T1"}\n{"id":{}}\n']
]

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
      // Told by the commands.
      'input/nothing-audited',
      'input/more',
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
