import { describe, expect, it } from 'vitest'
import { createView } from '../../src/checks/view.ts'
import { loadStandard } from '../../src/standard/load.ts'

const files: Readonly<Record<string, string>> = {
  'base.yaml': `linecheck: 1
id: base
calendar: ./calendars/shop.yaml
sections:
  - id: all
    criteria:
      - { id: no-holiday, field: '!is_holiday(started)' }
      - { id: quick, field: 'working_minutes(created_at, answered_at) <= 60' }
`,
  './calendars/shop.yaml': `title: 门店
timezone: Asia/Shanghai
hours: { mon-sun: ['09:00-12:00', '14:00-21:00'] }
holidays: { 2026-02-17: 春节 }
`
}

function judge(own: string, started: string, fields: Record<string, string> = {}): Record<string, string> {
  const { standard, problems } = loadStandard('own.yaml', own, 'en', name =>
    files[name] === undefined ? undefined : { file: name.replace('./', ''), text: files[name] }
  )
  expect(problems).toEqual([])
  const contact = { id: 'T', agent: {}, customer: {}, started, fields, turns: [] }
  const view = createView(contact, standard!.vars)
  return Object.fromEntries(standard!.criteria.map(c => [c.id, c.judge(view).status]))
}

const times = { created_at: '2026-03-02 11:50', answered_at: '2026-03-02 14:40' }

describe('the calendar of a standard', () => {
  it('comes from a file of its own', () => {
    expect(judge(files['base.yaml']!, '2026-02-16T16:30:00Z', times)).toEqual({
      'no-holiday': 'fail',
      quick: 'pass'
    })
    expect(judge(files['base.yaml']!, '2026-02-17T16:30:00Z', times)).toMatchObject({ 'no-holiday': 'pass' })
  })

  it('lies on top of that of the extended standard', () => {
    const own = `linecheck: 1
id: own
extends: base.yaml
calendar: { hours: { mon-fri: ['09:00-18:00'] }, holidays: { 2026-02-18: 盘点 } }
`
    expect(judge(own, '2026-02-17T01:00:00', times)).toEqual({ 'no-holiday': 'fail', quick: 'fail' })
    expect(judge(own, '2026-02-18T01:00:00', times)).toMatchObject({ 'no-holiday': 'fail' })
  })

  it('may be several, one on top of the other', () => {
    const own = files['base.yaml']!.replace(
      'calendar: ./calendars/shop.yaml',
      'calendar: [./calendars/shop.yaml, { workdays: [2026-02-17], holidays: { 2026-06-19: 端午节 } }]'
    )
    expect(judge(own, '2026-02-17T09:00:00', times)).toEqual({ 'no-holiday': 'pass', quick: 'pass' })
  })

  it('is part of the text that judged', () => {
    const hashOf = (calendar: string): string =>
      loadStandard('own.yaml', files['base.yaml']!, 'en', () => ({ file: 'shop.yaml', text: calendar }))
        .standard!.hash
    const calendar = files['./calendars/shop.yaml']!
    expect(hashOf(calendar)).toBe(hashOf(calendar))
    expect(hashOf(calendar)).not.toBe(hashOf(calendar.replace('21:00', '22:00')))
  })

  it('tells a condition that is unknown why', () => {
    const { standard } = loadStandard('own.yaml', files['base.yaml']!, 'en', () => ({
      file: 'shop.yaml',
      text: files['./calendars/shop.yaml']!
    }))
    const contact = { id: 'T', agent: {}, customer: {}, started: '2027-02-17', fields: {}, turns: [] }
    expect(standard!.criteria[0]!.judge(createView(contact, {}))).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('2027') as string
    })
  })
})
