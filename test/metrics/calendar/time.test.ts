import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursOn, type Calendar } from '../../../src/metrics/calendar/calendar.ts'
import { isInRanges, parseClockRanges } from '../../../src/metrics/calendar/clock-range.ts'
import { compileCalendar } from '../../../src/metrics/calendar/compile-calendar.ts'
import {
  addMonths,
  DAY_MS,
  formatDay,
  monthsBetween,
  parseDay,
  weekdayOf
} from '../../../src/metrics/calendar/day.ts'
import { addWorkdays, addWorkingTime, workingTime } from '../../../src/metrics/calendar/working-time.ts'
import { createZone } from '../../../src/metrics/calendar/zone.ts'

const day = (text: string): number => parseDay(text)!
const wall = (text: string): number => Date.parse(`${text}Z`)
const HOUR = 3_600_000

describe('months', () => {
  const plus = (text: string, months: number): string => formatDay(addMonths(day(text), months))

  it('end with their last day at the latest', () => {
    expect(plus('2024-01-31', 1)).toBe('2024-02-29')
    expect(plus('2025-01-31', 1)).toBe('2025-02-28')
    expect(plus('2024-02-29', 12)).toBe('2025-02-28')
    expect(plus('2024-11-30', 3)).toBe('2025-02-28')
    expect(plus('2025-03-31', -1)).toBe('2025-02-28')
    expect(plus('2000-01-31', 1)).toBe('2000-02-29')
    expect(plus('1900-01-31', 1)).toBe('1900-02-28')
  })

  const days = fc.integer({ min: day('1600-01-01'), max: day('2400-12-31') })
  const months = fc.integer({ min: -600, max: 600 })

  it('land in the month that arithmetic says, on the same day or its last', () => {
    fc.assert(
      fc.property(days, months, (from, count) => {
        const [y, m, d] = formatDay(from).split('-').map(Number) as [number, number, number]
        const index = y * 12 + m - 1 + count
        const to = formatDay(addMonths(from, count)).split('-').map(Number) as [number, number, number]
        expect(to[0] * 12 + to[1] - 1).toBe(index)
        const clamped = formatDay(addMonths(from, count) + 1).endsWith('-01')
        expect(to[2] === d || (to[2] < d && clamped)).toBe(true)
      })
    )
  })

  it('between days are the most that fit', () => {
    expect(monthsBetween(day('2024-01-31'), day('2024-02-29'))).toBe(1)
    expect(monthsBetween(day('2024-01-15'), day('2024-02-14'))).toBe(0)
    expect(monthsBetween(day('2024-02-14'), day('2024-01-15'))).toBe(0)
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const count = monthsBetween(from, to)
        expect(addMonths(from, count)).toBeLessThanOrEqual(to)
        expect(addMonths(from, count + 1)).toBeGreaterThan(to)
      })
    )
  })

  it('know the day of the week', () => {
    expect(weekdayOf(day('2026-03-02'))).toBe(0)
    expect(weekdayOf(day('1969-12-28'))).toBe(6)
  })
})

describe('stretches of the day', () => {
  it('go over midnight, and leave out their last moment', () => {
    const night = parseClockRanges('21:30-08:30')!
    expect([1289, 1290, 1439, 0, 509, 510].map(minute => isInRanges(minute, night))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false
    ])
  })

  it('come in lists, and as nothing else', () => {
    expect(parseClockRanges('09:00-12:00, 13:30-24:00')).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1440 }
    ])
    for (const bad of ['', '9-12', '09:00', '09:00-09:00', '24:00-02:00', '09:60-10:00', '09:00-25:00'])
      expect(parseClockRanges(bad), bad).toBeUndefined()
  })
})

describe('a time zone', () => {
  const newYork = createZone('America/New_York')!

  it('is one of the database', () => {
    expect(createZone('Asia/Shanghai')).toBeDefined()
    expect(createZone('Asia/Shanghia')).toBeUndefined()
    expect(createZone('+08:00')).toBeUndefined()
  })

  it('shows the clock of an instant', () => {
    expect(createZone('Asia/Shanghai')!.toWall(wall('2026-03-02T01:00:00'))).toBe(wall('2026-03-02T09:00:00'))
    expect(newYork.toWall(wall('2026-03-08T06:59:59'))).toBe(wall('2026-03-08T01:59:59'))
    expect(newYork.toWall(wall('2026-03-08T07:00:00'))).toBe(wall('2026-03-08T03:00:00'))
  })

  it('takes the first of two equal times, and goes on over a skipped one', () => {
    expect(newYork.toInstant(wall('2026-11-01T01:30:00'))).toBe(wall('2026-11-01T05:30:00'))
    expect(newYork.toInstant(wall('2026-11-01T02:00:00'))).toBe(wall('2026-11-01T07:00:00'))
    expect(newYork.toInstant(wall('2026-03-08T02:30:00'))).toBe(wall('2026-03-08T07:30:00'))
  })

  it('goes to the clock and back for every time that there is', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'].map(name =>
      createZone(name)!
    )
    const instants = fc.integer({ min: wall('1980-01-01T00:00:00'), max: wall('2037-01-01T00:00:00') })
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const shown = zone.toWall(instant)
        const back = zone.toInstant(shown)
        expect(zone.toWall(back)).toBe(shown)
        expect(back).toBeLessThanOrEqual(instant)
      })
    )
  })
})

