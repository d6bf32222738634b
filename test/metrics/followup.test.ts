import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCalendar } from '../../src/metrics/calendar/compile-calendar.ts'
import { groupRows } from '../../src/metrics/group-rows.ts'
import { followup } from '../../src/metrics/followup/followup.ts'
import type { FollowupOptions } from '../../src/metrics/followup/options.ts'
import {
  compileKind,
  createEnv,
  createRandom,
  measure,
  measureInParts,
  type Faults,
  type LogRow
} from './log.ts'

const office = compileCalendar(
  [{ hours: { 'mon-fri': ['09:00-18:00'] }, holidays: { '2026-05-01..2026-05-05': '劳动节' } }],
  fault => expect(fault).toBeUndefined()
)

/** `complaint C1 2026-03-02T09:00 due=2026-03-05`: kind, customer, time and more fields. */
function log(lines: readonly string[]): readonly LogRow[] {
  return lines.map((line, i) => {
    const [kind, customer, started, ...rest] = line.split(' ')
    return {
      id: `R${i}`,
      kind,
      customer,
      started,
      ...Object.fromEntries(rest.map(pair => pair.split('=')))
    } as LogRow
  })
}

const complaint: FollowupOptions = { after: 'kind=complaint', by: 'kind=callback' }

function run(options: Partial<FollowupOptions>, lines: readonly string[]) {
  const value = measure(compileKind(followup, { ...complaint, ...options }, office), log(lines))
  const states = Object.fromEntries(value.parts.map(({ name, n }) => [name, n]))
  return { ...value, states }
}

const later = 'note Z 2026-06-30'

