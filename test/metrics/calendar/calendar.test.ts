import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { holidayOn, hoursOn, isWorkday, type Calendar } from '../../../src/metrics/calendar/calendar.ts'
import { compileCalendar, type CalendarFault } from '../../../src/metrics/calendar/compile-calendar.ts'
import { formatDay, parseDay, weekdayOf, weekdays } from '../../../src/metrics/calendar/day.ts'
import { calendarSchema, type CalendarSource } from '../../../src/metrics/calendar/source.ts'

const file = resolve(import.meta.dirname, '../../../rules/calendars/cn.yaml')
const shipped = calendarSchema.parse(parse(readFileSync(file, 'utf8')))
const day = (text: string): number => parseDay(text)!

function compile(...parts: readonly CalendarSource[]): Calendar {
  return compileCalendar(parts, fault => expect(fault).toBeUndefined())
}

describe('the shipped calendar of China', () => {
  const cn = compile(shipped)

  it('knows holidays by name and make-up days', () => {
    expect(holidayOn(cn, day('2025-01-28'))).toBe('春节')
    expect(holidayOn(cn, day('2025-02-04'))).toBe('春节')
    expect(holidayOn(cn, day('2025-02-05'))).toBe('')
    expect(isWorkday(cn, day('2025-01-26'))).toBe(true)
    expect(weekdayOf(day('2025-01-26'))).toBe(weekdays.indexOf('sun'))
    expect(isWorkday(cn, day('2025-01-25'))).toBe(false)
    expect(isWorkday(cn, day('2026-10-08'))).toBe(true)
    expect(isWorkday(cn, day('2026-10-07'))).toBe(false)
  })

  it('makes up only for days of the weekend, and names no day twice', () => {
    for (const made of cn.workdays) expect(weekdayOf(day(made))).toBeGreaterThan(4)
    for (const made of cn.workdays) expect(cn.holidays.has(made)).toBe(false)
  })

  it('gives as many days off as the announcements', () => {
    // 1 + 8 + 3 + 5 + 3 + 8 in 2025, 3 + 9 + 3 + 5 + 3 + 3 + 7 in 2026.
    const of = (year: string): number => [...cn.holidays.keys()].filter(date => date.startsWith(year)).length
    expect([of('2025'), of('2026')]).toEqual([28, 33])
    expect(cn.workdays.size).toBe(11)
  })

  it('says that it does not know a year it does not list', () => {
    expect(holidayOn(cn, day('2027-01-01'))).toBeUndefined()
    expect(isWorkday(cn, day('2024-12-31'))).toBeUndefined()
  })

  it('works office hours on a make-up Sunday', () => {
    expect(hoursOn(cn, day('2026-01-04'))).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1080 }
    ])
    expect(hoursOn(cn, day('2026-01-03'))).toEqual([])
  })

  it('takes other hours and days on top', () => {
    const own = compile(shipped, {
      hours: { 'mon-sun': ['08:00-22:00'] },
      holidays: { '2026-01-04': '盘点' },
      workdays: ['2026-01-02']
    })
    expect(own.zone?.name).toBe('Asia/Shanghai')
    expect(hoursOn(own, day('2026-01-02'))).toEqual([{ from: 480, to: 1320 }])
    expect(holidayOn(own, day('2026-01-04'))).toBe('盘点')
    expect(isWorkday(own, day('2026-01-04'))).toBe(false)
    expect(isWorkday(own, day('2026-01-10'))).toBe(true)
  })
})

describe('a calendar', () => {
  it('without hours works whole days from Monday to Friday', () => {
    const plain = compile({ timezone: 'Europe/London' })
    expect(hoursOn(plain, day('2026-03-06'))).toEqual([{ from: 0, to: 1440 }])
    expect(hoursOn(plain, day('2026-03-07'))).toEqual([])
  })

  it('sorts hours and takes days in lists and ranges', () => {
    const { hours } = compile({ hours: { 'mon, wed-thu': ['13:00-18:00', '09:00-12:00'] } })
    expect(hours!.map(ranges => ranges.length)).toEqual([2, 0, 2, 2, 0, 0, 0])
    expect(hours![0]![0]).toEqual({ from: 540, to: 720 })
  })

  it('tells what is wrong with it, each once', () => {
    const faults: [CalendarFault, readonly (string | number)[]][] = []
    const bad = {
      timezone: 'Mars/Base',
      hours: { 'fri-mon': [], 'mon-fri': ['09:00-12:00', '11:00-13:00', '22:00-02:00'] },
      holidays: { '2026-02-29': 'x', '2026-03-01': 'y' },
      workdays: ['2026-03-01']
    }
    compileCalendar([bad], (fault, _, at) => faults.push([fault, at]))
    expect(faults).toEqual([
      [{ kind: 'zone', value: 'Mars/Base' }, ['timezone']],
      [{ kind: 'weekdays', value: 'fri-mon', key: true }, ['hours', 'fri-mon']],
      [{ kind: 'overlap', value: '11:00-13:00' }, ['hours', 'mon-fri', 1]],
      [{ kind: 'hours', value: '22:00-02:00' }, ['hours', 'mon-fri', 2]],
      [{ kind: 'date', value: '2026-02-29', key: true }, ['holidays', '2026-02-29']],
      [{ kind: 'both', value: '2026-03-01' }, ['workdays', 0]]
    ])
  })

  it('reads only days that there are', () => {
    expect(parseDay('2024-02-29')).toBeDefined()
    expect(parseDay('2025-02-29')).toBeUndefined()
    expect(parseDay('2025-2-1')).toBeUndefined()
    expect(formatDay(day('1999-12-31') + 1)).toBe('2000-01-01')
  })
})
