import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyContacts } from './arbitrary.ts'
import { failure, read, told } from './read.ts'
import { daysOf, type WorkbookCell, writeWorkbook, zipOf } from './workbook.ts'
import { headerOf, rowsOf, writeRows } from './write.ts'

const moment = (iso: string): WorkbookCell => ({ days: daysOf(iso), format: 'moment' })

const turns = [
  ['会话ID', '工号', '角色', '内容', '发送时间'],
  [1_234_567_890, 1001, '客服', ' 您好 & "欢迎"\n请讲 ', moment('2026-03-02T09:00:05')],
  [1_234_567_890, 1001, '客户', '你好', moment('2026-03-02T09:00:12')],
  [],
  ['T2', null, '客服', '<b>', moment('2026-03-02T10:00:00')]
] satisfies WorkbookCell[][]

describe('a workbook', () => {
  it('is read as a table: numbers, dates, line breaks, blank rows, the rows by their numbers', async () => {
    const { contacts, items, problems, counts } = await read(writeWorkbook([{ name: '明细', rows: turns }]))
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      {
        id: '1234567890',
        agent: { id: '1001' },
        started: '2026-03-02T09:00:05',
        turns: [
          { by: 'agent', text: ' 您好 & "欢迎"\n请讲 ', start: 0 },
          { by: 'customer', text: '你好', start: 7000 }
        ]
      },
      { id: 'T2', turns: [{ text: '<b>' }] }
    ])
    expect(items.map(item => item.kind === 'contact' && item.source.line)).toEqual([2, 5])
    expect(counts).toMatchObject({ rows: 4, usedRows: 3, blankRows: 1 })
  })

  it('is told by its content, whatever it is called, packed, or in pieces', async () => {
    const bytes = writeWorkbook([{ name: 'a', rows: turns }])
    const plain = await read(bytes, { name: 'export.csv' })
    expect(plain.contacts).toHaveLength(2)
    expect((await read(gzipSync(bytes), { chunks: [1, 7] })).contacts).toEqual(plain.contacts)
  })

  it('has dates, lengths of time, booleans and errors in its fields', async () => {
    const { contacts } = await read(
      writeWorkbook([
        {
          name: 'a',
          rows: [
            ['流水号', '日期', '通话时长', '保持时长', '接通', '评分', '备注'],
            [
              7,
              { days: daysOf('2026-03-02T00:00:00'), format: 'date' },
              { days: 90 / 86_400, format: 'length' },
              { days: 26 / 24, format: 'length' },
              true,
              0.1,
              { error: '#N/A' }
            ]
          ]
        }
      ])
    )
    expect(contacts).toMatchObject([
      {
        id: '7',
        started: '2026-03-02',
        fields: { duration_s: 90, hold_s: 93_600, 接通: true, 评分: 0.1 }
      }
    ])
    expect(contacts[0]?.fields).not.toHaveProperty('备注')
  })

  it('gives what the same table gives as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(anyContacts(), async contacts => {
        const rows = [headerOf(contacts[0]!), ...contacts.flatMap(rowsOf)]
        // XML cannot carry control characters.
        const clean = rows.map(row => row.map(cell => cell.replaceAll(/(?![\n\r\t])\p{Cc}/gu, '')))
        const sheet = await read(writeWorkbook([{ name: 'a', rows: clean }]))
        const text = await read(writeRows(clean))
        expect(sheet.contacts).toEqual(text.contacts)
        expect(sheet.problems).toEqual(text.problems)
      }),
      { numRuns: 40 }
    )
  })
})

it('a workbook lies beside the tables: chats with their turns, and a summary that is not read', async () => {
  const { contacts, problems } = await read(
    readFileSync(new URL('../../fixtures/inputs/tables/chats.xlsx', import.meta.url))
  )
  expect(told(problems)).toEqual([['input/other-sheets', undefined]])
  expect(contacts).toMatchObject([
    {
      id: 'C-1',
      agent: { id: '8001', name: '苏禾', team: '售前' },
      started: '2026-03-02T09:00:05',
      turns: [
        { start: 0 },
        { by: 'customer', start: 26_000 },
        { text: '有货的，\n今天就能发。', start: 53_000 }
      ]
    },
    { id: 'C-2', turns: [{ by: 'customer' }, { by: 'agent' }] }
  ])
})

describe('of several sheets', () => {
  const other = [
    ['会话ID', '角色', '内容'],
    ['T9', '客服', '您好']
  ]
  const book = writeWorkbook([
    { name: '字典', rows: [['a'], ['b']], hidden: true },
    { name: '明细', rows: turns },
    { name: '2', rows: other }
  ])

  it('the first that is not hidden is read, and the others are named', async () => {
    const { contacts, problems } = await read(book)
    expect(contacts.map(contact => contact.id)).toEqual(['1234567890', 'T2'])
    expect(problems).toMatchObject([
      { code: 'input/other-sheets', severity: 'warning', values: { value: '明细', others: '2' } }
    ])
  })

  it.each([
    ['2', 'T9'],
    ['3', 'T9'],
    ['明细', '1234567890']
  ])('one is chosen by name, else by number: %s', async (sheet, id) => {
    const { contacts, problems } = await read(book, { sheet })
    expect(contacts[0]?.id).toBe(id)
    expect(problems).toEqual([])
  })

  it.each(['汇总', '4', '0'])(
    'one that is not there is an error that names those that are: %s',
    async sheet => {
      expect(await failure(book, { sheet })).toMatchObject({
        code: 'input/no-sheet',
        values: { value: sheet, allowed: '字典, 明细, 2' }
      })
    }
  )
})

describe('what is no workbook', () => {
  it.each([
    ['docx', [['word/document.xml', '<x/>']]],
    [
      'ods / odt',
      [
        ['mimetype', 'x'],
        ['content.xml', '<x/>']
      ]
    ],
    ['zip', [['a.csv', 'id,role,text\n']]]
  ] as const)('is refused for what it is: %s', async (kind, files) => {
    expect(await failure(zipOf(files))).toMatchObject({ code: 'input/not-text', values: { kind } })
  })

  it('is refused where it is damaged, or was only called one', async () => {
    const bytes = writeWorkbook([{ name: 'a', rows: turns }])
    expect(await failure(bytes.subarray(0, -100))).toMatchObject({ code: 'input/bad-workbook' })
    const bent = Buffer.from(bytes)
    bent.fill(0xff, 40, 60)
    expect(await failure(bent)).toMatchObject({ code: 'input/bad-workbook' })
    expect(await failure('id,role,text\n', { from: 'xlsx' })).toMatchObject({ code: 'input/bad-workbook' })
    expect(await failure(writeWorkbook([{ name: 'a', rows: [] }]))).toMatchObject({ code: 'input/empty' })
  })

  it('in a folder is passed over with a warning', async () => {
    const { contacts, problems } = await read(zipOf([['word/document.xml', '<x/>']]), { swept: true })
    expect(contacts).toEqual([])
    expect(told(problems)).toEqual([['input/not-text', undefined]])
  })

  it('is refused where it would fill the memory', async () => {
    const zip = writeWorkbook([{ name: 'a', rows: turns }])
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    // The size that the directory states for the sheet.
    zip.writeUInt32LE(3 << 29, zip.lastIndexOf(name) - 46 + 24)
    expect(await failure(zip)).toMatchObject({
      code: 'input/workbook-size',
      values: { size: 1537, most: 256 }
    })
  })
})
