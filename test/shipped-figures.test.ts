import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { home, linecheck } from './cli/run.ts'

/**
 * The figures of the shipped standards, on logs written for them, against figures worked out here from the same rows in
 * another way: loops over days and lists, none of linecheck's own code.
 */
type Row = Readonly<Record<string, string>>

const read = (path: string): readonly Row[] =>
  parse(readFileSync(join(home, 'fixtures', path)), { columns: true }) as Row[]

interface Figure {
  readonly value: number | null
  readonly n: number
}

/** What linecheck says: `metric`, or `metric group` where there are groups, crossed groups joined by ` / `. */
async function figuresOf(path: string, standard: string): Promise<ReadonlyMap<string, Figure>> {
  const { exit, out } = await linecheck([
    'audit',
    join('fixtures', path),
    '-s',
    standard,
    '-f',
    'metrics',
    '-q'
  ])
  expect(exit).toBe(0)
  const lines = (parse(out, { columns: true, bom: true }) as Row[]).filter(line => line['period'] === '')
  return new Map(
    lines.map(line => [
      line['per'] === '' ? line['metric']! : `${line['metric']} ${line['key']}`,
      { value: line['value'] === '' ? null : Number(line['value']), n: Number(line['n']) }
    ])
  )
}

const yes = (row: Row, name: string): boolean => row[name] === 'true'
const number = (row: Row, name: string): number => Number(row[name])
const given = (row: Row, name: string): boolean => (row[name] ?? '') !== ''
const mean = (values: readonly number[]): Figure => ({
  value: values.reduce((a, b) => a + b, 0) / values.length,
  n: values.length
})
const share = (rows: readonly Row[], holds: (row: Row) => boolean): Figure =>
  mean(rows.map(row => (holds(row) ? 1 : 0)))

function agree(actual: ReadonlyMap<string, Figure>, name: string, wanted: Figure): void {
  const found = actual.get(name)
  expect(found, name).toBeDefined()
  expect(found!.n, name).toBe(wanted.n)
  expect(found!.value, name).toBeCloseTo(wanted.value!, 9)
}

describe('contact-centre-kpi', async () => {
  const path = 'contact-centre-log/rows.csv'
  const rows = read(path)
  const found = await figuresOf(path, 'contact-centre-kpi')
  const offered = rows.filter(row => yes(row, 'transferred'))
  const key = (row: Row): boolean => ['diamond', 'gold', 'silver'].includes(row['tier']!)
  const asked = rows.filter(row => row['kind'] === 'enquiry' || row['kind'] === 'complaint')
  const complaints = rows.filter(row => row['kind'] === 'complaint')
  const took = (row: Row): number => (Date.parse(row['answered_at']!) - Date.parse(row['created_at']!)) / 1000

  it('counts calls answered by agents among those transferred to them', () => {
    agree(
      found,
      'connection-rate',
      share(offered, row => yes(row, 'answered'))
    )
    const team = offered.filter(row => row['team'] === '一组' && row['started']!.startsWith('2026-03-03'))
    agree(
      found,
      'connection-rate 一组 / 2026-03-03',
      share(team, row => yes(row, 'answered'))
    )
  })

  it('counts calls answered in time, among all offered', () => {
    agree(
      found,
      'service-level',
      share(offered, row => yes(row, 'answered') && number(row, 'wait_s') <= 20)
    )
  })

  it('divides the time ready by the time scheduled, a day, a week and a month', () => {
    const shifts = rows.filter(row => given(row, 'scheduled_s'))
    const ratio = (some: readonly Row[]): Figure => {
      const sum = (name: string): number => some.reduce((total, row) => total + number(row, name), 0)
      return { value: sum('ready_s') / sum('scheduled_s'), n: some.length }
    }
    agree(found, 'adherence-day', ratio(shifts))
    const own = shifts.filter(row => row['agent'] === '6103')
    agree(found, 'adherence-month 6103 / 2026-03', ratio(own))
    agree(
      found,
      'adherence-day 6103 / 2026-03-09',
      ratio(own.filter(row => row['started']!.startsWith('2026-03-09')))
    )
  })

  it('counts waits of ten minutes at most, the tenth included', () => {
    const waits = rows.filter(row => given(row, 'wait_s'))
    expect(waits.some(row => number(row, 'wait_s') === 600)).toBe(true)
    agree(
      found,
      'long-waits',
      share(waits, row => number(row, 'wait_s') <= 600)
    )
  })

  it('looks at key accounts hour by hour, and at how soon they are answered', () => {
    const calls = offered.filter(key)
    agree(
      found,
      'key-accounts-around-the-clock',
      share(calls, row => yes(row, 'answered'))
    )
    const night = calls.filter(row => row['started']!.slice(11, 13) === '03')
    agree(
      found,
      'key-accounts-around-the-clock 03:00',
      share(night, row => yes(row, 'answered'))
    )
    agree(found, 'key-accounts-answer', mean(asked.filter(key).map(took)))
    agree(found, 'others-answer', mean(asked.filter(row => !key(row)).map(took)))
  })

  it('tells how satisfied customers are, and with what', () => {
    const answered = rows.filter(row => given(row, 'satisfaction'))
    agree(
      found,
      'satisfied',
      share(answered, row => number(row, 'satisfaction') >= 4)
    )
    for (const part of ['attitude', 'skill', 'speed', 'result']) {
      agree(found, `satisfaction-${part}`, mean(answered.map(row => number(row, `sat_${part}`))))
    }
  })

  it('multiplies the steps', () => {
    const done = rows.filter(row => given(row, 'step_1_ok'))
    const steps = Array.from(
      { length: 10 },
      (_, i) => share(done, row => yes(row, `step_${i + 1}_ok`)).value!
    )
    agree(found, 'end-to-end', { value: steps.reduce((a, b) => a * b, 1), n: done.length })
  })

  it('sums up private calls, complaints, fines and points', () => {
    const calls = rows.filter(row => row['kind'] === 'private_call')
    agree(
      found,
      'private-calls',
      share(calls, row => number(row, 'duration_s') <= 180)
    )
    const answered = rows.filter(row => row['answered'] === 'true').length
    agree(found, 'complaint-rate', { value: complaints.length / answered, n: rows.length })
    const late = complaints.filter(row => !given(row, 'closed_at') || row['closed_at']! > row['due_at']!)
    agree(found, 'late-closing-fines', { value: 50 * late.length, n: complaints.length })
    const points: Readonly<Record<string, number>> = { 轻微: 2, 一般: 6, 严重: 12 }
    const sum = complaints.reduce((total, row) => total + points[row['severity']!]!, 0)
    agree(found, 'complaint-points', { value: sum, n: complaints.length })
  })
})

