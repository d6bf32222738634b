import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { readMarks, type MarkSheet, type Source } from '../../src/input/index.ts'
import { encode } from './encode.ts'
import { onlyProblem, told } from './read.ts'

async function readSheet(
  content: string | Uint8Array
): Promise<MarkSheet & { readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  async function* open(): AsyncIterable<Uint8Array> {
    yield typeof content === 'string' ? Buffer.from(content) : content
  }
  const source: Source = { name: 'marks.csv', open }
  const sheet = await readMarks(source, problem => problems.push(problem))
  expect(sheet.marks.length + sheet.blank + sheet.bad).toBe(sheet.rows)
  return { ...sheet, problems }
}

describe('a sheet of marks', () => {
  it('is rows of contact, criterion and mark, with who and why', async () => {
    const { marks } = await readSheet(
      'contact,criterion,mark,by,note\nT-1,tone,4,Li,"warm, clear"\nT-2,tone,n/a,,\n'
    )
    expect(marks).toEqual([
      {
        contact: 'T-1',
        criterion: 'tone',
        mark: '4',
        by: 'Li',
        note: 'warm, clear',
        place: { file: 'marks.csv', line: 2 }
      },
      { contact: 'T-2', criterion: 'tone', mark: 'n/a', place: { file: 'marks.csv', line: 3 } }
    ])
  })

  it.each([
    ['会话编号,评分项,评分,质检员,备注', ','],
    ['通话ID\t准则编号\t得分\t评分人\t说明', '\t'],
    ['工单号;检查项;打分;审核人;评语', ';'],
    ['Contact ID,Criterion,Score,Reviewer,Comment', ',']
  ])('has columns that go by many names: %s', async (header, delimiter) => {
    const row = ['T-1', 'tone', '4', '李', '好'].join(delimiter)
    const { marks, problems } = await readSheet(`\uFEFF${header}\r\n${row}\r\n`)
    expect(problems).toEqual([])
    expect(marks).toMatchObject([{ contact: 'T-1', criterion: 'tone', mark: '4', by: '李', note: '好' }])
  })

  it('may be in GB18030, as spreadsheets of the trade write it', async () => {
    const { marks } = await readSheet(encode('会话编号,准则,评分\nT-1,语气亲切,好\n', 'gb18030'))
    expect(marks).toMatchObject([{ criterion: '语气亲切', mark: '好' }])
  })

  it('may have rows that are still to be marked', async () => {
    const sheet = await readSheet('contact,criterion,mark\nT-1,tone,\n\nT-2,tone,5\n')
    expect(sheet).toMatchObject({ rows: 2, blank: 1, bad: 0, problems: [] })
  })

  it('tells of rows that name no contact or criterion, or have too many cells, and goes on', async () => {
    const { marks, bad, problems } = await readSheet(
      'contact,criterion,mark\n,tone,4\nT-1,,4\nT-2,tone,4,and,more\nT-3,tone,4\n'
    )
    expect(told(problems)).toEqual([
      ['input/marks-row', 2],
      ['input/marks-row', 3],
      ['input/too-many-cells', 4]
    ])
    expect(bad).toBe(3)
    expect(marks.map(mark => mark.contact)).toEqual(['T-3'])
  })

  it('loses one row to a quote that is never closed', async () => {
    const { marks, problems } = await readSheet('contact,criterion,mark\nT-1,tone,"4\nT-2,tone,5\n')
    expect(told(problems)).toEqual([['input/open-quote', 2]])
    expect(marks.map(mark => mark.contact)).toEqual(['T-2'])
  })

  it('cannot be read without the columns that it is about', async () => {
    const problem = await onlyProblem(readSheet('contact,mark\nT-1,4\n'))
    expect(problem).toMatchObject({ code: 'input/marks-columns', values: { missing: 'criterion' } })
    expect(await onlyProblem(readSheet('\n'))).toMatchObject({ code: 'input/empty' })
  })
})
