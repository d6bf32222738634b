import { describe, expect, it } from 'vitest'
import { read, told } from './read.ts'

const line = (extra: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ id: 'T1', turns: [], ...extra })

describe('NDJSON', () => {
  it('gives one item for each line, in order, also for lines that are no contacts', async () => {
    const lines = [line({}), '{"id":"T2",', line({ id: 'T3' }), '', '[]', line({ id: undefined })]
    const { items, problems, counts } = await read(`${lines.join('\n')}\n`)
    expect(items.map(item => (item.kind === 'contact' ? item.contact.id : item.problem.code))).toEqual([
      'T1',
      'input/bad-json',
      'T3',
      'input/bad-contact',
      'input/bad-contact'
    ])
    expect(told(problems)).toEqual([
      ['input/bad-json', 2],
      ['input/bad-contact', 5],
      ['input/bad-contact', 6]
    ])
    expect(counts).toMatchObject({ rows: 6, usedRows: 2, badRows: 3, blankRows: 1 })
  })

  it.each([
    ['{"id":"T1",', 12],
    ['{"id":"您好",x}', 12],
    ['{"id":"T1"} {}', 13],
    ['x', 1]
  ])('names the column where a line stops being JSON: %s', async (bad, col) => {
    const { problems } = await read(`${line({})}\n${bad}\n`)
    expect(problems).toMatchObject([{ code: 'input/bad-json', place: { line: 2, col } }])
  })

  it.each([
    [{ id: null }, '$.id'],
    [{ id: '' }, '$.id'],
    [{ channel: 5 }, '$.channel'],
    [{ agent: [] }, '$.agent'],
    [{ agent: { name: {} } }, '$.agent.name'],
    [{ customer: true }, '$.customer'],
    [{ started: 'yesterday' }, '$.started'],
    [{ fields: [] }, '$.fields'],
    [{ fields: { a: { b: 1 } } }, '$.fields.a'],
    [{ turns: {} }, '$.turns'],
    [{ turns: ['hi'] }, '$.turns[0]'],
    [
      {
        turns: [
          { by: 'agent', text: 'a' },
          { by: 'boss', text: 'b' }
        ]
      },
      '$.turns[1].by'
    ],
    [{ turns: [{ text: 'a' }] }, '$.turns[0].by'],
    [{ turns: [{ by: 'agent' }] }, '$.turns[0].text'],
    [{ turns: [{ by: 'agent', text: 'a', start: 'soon' }] }, '$.turns[0].start'],
    [{ turns: [{ by: 'agent', text: 'a', start: 1, end: -1 }] }, '$.turns[0].end'],
    [
      {
        turns: [
          { by: 'agent', text: 'a', start: 1 },
          { by: 'agent', text: 'a', start: '2026-03-02T09:00:00Z' }
        ]
      },
      '$.turns[1].start'
    ]
  ])('names the path of what is not allowed: %j', async (extra, path) => {
    const { problems } = await read(`${line(extra)}\n`)
    expect(problems).toMatchObject([{ code: 'input/bad-contact', place: { line: 1 }, values: { path } }])
  })

  it('takes ids, role words, date-times and other keys as they come', async () => {
    const { contacts, problems } = await read(
      `${line({
        id: 7,
        agent: '1001',
        customer: null,
        other: { deep: [1] },
        fields: { a: null, b: 'x', c: 1.5, d: false },
        turns: [
          { by: '买家', text: 'b', start: '2026-03-02T09:00:05+08:00', more: 1 },
          { by: '客服', text: 'a', start: '2026-03-02T01:00:00Z', end: '2026-03-02T01:00:02Z' },
          { by: '1001', text: 'c', start: '2026-03-02T09:00:09+08:00' }
        ]
      })}\n`
    )
    expect(problems).toEqual([])
    expect(contacts).toEqual([
      {
        id: '7',
        channel: undefined,
        agent: { id: '1001' },
        customer: {},
        started: '2026-03-02T09:00:00+08:00',
        fields: { a: null, b: 'x', c: 1.5, d: false },
        turns: [
          { by: 'agent', text: 'a', start: 0, end: 2000 },
          { by: 'customer', text: 'b', start: 5000 },
          { by: 'agent', text: 'c', start: 9000 }
        ]
      }
    ])
  })

  it('keeps lone surrogates and zero bytes', async () => {
    const { contacts } = await read('{"id":"T1","turns":[{"by":"agent","text":"\\ud83d\\u0000"}]}\n')
    expect(contacts[0]?.turns[0]?.text).toBe('\ud83d\0')
  })
})

describe('JSON', () => {
  const pretty = JSON.stringify(
    [{ id: 'T1' }, 5, { id: 'T2', turns: [{ by: 'agent', text: '您好' }] }],
    null,
    2
  )

  it('is an array of contacts, each with its line', async () => {
    for (const chunks of [[1], [1000]]) {
      const { items, problems } = await read(pretty, { chunks })
      expect(items).toMatchObject([
        { kind: 'contact', contact: { id: 'T1', turns: [] }, source: { line: 2 } },
        { kind: 'bad' },
        { kind: 'contact', contact: { id: 'T2' }, source: { line: 6 } }
      ])
      expect(told(problems)).toEqual([['input/bad-contact', 5]])
    }
  })

  it('is one contact', async () => {
    const { contacts, items } = await read(
      `\n${JSON.stringify({ id: 'T1', turns: [{ by: 'agent', text: 'a' }] }, null, 2)}`
    )
    expect(contacts).toMatchObject([{ id: 'T1', turns: [{ text: 'a' }] }])
    expect(items).toMatchObject([{ source: { line: 2 } }])
  })

  it.each([
    [`[{"id":"T1"},\n{"id":"T2"},\n{"id":]`, 3, 2],
    [`[{"id":"T1"},\n{"id":"T2"}`, 2, 2],
    [`[{"id":"T1"},\n{"id":"T2"}]\nmore`, 3, 2]
  ])('that breaks off keeps what came before: %j', async (text, line, kept) => {
    const { contacts, problems } = await read(text)
    expect(contacts).toHaveLength(kept)
    expect(told(problems)).toEqual([['input/bad-json', line]])
  })
})