describe('contact-centre-kpi, ten steps at 95 percent', () => {
  it('comes to 60 percent', async () => {
    // Each step fails on one contact of twenty, another one each time.
    const steps = Array.from({ length: 10 }, (_, i) => `step_${i + 1}_ok`)
    const lines = Array.from({ length: 20 }, (_, i) => {
      const fields = Object.fromEntries(steps.map((name, k) => [name, k !== i % 20]))
      return JSON.stringify({ id: `S${i}`, agent: {}, fields })
    })
    const args = ['audit', '-', '-s', 'contact-centre-kpi', '-f', 'metrics', '-q']
    const { out } = await linecheck(args, { stdin: `${lines.join('\n')}\n` })
    const line = (parse(out, { columns: true, bom: true }) as Row[]).find(
      ({ metric, period }) => metric === 'end-to-end' && period === ''
    )
    expect(Number(line!['value'])).toBeCloseTo(0.95 ** 10, 12)
    expect(Number(line!['value']).toFixed(2)).toBe('0.60')
  })
})

describe('servqual', async () => {
  const path = 'survey-log/answers.csv'
  const rows = read(path)
  const found = await figuresOf(path, 'servqual')
  const dimensions: Readonly<Record<string, readonly [string, string, number]>> = {
    reliability: ['promise_kept', 'right_first', 30],
    responsiveness: ['prompt', 'willing', 25],
    assurance: ['trust', 'knowledge', 20],
    empathy: ['attention', 'understanding', 15],
    tangibles: ['facilities', 'appearance', 10]
  }
  const gapOf = (question: string): number => {
    const both = rows.filter(row => given(row, `expected_${question}`) && given(row, `perceived_${question}`))
    return mean(both.map(row => number(row, `perceived_${question}`) - number(row, `expected_${question}`)))
      .value!
  }

  it('takes what was expected from what was perceived, question by question', () => {
    let whole = 0
    for (const [dimension, [a, b, weight]] of Object.entries(dimensions)) {
      const gap = (gapOf(a) + gapOf(b)) / 2
      expect(found.get(`gap-${dimension}`)!.value, dimension).toBeCloseTo(gap, 9)
      whole += (weight / 100) * gap
    }
    expect(found.get('gap')!.value).toBeCloseTo(whole, 9)
  })

  it('compares views with one another in the model of gaps', () => {
    const score = (view: string, dimension: string): number =>
      mean(
        rows
          .filter(row => row['view'] === view && row['topic'] === dimension)
          .map(row => number(row, 'score'))
      ).value!
    const gaps = [
      ['gap-1-understanding', 'manager', 'customer'],
      ['gap-2-standards', 'standard', 'manager'],
      ['gap-3-delivery', 'delivered', 'standard'],
      ['gap-4-communication', 'delivered', 'promised'],
      ['gap-5-service', 'perceived', 'customer']
    ] as const
    for (const [name, got, hoped] of gaps) {
      const whole = Object.entries(dimensions).reduce(
        (sum, [dimension, [, , weight]]) =>
          sum + (weight / 100) * (score(got, dimension) - score(hoped, dimension)),
        0
      )
      expect(found.get(name)!.value, name).toBeCloseTo(whole, 9)
    }
  })
})

const DAY = 86_400_000
const dayOf = (text: string): number => Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY)