describe('a complaint that must be called back', () => {
  it('within days has until the end of the last of them', () => {
    const at = (callback: string) =>
      run({ within: '3 days' }, ['complaint A 2026-03-02T10:00', `callback A ${callback}`, later])
    expect(at('2026-03-05T23:59')).toMatchObject({ value: 1, n: 1 })
    expect(at('2026-03-06T00:00').states).toMatchObject({ met: 0, late: 1 })
    expect(at('2026-03-06T00:00').against.shown).toEqual(['R0'])
  })

  it('within hours has them to the minute', () => {
    const at = (callback: string) =>
      run({ within: '24h' }, ['complaint A 2026-03-02T10:00', `callback A ${callback}`, later])
    expect(at('2026-03-03T10:00').value).toBe(1)
    expect(at('2026-03-03T10:01').states).toMatchObject({ late: 1 })
  })

  it('within months ends with the month', () => {
    const at = (callback: string) =>
      run({ within: '1 month' }, ['complaint A 2024-01-31', `callback A ${callback}`, later])
    expect(at('2024-02-29').value).toBe(1)
    expect(at('2024-03-01').value).toBe(0)
  })

  it('is answered by a later row of the same customer only', () => {
    const rows = [
      'complaint A 2026-03-02T10:00',
      'callback A 2026-03-02T10:00',
      'callback B 2026-03-02T11:00',
      later
    ]
    expect(run({ within: '3 days' }, rows).states).toMatchObject({ unanswered: 1, met: 0 })
    expect(run({ within: '3 days' }, ['callback A 2026-03-01T10:00', ...rows]).states).toMatchObject({
      unanswered: 1
    })
  })

  it('is open while there is time', () => {
    const until = (last: string) =>
      run({ within: '3 days' }, ['complaint A 2026-03-02T10:00', `note Z ${last}`])
    expect(until('2026-03-05T23:59')).toMatchObject({ value: null, n: 0, states: { open: 1 } })
    expect(until('2026-03-06T00:00')).toMatchObject({ value: 0, n: 1, states: { open: 0, unanswered: 1 } })
    const day = { within: '3 days', until: '2026-03-05' }
    expect(run(day, ['complaint A 2026-03-02T10:00', later])).toMatchObject({ value: 0, n: 1 })
    expect(
      run({ ...day, until: '2026-03-04' }, ['complaint A 2026-03-02T10:00', 'callback A 2026-03-05T10:00'])
    ).toMatchObject({
      value: null,
      states: { open: 1 }
    })
    expect(run(day, ['complaint A 2026-03-06T10:00', later]).states).toMatchObject({ open: 0, unanswered: 0 })
  })

  it('may be answered together with others, or needs an answer of its own', () => {
    const rows = [
      'complaint A 2026-03-02T10:00',
      'complaint A 2026-03-03T10:00',
      'callback A 2026-03-04T10:00',
      later
    ]
    expect(run({ within: '3 days' }, rows)).toMatchObject({ value: 1, n: 2 })
    expect(run({ within: '3 days', each: true }, rows)).toMatchObject({
      value: 1 / 2,
      n: 2,
      against: { shown: ['R1'] }
    })
    const second = run({ within: '3 days', each: true }, [...rows, 'callback A 2026-03-20T10:00'])
    expect(second.states).toEqual({ met: 1, late: 1, unanswered: 0, open: 0 })
  })

  it('counts working time and working days', () => {
    const at = (options: Partial<FollowupOptions>, callback: string) =>
      run(options, ['complaint A 2026-04-30T17:00', `callback A ${callback}`, later]).value
    expect(at({ within: '2h', working: true }, '2026-05-06T10:00')).toBe(1)
    expect(at({ within: '2h', working: true }, '2026-05-06T10:01')).toBe(0)
    expect(at({ within: '1 workday' }, '2026-05-06T23:00')).toBe(1)
    expect(at({ within: '1 day', working: true }, '2026-05-07T00:00')).toBe(0)
  })

  it('takes a promised time before the usual one', () => {
    const at = (due: string, callback: string) =>
      run({ within: '1 day', due: 'due' }, [
        `complaint A 2026-03-02T10:00${due}`,
        `callback A ${callback}`,
        later
      ]).value
    expect(at(' due=2026-03-10T12:00', '2026-03-10T12:00')).toBe(1)
    expect(at(' due=2026-03-10T12:00', '2026-03-10T12:01')).toBe(0)
    expect(at(' due=2026-03-10', '2026-03-10T18:00')).toBe(1)
    expect(at('', '2026-03-04T00:00')).toBe(0)
  })

  it('need not be called back once something else made that needless', () => {
    const order: Partial<FollowupOptions> = {
      after: 'kind=order',
      by: 'kind=nudge',
      unless: 'kind=payment',
      within: '1 day'
    }
    const rows = ['order A 2026-03-02T10:00', 'order B 2026-03-02T10:00', 'order C 2026-03-02T10:00', later]
    const value = run(order, [
      ...rows,
      'payment A 2026-03-02T10:05',
      'nudge B 2026-03-03T10:00',
      'payment C 2026-03-05T10:00'
    ])
    expect(value.states).toEqual({ met: 1, late: 0, unanswered: 1, open: 0, lifted: 1 })
    expect(value).toMatchObject({ value: 1 / 2, against: { shown: ['R2'] } })
  })

  it('goes by keys and times of either row', () => {
    const rows: readonly LogRow[] = [
      { id: '1', kind: 'ticket', ticket: 'T1', created_at: '2026-03-02T09:00', started: '2026-03-09T09:00' },
      { id: '2', kind: 'callback', about: 'T1', called_at: '2026-03-03T08:00' },
      { id: '3', kind: 'note', started: '2026-03-09T09:00' }
    ]
    const options = {
      after: 'kind=ticket',
      by: 'kind=callback',
      key: 'ticket',
      by_key: 'about',
      within: '24h'
    }
    const timed = { ...options, time: 'created_at', by_time: 'called_at' }
    expect(measure(compileKind(followup, timed), rows)).toMatchObject({ value: 1, n: 1, unknown: 0 })
    expect(measure(compileKind(followup, options), rows)).toMatchObject({ value: null, unknown: 1 })
  })

  it('takes rows of one day for later where only the day is known, but no row for its own answer', () => {
    expect(run({ within: '1 day' }, ['complaint A 2026-03-02', 'callback A 2026-03-02', later]).value).toBe(1)
    const own = { after: 'kind=call', by: 'kind=call', within: '1 day' }
    expect(run(own, ['call A 2026-03-02', later]).value).toBe(0)
    expect(run(own, ['call A 2026-03-02', 'call A 2026-03-03', later]).states).toMatchObject({
      met: 1,
      unanswered: 1
    })
    expect(
      run({ within: '24h' }, ['complaint A 2026-03-02', 'callback A 2026-03-03T20:00', later]).value
    ).toBe(1)
  })

  it('counts what it cannot take in', () => {
    const rows: readonly LogRow[] = [
      { id: '1', kind: 'complaint', started: '2026-03-02' },
      { id: '2', kind: 'complaint', customer: 'A' },
      { id: '3', kind: 'callback', customer: 'A' },
      { id: '4', customer: 'A', started: '2026-03-02' },
      { id: '5', kind: 'complaint', customer: 'A', started: '2027-12-31T10:00' }
    ]
    const options = { ...complaint, within: '2 workdays' }
    expect(measure(compileKind(followup, options, office), rows)).toMatchObject({ value: null, unknown: 5 })
  })
})

