import { describe, expect, it } from 'vitest'
import { cadence } from '../../src/metrics/cadence/cadence.ts'
import type { CadenceOptions } from '../../src/metrics/cadence/options.ts'
import { compileCalendar } from '../../src/metrics/calendar/compile-calendar.ts'
import type { MetricValue } from '../../src/metrics/metric.ts'
import { compileKind, createEnv, measure, type Faults, type LogRow } from './log.ts'

const office = compileCalendar(
  [{ hours: { 'mon-fri': ['09:00-18:00'] }, holidays: { '2026-05-01..2026-05-05': '劳动节' } }],
  fault => expect(fault).toBeUndefined()
)

/** `visit C1 2026-03-02T09:00 tier=gold in_person=true`: kind, customer, time and more fields. */
function log(lines: readonly string[]): readonly LogRow[] {
  return lines.map((line, i) => {
    const [kind, customer, started, ...rest] = line.split(' ')
    const more = rest.map(pair => pair.split('=') as [string, string])
    const fields = more.map(([name, value]) => [
      name,
      value === 'true' || value === 'false' ? value === 'true' : value
    ])
    return { id: `R${i}`, kind, customer, started, ...(Object.fromEntries(fields) as object) }
  })
}

function run(options: Omit<CadenceOptions, 'of'> & { of?: string }, lines: readonly string[]): MetricValue {
  return measure(compileKind(cadence, { of: 'kind=visit', ...options }, office), log(lines))
}

const part = (value: MetricValue, name: string) => value.parts.find(found => found.name === name)
const year = { from: '2025-01-01', to: '2025-12-31' }

describe('no longer without an event than so long', () => {
  it('counts from the first day to the last, and from event to event', () => {
    const visits = ['visit A 2025-03-30', 'visit A 2025-06-30', 'visit A 2025-09-30']
    expect(run({ every: '3 months', ...year }, visits)).toMatchObject({
      value: 0,
      n: 1,
      against: { total: 1, shown: ['A (2025-12-31)'] },
      parts: [{ name: 'every', value: 3 / 4, n: 4 }]
    })
    const value = run({ every: '3 months', ...year, to: '2025-12-30' }, visits)
    expect(value).toMatchObject({ value: 1, n: 1, parts: [{ name: 'every', value: 1, n: 3 }] })
  })

  it('takes the last day of a shorter month, and the leap day', () => {
    const dates = { from: '2024-01-31', to: '2024-05-31' }
    expect(
      run({ every: '1 month', ...dates }, ['visit A 2024-01-31', 'visit A 2024-02-29']).against.shown
    ).toEqual(['A (2024-03-30)'])
    expect(
      run({ every: '1 month', ...dates }, ['visit A 2024-01-31', 'visit A 2024-03-01']).against.shown
    ).toEqual(['A (2024-03-01)'])
    const leap = { from: '2024-02-29', to: '2025-02-28' }
    expect(run({ every: '1 year', ...leap }, ['visit A 2024-02-29'])).toMatchObject({ value: 1, n: 1 })
    expect(run({ every: '1 year', ...leap, to: '2025-03-01' }, ['visit A 2024-02-29']).against.shown).toEqual(
      ['A (2025-03-01)']
    )
  })

  it('does not judge what can still come, nor keys that owe nothing', () => {
    expect(
      run({ every: '3 months', from: '2025-01-01', to: '2025-03-31' }, ['call A 2025-01-05'])
    ).toMatchObject({
      value: null,
      n: 0
    })
    expect(run({ every: '3 months', ...year }, ['call A 2025-01-05'])).toMatchObject({ value: 0, n: 1 })
  })

  it('goes back to an event before the first day', () => {
    const before = ['visit A 2024-12-01', 'visit A 2025-03-02', 'visit B 2024-12-02', 'visit B 2025-03-02']
    const dates = { from: '2025-01-01', to: '2025-05-31' }
    expect(run({ every: '3 months', ...dates }, before).against.shown).toEqual(['A (2025-03-02)'])
    expect(run({ every: '3 months', ...dates }, ['visit A 2023-01-01', 'visit A 2025-04-01'])).toMatchObject({
      value: 1
    })
  })

  it('takes the days looked at from the rows where it is not said', () => {
    const rows = ['call B 2025-01-01T10:00', 'visit A 2025-02-01T10:00', 'call B 2025-06-01T10:00']
    expect(run({ every: '3 months' }, rows).against).toEqual({
      total: 2,
      shown: ['B (2025-04-02)', 'A (2025-05-02)']
    })
  })

  it('follows open cases up each working day', () => {
    const cases: Omit<CadenceOptions, 'of'> = {
      key: 'case',
      every: '1 workday',
      begin: 'kind=opened',
      end: 'kind=solved'
    }
    const rows = log([
      'opened - 2026-04-29T16:00 case=1',
      'visit - 2026-04-30T09:00 case=1',
      'visit - 2026-05-06T17:00 case=1',
      'solved - 2026-05-07T10:00 case=1',
      'visit - 2026-05-29T10:00 case=1',
      'opened - 2026-04-30T16:00 case=2',
      'solved - 2026-05-07T10:00 case=2',
      'opened - 2026-05-29T10:00 case=3'
    ])
    const value = measure(compileKind(cadence, { of: 'kind=visit', ...cases }, office), rows)
    expect(value).toMatchObject({ value: 1 / 2, n: 2, against: { shown: ['2 (2026-05-07)'] } })
  })
})