/** The same day so many months on, or the last day of that month. */
function monthsOn(day: number, months: number): number {
  const date = new Date(day * DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY
}

describe('key-accounts', async () => {
  const path = 'account-events/events.csv'
  const rows = read(path)
  const found = await figuresOf(path, 'key-accounts')
  const customers = (...tiers: readonly string[]): readonly string[] => [
    ...new Set(rows.filter(row => tiers.includes(row['tier']!)).map(row => row['customer_id']!))
  ]
  const [first, last] = [dayOf('2025-01-01'), dayOf('2025-12-31')]

  /** Walks through the year day by day. */
  function isKept(customer: string, months: number, count: number, inPerson: number): boolean {
    const own = rows.filter(row => row['customer_id'] === customer)
    const days = new Set(own.map(row => dayOf(row['started']!)))
    let due = monthsOn(first, months)
    for (let day = first; day <= last; day++) {
      if (days.has(day)) due = monthsOn(day, months)
      else if (day >= due) return false
    }
    return own.length >= count && own.filter(row => yes(row, 'in_person')).length >= inPerson
  }

  it('finds the accounts that nobody looked after', () => {
    const top = customers('gold', 'diamond')
    expect(top).toEqual(['K01', 'K02', 'K03', 'K04'])
    expect(top.filter(customer => isKept(customer, 3, 4, 1))).toEqual(['K01', 'K04'])
    agree(found, 'top-tier-contact', { value: 2 / 4, n: 4 })
    const silver = customers('silver')
    expect(silver.filter(customer => isKept(customer, 4, 3, 0))).toEqual(['K05'])
    agree(found, 'silver-contact', { value: 1 / 3, n: 3 })
  })

  /** Rows that are followed by one of a kind of the same customer, so many days on at most. */
  function followed(some: readonly Row[], kind: string, from: (row: Row) => number, days: number): Figure {
    return share(some, row => {
      const answers = rows.filter(
        other => other['customer_id'] === row['customer_id'] && other['kind'] === kind
      )
      const start = from(row)
      return answers.some(
        answer => dayOf(answer['started']!) >= start && dayOf(answer['started']!) <= start + days
      )
    })
  }

  it('finds reminders that came in time, greetings on the day, and care for swings and signs', () => {
    const products = rows.filter(row => row['kind'] === 'product')
    agree(
      found,
      'expiry-reminder',
      followed(products, 'reminder', row => dayOf(row['expires_at']!) - 30, 30)
    )
    const due = rows.filter(row => given(row, 'greet_on'))
    agree(
      found,
      'greetings',
      followed(due, 'greeting', row => dayOf(row['greet_on']!), 0)
    )
    const months = rows.filter(row => row['kind'] === 'spend')
    const swings = months.filter(
      row => Math.abs(number(row, 'spend') / number(row, 'last_spend') - 1) > 0.3 + 1e-9
    )
    agree(found, 'spend-swings', { value: swings.length / months.length, n: months.length })
    agree(
      found,
      'swings-noticed',
      followed(swings, 'care', row => dayOf(row['started']!), 7)
    )
    const signs = rows.filter(row => row['kind'] === 'leaving_sign')
    agree(
      found,
      'leaving-signs',
      followed(signs, 'care', row => dayOf(row['started']!), 3)
    )
  })
})

describe('renovation-service', async () => {
  const path = 'renovation-events/events.csv'
  const rows = read(path)
  const found = await figuresOf(path, 'renovation-service')
  const of = (kind: string): readonly Row[] => rows.filter(row => row['kind'] === kind)
  const daysOf = (customer: string | undefined, kind: string): readonly number[] =>
    of(kind)
      .filter(row => row['customer_id'] === customer)
      .map(row => dayOf(row['started']!))

  it('finds sites that nobody called every month', () => {
    const kept = of('work_start').filter(({ customer_id: customer, started }) => {
      const [end] = daysOf(customer, 'completion')
      const calls = daysOf(customer, 'callback').filter(day => day <= end!)
      const marks = [dayOf(started!), ...calls]
      return marks.every((day, i) => (marks[i + 1] ?? end!) <= monthsOn(day, 1))
    })
    agree(found, 'callbacks-during-work', { value: kept.length / 4, n: 4 })
  })

  it('finds calls after the work, repairs in time and promises kept', () => {
    const called = share(of('completion'), row => {
      const day = dayOf(row['started']!)
      return daysOf(row['customer_id'], 'callback').some(call => call >= day && call <= monthsOn(day, 1))
    })
    agree(found, 'callback-after-work', called)
    const covered = of('repair_request').filter(
      row => dayOf(row['started']!) - dayOf(row['completed_at']!) <= 730
    )
    expect(covered).toHaveLength(3)
    const repaired = share(covered, row =>
      daysOf(row['customer_id'], 'repair').some(day => day - dayOf(row['started']!) <= 3)
    )
    agree(found, 'repair-in-time', repaired)
    const kept = share(of('promise'), row => {
      const due = given(row, 'promise_due_at') ? dayOf(row['promise_due_at']!) : dayOf(row['started']!) + 3
      return daysOf(row['customer_id'], 'promise_kept').some(day => day <= due)
    })
    agree(found, 'promises-kept', kept)
  })
})