describe('a reminder before something expires', () => {
  const remind: Partial<FollowupOptions> = {
    after: undefined,
    by: 'kind=reminder',
    before: 'expires',
    within: '30 days'
  }
  const at = (reminder: string, expires = '2026-05-31') =>
    run(remind, [`sale A 2026-01-10 expires=${expires}`, `reminder A ${reminder}`, later])

  it('comes in the time before it', () => {
    expect(at('2026-05-01').value).toBe(1)
    expect(at('2026-04-30').states).toMatchObject({ unanswered: 1 })
    expect(at('2026-05-30T23:59').value).toBe(1)
    expect(at('2026-05-31').value).toBe(0)
    expect(at('2026-05-31T09:00', '2026-05-31T12:00').value).toBe(1)
    expect(at('2026-05-31T12:00', '2026-05-31T12:00').value).toBe(0)
  })

  it('is asked for once, however many rows tell of it, and not yet while there is time', () => {
    const rows = [
      'sale A 2026-01-10 expires=2026-05-31',
      'visit A 2026-02-10 expires=2026-05-31',
      'visit A 2026-02-11'
    ]
    expect(run(remind, [...rows, later])).toMatchObject({
      value: 0,
      n: 1,
      against: { shown: ['R0'] },
      unknown: 0
    })
    expect(run(remind, [...rows, 'note Z 2026-05-30T23:00'])).toMatchObject({
      value: null,
      states: { open: 1 }
    })
    expect(run(remind, [...rows, 'note Z 2026-05-31'])).toMatchObject({ value: 0 })
  })

  it('may be due in months or working days', () => {
    const within = (text: string, reminder: string) =>
      run({ ...remind, within: text }, [
        'sale A 2026-01-10 expires=2026-05-06',
        `reminder A ${reminder}`,
        later
      ]).value
    expect(within('1 month', '2026-04-06')).toBe(1)
    expect(within('1 month', '2026-04-05')).toBe(0)
    expect(within('2 workdays', '2026-04-29')).toBe(1)
    expect(within('2 workdays', '2026-04-28')).toBe(0)
  })
})