describe('so many in a period', () => {
  const gold = { per_year: { any: 4, in_person: 1 }, ...year }
  const visits = (customer: string, ...days: readonly string[]): string[] =>
    days.map((day, i) => `visit ${customer} ${day} in_person=${String(i === 0)}`)

  it('counts all events and those of a kind', () => {
    const enough = visits('A', '2025-01-01', '2025-05-01', '2025-08-01', '2025-12-31T23:59')
    const three = visits('B', '2025-01-01', '2025-05-01', '2025-12-31').concat(
      'visit B 2026-01-01 in_person=true'
    )
    const remote = Array.from({ length: 4 }, (_, i) => `visit C 2025-0${i + 1}-01 in_person=false`)
    const value = run(gold, [...enough, ...three, ...remote])
    expect(value).toMatchObject({ value: 1 / 3, n: 3, against: { shown: ['B (2025)', 'C (2025)'] } })
    expect(part(value, 'per_year.any')).toEqual({ name: 'per_year.any', value: 2 / 3, n: 3 })
    expect(part(value, 'per_year.in_person')).toEqual({ name: 'per_year.in_person', value: 2 / 3, n: 3 })
  })

  it('judges full periods only, unless there is too much already', () => {
    expect(
      run({ per_year: 4, from: '2025-02-01', to: '2025-12-31' }, ['visit A 2025-03-01']).value
    ).toBeNull()
    const week = { per_week: '1..2', from: '2026-03-04', to: '2026-03-17' }
    const thrice = ['visit A 2026-03-04', 'visit A 2026-03-05', 'visit A 2026-03-08']
    expect(run(week, [...thrice, 'visit A 2026-03-09']).against.shown).toEqual(['A (2026-W10)'])
    expect(run(week, ['visit A 2026-03-04']).against.shown).toEqual(['A (2026-W11)'])
    expect(run(week, ['visit A 2026-03-10'])).toMatchObject({ value: 1, n: 1 })
  })

  it('takes nearly full years of a log for full', () => {
    expect(run({ per_year: 1 }, ['call A 2025-01-02', 'visit A 2025-12-29'])).toMatchObject({
      value: 1,
      n: 1
    })
    expect(run({ per_year: 1 }, ['call A 2025-01-20', 'visit A 2025-12-29']).value).toBeNull()
    expect(run({ per_year: 1, from: '2025-01-02' }, ['visit A 2025-12-29']).value).toBeNull()
  })

  it('reaches every customer every week with one or two messages', () => {
    const contact = { per_week: { any: 1, message: { of: 'message', number: '1..2' } } }
    const rows = ['2026-03-02', '2026-03-10', '2026-03-15'].flatMap(day => [
      `visit A ${day} message=true`,
      `visit B ${day} message=false`
    ])
    const value = run({ ...contact, from: '2026-03-02', to: '2026-03-15' }, [
      ...rows,
      'visit A 2026-03-12 message=true'
    ])
    expect(value.against.shown).toEqual(['B (2026-W10)', 'A (2026-W11)'])
    expect(part(value, 'per_week.any')).toMatchObject({ value: 1, n: 4 })
  })
})

