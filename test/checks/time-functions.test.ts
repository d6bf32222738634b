import { describe, expect, it } from 'vitest'
import { createExpressionSpace } from '../../src/checks/expression.ts'
import { knownFields } from '../../src/checks/fields.ts'
import { createView } from '../../src/checks/view.ts'
import { compileCalendar } from '../../src/metrics/calendar/compile-calendar.ts'
import type { CalendarSource } from '../../src/metrics/calendar/source.ts'
import type { FieldValue } from '../../src/model/contact.ts'

function evaluate(
  text: string,
  started: string | undefined,
  source?: CalendarSource,
  fields: Readonly<Record<string, FieldValue>> = {}
) {
  const calendar = source && compileCalendar([source], fault => expect(fault).toBeUndefined())
  const compiled = createExpressionSpace({ ...knownFields, rest: 'text' }, calendar).compile(text)
  if (!compiled.ok) return compiled.fault
  const contact = { id: 'T', agent: {}, customer: {}, started, fields, turns: [] }
  return compiled.expression.evaluate(createView(contact, {}))
}

const holds = { kind: 'value', value: true }
const shanghai: CalendarSource = { timezone: 'Asia/Shanghai' }
const cn: CalendarSource = {
  timezone: 'Asia/Shanghai',
  hours: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] },
  holidays: { '2026-02-15..2026-02-23': '春节' },
  workdays: ['2026-02-14']
}

describe('the clock in conditions', () => {
  it('shows each time as it was written where no zone is given', () => {
    expect(evaluate('hour_of(started) == 21', '2026-03-02T21:40:00')).toEqual(holds)
    expect(evaluate('hour_of(started) == 21', '2026-03-02T21:40:00+08:00')).toEqual(holds)
    expect(evaluate('hour_of(started) == 21', '2026-03-02T21:40:00-05:00')).toEqual(holds)
    expect(evaluate("weekday(started) == 'mon'", '2026-03-02T00:10:00+08:00')).toEqual(holds)
  })

  it('shows the time of the calendar where it has a zone', () => {
    expect(evaluate('hour_of(started) == 5', '2026-03-02T21:40:00Z', shanghai)).toEqual(holds)
    expect(evaluate("weekday(started) == 'tue'", '2026-03-02T21:40:00Z', shanghai)).toEqual(holds)
    expect(evaluate('hour_of(started) == 21', '2026-03-02 21:40', shanghai)).toEqual(holds)
    expect(evaluate("hour_of(started + duration('3h')) == 0", '2026-03-02 21:40', shanghai)).toEqual(holds)
  })

  it('keeps times exact instants', () => {
    const both = { created_at: '2026-03-02 09:00', answered_at: '2026-03-02T02:00:00Z' }
    expect(evaluate("answered_at - created_at == duration('1h')", undefined, shanghai, both)).toEqual(holds)
    const spring = { created_at: '2026-03-07 12:00', answered_at: '2026-03-08 12:00' }
    const newYork = { timezone: 'America/New_York' }
    expect(evaluate("answered_at - created_at == duration('23h')", undefined, newYork, spring)).toEqual(holds)
    expect(evaluate("started == timestamp('2026-03-02T01:00:00Z')", '2026-03-02 09:00', shanghai)).toEqual(
      holds
    )
  })

  it('knows rest hours over midnight, to the second', () => {
    const resting = (started: string) => evaluate("in_hours(started, '21:30-08:30')", started)
    expect(resting('2026-03-02T21:29:59')).toMatchObject({ value: false })
    expect(resting('2026-03-02T21:30:00')).toMatchObject({ value: true })
    expect(resting('2026-03-03T08:29:59')).toMatchObject({ value: true })
    expect(resting('2026-03-03T08:30:00')).toMatchObject({ value: false })
    const noon = "in_hours(started, rest + ', 21:30-08:30')"
    expect(evaluate(noon, '2026-03-02T12:30:00', undefined, { rest: '12:00-14:00' })).toEqual(holds)
    expect(evaluate(noon, '2026-03-02T12:30:00', undefined, { rest: 'noon' })).toMatchObject({
      kind: 'error'
    })
  })

  it('counts days and months from date to date', () => {
    const times = { created_at: '2024-01-31T23:59:00', answered_at: '2024-02-29T00:01:00' }
    expect(evaluate('days_between(created_at, answered_at) == 29', undefined, undefined, times)).toEqual(
      holds
    )
    expect(evaluate('days_between(answered_at, created_at) == -29', undefined, undefined, times)).toEqual(
      holds
    )
    expect(evaluate('months_between(created_at, answered_at) == 1', undefined, undefined, times)).toEqual(
      holds
    )
  })
})

describe('the calendar in conditions', () => {
  it('knows holidays, their names and working days', () => {
    expect(evaluate("holiday(started) == '春节'", '2026-02-15T00:00:00+08:00', cn)).toEqual(holds)
    expect(evaluate('is_holiday(started)', '2026-02-14T16:00:00Z', cn)).toEqual(holds)
    expect(evaluate("!is_holiday(started) && holiday(started) == ''", '2026-02-14 10:00', cn)).toEqual(holds)
    expect(evaluate('is_workday(started)', '2026-02-14 10:00', cn)).toEqual(holds)
    expect(evaluate('!is_workday(started)', '2026-02-28 10:00', cn)).toEqual(holds)
  })

  it('counts working minutes', () => {
    const times = { created_at: '2026-02-14 17:30', answered_at: '2026-02-24T01:30:00Z' }
    expect(evaluate('working_minutes(created_at, answered_at) == 60', undefined, cn, times)).toEqual(holds)
    const { timezone: _, ...plain } = cn
    const written = { created_at: '2026-03-02T17:30:00+08:00', answered_at: '2026-03-03T09:30:00+08:00' }
    expect(evaluate('working_minutes(created_at, answered_at) == 60', undefined, plain, written)).toEqual(
      holds
    )
  })

  it('leaves open what it cannot know', () => {
    expect(evaluate('is_holiday(started)', '2027-01-01 10:00', cn)).toEqual({
      kind: 'error',
      reason: 'no holidays are listed for 2027'
    })
    expect(evaluate('is_holiday(started)', undefined, cn)).toEqual({ kind: 'missing', fields: ['started'] })
  })

  it('is asked for where it is needed', () => {
    expect(evaluate('paid || is_holiday(started)', '2026-03-02')).toMatchObject({
      kind: 'no-calendar',
      value: 'is_holiday',
      from: 8
    })
    expect(evaluate('started.getHours() > 3', '2026-03-02', cn)).toMatchObject({ kind: 'utc-clock' })
    expect(evaluate('started.getHours() == 0', '2026-03-02')).toEqual(holds)
  })
})