describe('a log of follow-ups', () => {
  function createLog(seed: number): readonly LogRow[] {
    const random = createRandom(seed)
    const two = (n: number): string => String(n).padStart(2, '0')
    return Array.from({ length: 1000 }, (_, i) => ({
      id: `R${i}`,
      kind: random() < 0.5 ? 'complaint' : 'callback',
      customer: `C${Math.floor(random() * 60)}`,
      started: `2024-${two(1 + Math.floor(random() * 3))}-${two(1 + Math.floor(random() * 29))}T${two(Math.floor(random() * 24))}:${two(i % 60)}`
    }))
  }
  const hours = (row: LogRow): number => Date.parse(`${row.started!}Z`) / 3_600_000

  it('is judged as by hand, in any order and in parts', () => {
    for (const seed of [3, 4]) {
      const rows = createLog(seed)
      const last = Math.max(...rows.map(hours))
      const found = { met: 0, late: 0, unanswered: 0, open: 0 }
      for (const row of rows.filter(({ kind }) => kind === 'complaint')) {
        const answers = rows.filter(
          other => other.kind === 'callback' && other.customer === row.customer && hours(other) > hours(row)
        )
        if (answers.some(answer => hours(answer) - hours(row) <= 72)) found.met++
        else if (hours(row) + 72 > last) found.open++
        else if (answers.length > 0) found.late++
        else found.unanswered++
      }
      const gauge = compileKind(followup, { ...complaint, within: '72h' })
      const value = measure(gauge, rows)
      expect(Object.fromEntries(value.parts.map(({ name, n }) => [name, n]))).toEqual(found)
      expect(found.met * found.late * found.unanswered).toBeGreaterThan(0)
      expect(value.value).toBe(found.met / (found.met + found.late + found.unanswered))
      expect(measureInParts(gauge, rows, createRandom(seed))).toEqual(value)
      const each = compileKind(followup, { ...complaint, within: '72h', each: true })
      expect(measureInParts(each, rows, createRandom(seed))).toEqual(measure(each, rows))
    }
  })

  it('serves as many as can be served where each needs an answer of its own', () => {
    const hour = fc.integer({ min: 0, max: 12 })
    const cases = fc.array(fc.record({ start: hour, length: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 5
    })
    const at = (n: number): string => `2026-03-02T${String(n).padStart(2, '0')}:00`
    const most = (open: readonly { start: number; length: number }[], answers: readonly number[]): number => {
      const [answer, ...rest] = answers
      if (answer === undefined) return 0
      const taken = open.flatMap((one, i) =>
        answer > one.start && answer <= one.start + one.length ? [1 + most(open.toSpliced(i, 1), rest)] : []
      )
      return Math.max(most(open, rest), ...taken)
    }
    fc.assert(
      fc.property(cases, fc.array(hour, { maxLength: 5 }), (open, answers) => {
        const rows = [
          ...open.map(({ start, length }) => `complaint A ${at(start)} due=${at(start + length)}`),
          ...answers.map(answer => `callback A ${at(answer)}`)
        ]
        expect(run({ due: 'due', each: true }, rows).states['met']).toBe(most(open, answers))
      })
    )
  })
})

describe('follow-ups by team and month', () => {
  const gauge = compileKind(followup, { ...complaint, within: '3 days' })
  const grouping = {
    keys: [(row: LogRow) => row['team'] as string | undefined],
    period: (row: LogRow) => row.started?.slice(0, 7)
  }
  const grouped = groupRows(gauge, grouping, undefined)
  const rows = log([
    'complaint A 2026-01-30T10:00 team=desk',
    'callback A 2026-02-01T10:00 team=callers',
    'complaint B 2026-01-31T10:00 team=desk',
    'complaint C 2026-02-03T10:00 team=hotline',
    'callback C 2026-02-04T10:00 team=callers',
    'note Z 2026-02-20 team=callers'
  ])
  const figureOf = (value: { readonly figure: { readonly value: number | null } } | undefined) =>
    value?.figure.value

  it('belong to the rows that were to be followed up, whoever did it and when', () => {
    const state = grouped.init()
    for (const row of rows) grouped.add(state, row)
    const { figure, groups, trend } = grouped.finish(state)
    expect(figure).toMatchObject({ value: 2 / 3, n: 3 })
    expect(groups.map(({ keys, figure: own }) => [...keys, own.value])).toEqual([
      ['desk', 1 / 2],
      ['hotline', 1]
    ])
    expect(trend.map(step => [step.period, figureOf(step)])).toEqual([
      ['2026-01', 1 / 2],
      ['2026-02', 1]
    ])
  })

  it('merge', () => {
    const parts = rows.map(row => {
      const state = grouped.init()
      grouped.add(state, row)
      return state
    })
    const whole = grouped.init()
    for (const row of rows) grouped.add(whole, row)
    const merged = parts.reverse().reduce((a, b) => grouped.merge(a, structuredClone(b)))
    expect(grouped.finish(merged)).toEqual(grouped.finish(whole))
  })
})

describe('mistakes in a follow-up', () => {
  const told = (options: FollowupOptions): readonly string[] => {
    const faults: Faults = []
    followup.compile(options, createEnv(faults))
    return faults.map(([fault, at]) => [fault.kind, fault.value, at.join('.')].filter(Boolean).join(' '))
  }

  it('are told with their places', () => {
    expect(told({ by: 'x' })).toEqual(['missing after', 'missing within'])
    expect(told({ after: 'x', by: 'x', within: '3d' })).toEqual(['bad-value 3d within'])
    expect(told({ after: 'x', by: 'x', within: '2 workdays' })).toEqual(['no-calendar 2 workdays within'])
    expect(told({ after: 'x', by: 'x', within: '1 month', working: true })).toEqual([
      'not-together working working'
    ])
    expect(told({ by: 'x', before: 'a', due: 'b', within: '1 day' })).toEqual(['not-together before due'])
    expect(told({ by: 'x', before: 'a' })).toEqual(['missing within'])
  })
})