function compile(source: Parameters<typeof compileCalendar>[0][number]): Calendar {
  return compileCalendar([source], fault => expect(fault).toBeUndefined())
}

const office = compile({
  hours: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] },
  holidays: { '2026-05-01..2026-05-05': '劳动节' },
  workdays: ['2026-05-09']
})

describe('working time', () => {
  it('leaves out nights, noon, weekends and holidays', () => {
    const minutes = (from: string, to: string): number => workingTime(office, wall(from), wall(to))! / 60_000
    expect(minutes('2026-03-02T09:00:00', '2026-03-02T18:00:00')).toBe(480)
    expect(minutes('2026-03-02T11:30:00', '2026-03-02T13:30:00')).toBe(60)
    expect(minutes('2026-03-06T17:00:00', '2026-03-09T10:00:00')).toBe(120)
    expect(minutes('2026-04-30T17:00:00', '2026-05-06T10:00:00')).toBe(120)
    expect(minutes('2026-05-08T17:59:30', '2026-05-09T09:00:00')).toBe(0.5)
    expect(minutes('2026-05-09T09:00:00', '2026-05-08T17:59:30')).toBe(-0.5)
  })

  it('is not told for years whose holidays are not listed', () => {
    expect(workingTime(office, wall('2026-12-31T09:00:00'), wall('2027-01-04T09:00:00'))).toBeUndefined()
    expect(addWorkingTime(office, wall('2026-12-31T17:00:00'), 2 * HOUR)).toBeUndefined()
    expect(addWorkdays(office, day('2026-12-30'), 2)).toBeUndefined()
  })

  it('never comes where nobody ever works', () => {
    const closed = compile({ hours: { 'mon-sun': [] } })
    expect(addWorkingTime(closed, 0, 1)).toBeUndefined()
    expect(addWorkdays(closed, 0, 1)).toBeUndefined()
  })

  it('counts an hour of changing clocks as it was lived', () => {
    const whole = compile({ timezone: 'America/New_York', hours: { 'mon-sun': ['00:00-24:00'] } })
    const at = (text: string): number => whole.zone!.toInstant(wall(text))
    const hours = (from: string, to: string): number => workingTime(whole, at(from), at(to))! / HOUR
    expect(hours('2026-03-07T12:00:00', '2026-03-08T12:00:00')).toBe(23)
    expect(hours('2026-10-31T12:00:00', '2026-11-01T12:00:00')).toBe(25)
    expect(addWorkingTime(whole, at('2026-03-07T12:00:00'), 24 * HOUR)).toBe(at('2026-03-08T13:00:00'))
  })

  const moments = fc
    .integer({ min: 0, max: 364 * 24 * 60 - 1 })
    .map(minute => wall('2026-01-01T00:00:00') + minute * 60_000)

  it('is what a minute hand would count', () => {
    const later = fc.integer({ min: 0, max: 12 * 24 * 60 })
    fc.assert(
      fc.property(moments, later, (from, length) => {
        const to = Math.min(from + length * 60_000, wall('2026-12-31T23:59:00'))
        let counted = 0
        for (let at = from; at < to; at += 60_000) {
          const date = Math.floor(at / DAY_MS)
          if (isInRanges((at - date * DAY_MS) / 60_000, hoursOn(office, date)!)) counted++
        }
        expect(workingTime(office, from, to)).toBe(counted * 60_000)
      }),
      { numRuns: 40 }
    )
  })

  it('adds up: so much after a moment is so much from it, and not a moment sooner', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 200 * 60 * 60_000 }), (from, ms) => {
        const to = addWorkingTime(office, from, ms)
        if (to === undefined) return
        expect(workingTime(office, from, to)).toBe(ms)
        expect(workingTime(office, from, to - 1)).toBe(ms - 1)
      })
    )
  })

  it('counts working days forth and back', () => {
    expect(formatDay(addWorkdays(office, day('2026-04-30'), 1)!)).toBe('2026-05-06')
    expect(formatDay(addWorkdays(office, day('2026-05-08'), 1)!)).toBe('2026-05-09')
    expect(formatDay(addWorkdays(office, day('2026-05-06'), -2)!)).toBe('2026-04-29')
    expect(addWorkdays(office, day('2026-05-02'), 0)).toBe(day('2026-05-02'))
  })
})
