import { describe, expect, it } from 'vitest'
import { cycleOf, periodOf } from '../../src/metrics/period.ts'

describe('the period of a day', () => {
  it.each([
    ['2026-03-02', '2026-W10', '2026-03', '2026-Q1', '2026'],
    // Days at the turn of the year belong to the week of its Thursday.
    ['2027-01-03', '2026-W53', '2027-01', '2027-Q1', '2027'],
    ['2024-12-30', '2025-W01', '2024-12', '2024-Q4', '2024'],
    ['2024-02-29', '2024-W09', '2024-02', '2024-Q1', '2024']
  ])('%s', (day, week, month, quarter, year) => {
    expect(periodOf(day, 'day')).toBe(day)
    expect(periodOf(day, 'week')).toBe(week)
    expect(periodOf(day, 'month')).toBe(month)
    expect(periodOf(day, 'quarter')).toBe(quarter)
    expect(periodOf(day, 'year')).toBe(year)
  })
})

describe('what comes again', () => {
  const moment = { at: 0, day: '2026-03-01', minute: 9 * 60 + 59 }

  it('is an hour of the day and a day of the week', () => {
    expect(cycleOf(moment, 'hour')).toBe('09:00')
    expect(cycleOf(moment, 'weekday')).toBe('7')
  })

  it('is not known of a date without a time, or a time without a date', () => {
    expect(cycleOf({ ...moment, dateOnly: true }, 'hour')).toBeUndefined()
    expect(cycleOf({ ...moment, day: '' }, 'weekday')).toBeUndefined()
    expect(cycleOf({ ...moment, day: '' }, 'hour')).toBe('09:00')
  })
})