describe('demands by tier', () => {
  const tiers: Omit<CadenceOptions, 'of'> = {
    ...year,
    tiers: [
      { among: 'tier=diamond|gold', every: '3 months' },
      { among: 'tier=silver', every: '4 months' }
    ]
  }

  it('hold as each row tells, from the day that a window opens', () => {
    const rows = [
      'visit A 2025-02-01 tier=silver',
      'tier A 2025-03-01 tier=gold',
      'visit A 2025-06-01 tier=gold',
      'visit A 2025-09-02 tier=gold',
      'visit A 2025-12-01 tier=gold'
    ]
    expect(run(tiers, rows).against.shown).toEqual(['A (2025-09-02)'])
  })

  it('begin where a key comes under one, and end where it leaves', () => {
    const promoted = [
      'visit A 2025-02-01 tier=none',
      'tier A 2025-06-15 tier=gold',
      'tier A 2025-09-16 tier=none'
    ]
    expect(run(tiers, promoted).against.shown).toEqual(['A (2025-09-16)'])
    expect(run(tiers, [...promoted.slice(0, 2), 'tier A 2025-09-15 tier=none']).value).toBeNull()
    expect(run(tiers, ['visit A 2025-06-01 tier=none'])).toMatchObject({ value: null, n: 0 })
  })

  it('are those of the first known row before it', () => {
    expect(run(tiers, ['call A 2025-06-01 tier=gold']).against.shown).toEqual(['A (2025-04-02)'])
  })

  it('take over what all tiers share', () => {
    const shared = {
      ...year,
      per_year: 1,
      tiers: [{ among: 'tier=gold', per_year: 2 }, { among: 'tier=silver' }]
    }
    const rows = ['visit A 2025-02-01 tier=gold', 'visit B 2025-02-01 tier=silver']
    expect(run(shared, rows).against.shown).toEqual(['A (2025)'])
  })
})

describe('rows that do not tell', () => {
  it('are counted', () => {
    const rows: readonly LogRow[] = [
      { id: '1', kind: 'visit', started: '2025-01-01' },
      { id: '2', kind: 'visit', customer: 'A' },
      { id: '3', customer: 'A', started: '2025-01-01' },
      { id: '4', kind: 'call' }
    ]
    expect(measure(compileKind(cadence, { of: 'kind=visit', every: '1 week' }), rows).unknown).toBe(3)
  })

  it('are counted where the calendar does not know the year', () => {
    const value = run({ every: '1 workday', from: '2025-12-29', to: '2026-01-02' }, ['visit A 2025-12-30'])
    expect(value).toMatchObject({ value: null, unknown: 2 })
  })
})

describe('mistakes in a cadence', () => {
  it('are told with their places', () => {
    const faults: Faults = []
    cadence.compile(
      {
        of: 'x',
        every: '36h',
        per_year: { any: 'many' },
        tiers: [{ every: '1 workday' }, { per_week: '3..1' }]
      },
      createEnv(faults)
    )
    const found = faults.map(([fault, at]) => `${fault.kind} ${fault.value} ${at.join('.')}`)
    expect(found).toContain('bad-value many per_year.any')
    expect(found).toContain('no-calendar 1 workday tiers.0.every')
    expect(found).toContain('bad-value 36h every')
    expect(found).toContain('bad-value 3..1 tiers.1.per_week')
    expect(found).toHaveLength(4)
  })

  it('include asking for nothing', () => {
    const faults: Faults = []
    cadence.compile({ of: 'x' }, createEnv(faults))
    expect(faults).toMatchObject([[{ kind: 'missing', value: 'every' }, []]])
  })
})
