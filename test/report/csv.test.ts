import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Evaluation } from '../../src/model/evaluation.ts'
import { csv } from '../../src/report/csv.ts'
import { csvLine, guardText } from '../../src/report/csv-cells.ts'
import type { RunHeader } from '../../src/report/report.ts'
import { context, evaluations, header, write } from './sample.ts'

const records = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true })

test('parses back to one record for each evaluation and each bad record, in their order', () => {
  const rows = records(write(csv))
  expect(rows.map(row => row['contact'])).toEqual(['T-001', '', 'T-002', "'=T-003"])
  expect(rows[2]).toEqual({
    contact: 'T-002',
    agent: '1007',
    name: '周敏',
    team: 'B',
    started: '2026-03-02T09:12:40+08:00',
    standard: 'telecom-hotline',
    score: '0',
    score_without_fatal: '66.66666666666667',
    band: '不合格',
    passed: 'false',
    failed: 'opening.greeting talk.hold talk.privacy closing.goodbye',
    reason: '',
    'opening.greeting': 'fail',
    'talk.hold': 'fail',
    'talk.privacy': 'fail',
    'talk.invoice': '',
    'closing.goodbye': 'fail'
  })
})

test('a bad record says where it stands and what is wrong', () => {
  expect(records(write(csv))[1]?.['reason']).toBe('march.csv:42: cannot read march.csv: no contact id')
})

test('a score that is none leaves its cell empty', () => {
  expect(records(write(csv))[3]).toMatchObject({ agent: '', score: '', score_without_fatal: '', passed: '' })
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\uff1dA1'])('%j is no formula', text => {
  expect(guardText(text)).toBe(`'${text}`)
})

test.each(['您好', '1001', 'a=b', ' =', ''])('%j stays as it is', text => {
  expect(guardText(text)).toBe(text)
})

test('numbers get no apostrophe, also below nought', () => {
  expect(csvLine([-1.5, '-1.5', null, undefined, 0])).toBe("-1.5,'-1.5,,,0\r\n")
})

test('any texts parse back as they were, but for the guard', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { minLength: 2, maxLength: 4 }),
      cells => {
        const [row] = parse(csvLine(cells), { relax_column_count: true }) as string[][]
        expect(row).toEqual(cells.map(guardText))
      }
    )
  )
})

test('headings are the same in every language, so that programs can rely on them', () => {
  const [heading] = write(csv, { lang: 'zh' }).split('\r\n')
  expect(heading).toBe(write(csv, { lang: 'en' }).split('\r\n')[0])
})

test('for a spreadsheet there is a byte order mark and everything is in words', () => {
  const text = write(csv, { lang: 'zh', spreadsheet: true })
  expect(text.startsWith('\ufeff联络编号,')).toBe(true)
  expect(records(text)[2]).toMatchObject({ 姓名: '周敏', 是否合格: '否', 'talk.hold': '未通过' })
})

const [hotline] = header.standards
const several: RunHeader = {
  standards: [
    { ...hotline!, id: 'a', criteria: ['shared', 'only-a', 'score'].map(asCriterion) },
    { ...hotline!, id: 'b', criteria: ['shared', 'only-b'].map(asCriterion) }
  ]
}

function asCriterion(id: string): { id: string; title: string; clause: string[]; section: string } {
  return { id, title: id, clause: [], section: 's' }
}

test('columns of several standards are named apart only where they would be called the same', () => {
  const evaluation: Evaluation = {
    ...evaluations[0]!,
    standard: 'b',
    criteria: [
      { id: 'shared', clause: [], status: 'pass' },
      { id: 'only-b', clause: [], status: 'fail' }
    ]
  }
  const reporter = csv.create(context, several)
  const [row] = records(reporter.begin() + reporter.evaluation(evaluation))
  expect(Object.keys(row!).slice(12)).toEqual(['a/shared', 'only-a', 'a/score', 'b/shared', 'only-b'])
  expect(row).toMatchObject({
    'a/shared': '',
    'only-a': '',
    'b/shared': 'pass',
    'only-b': 'fail',
    score: '100'
  })
})
