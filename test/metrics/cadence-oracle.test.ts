import { describe, expect, it } from 'vitest'
import { cadence } from '../../src/metrics/cadence/cadence.ts'
import type { MetricValue } from '../../src/metrics/metric.ts'
import { compileKind, createRandom, measure, measureInParts, type LogRow } from './log.ts'

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : lengths[month - 1]!
const text = (...parts: readonly number[]): string => parts.map(n => String(n).padStart(2, '0')).join('-')

/** The same day so many months on, by hand. */
function later(day: string, months: number): string {
  let [year, month, date] = day.split('-').map(Number) as [number, number, number]
  for (let i = 0; i < months; i++) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return text(year, month, Math.min(date, lengthOf(year, month)))
}

function nextDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (date < lengthOf(year, month)) return text(year, month, date + 1)
  return later(text(year, month, 1), 1)
}

const first = '2024-01-01'
const last = '2025-12-31'
const days: string[] = []
for (let day = first; day <= last; day = nextDay(day)) days.push(day)

interface Visit extends LogRow {
  readonly customer: string
  readonly started: string
  readonly kind: 'visit' | 'call' | 'tier'
  readonly tier: string
  readonly in_person: boolean
}

/** Visits and calls of customers whose tiers change now and then, many of them at the ends of months. */
function createLog(seed: number, count: number): readonly Visit[] {
  const random = createRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const ends = days.filter(day => nextDay(day).endsWith('-01') || day === '2024-02-29')
  const names = Array.from({ length: 150 }, (_, i) => `C${i}`)
  const tierOf = new Map(names.map(name => [name, pick(['diamond', 'gold', 'silver', 'none'])]))
  const dated = Array.from({ length: count }, () => ({
    day: random() < 0.3 ? pick(ends) : pick(days),
    customer: pick(names)
  })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return dated.map(({ day, customer }, i) => {
    const kind = random() < 0.1 ? 'tier' : random() < 0.3 ? 'visit' : 'call'
    if (random() < 0.12) tierOf.set(customer, pick(['diamond', 'gold', 'silver', 'none']))
    // Rows of one day come minute after minute, so that their order is known.
    const minute = i % 1440
    const started = `${day}T${text(Math.floor(minute / 60), minute % 60).replace('-', ':')}`
    return { id: `V${i}`, customer, started, kind, tier: tierOf.get(customer)!, in_person: kind === 'visit' }
  })
}

const monthsOf = (tier: string): number | undefined =>
  ({ diamond: 3, gold: 3, silver: 4 })[tier as 'diamond' | 'gold' | 'silver']
const quotaOf = (tier: string): { any: number; in_person: number } | undefined =>
  ({ diamond: { any: 4, in_person: 1 }, gold: { any: 4, in_person: 1 }, silver: { any: 3, in_person: 0 } })[
    tier as 'diamond' | 'gold' | 'silver'
  ]

interface Oracle {
  readonly value: number
  readonly n: number
  readonly against: readonly string[]
  readonly every: { met: number; n: number }
  readonly any: { met: number; n: number }
}

/** From each moment at which a window can open, looks for what comes next in plain lists of rows. */
function askOracle(rows: readonly Visit[]): Oracle {
  const every = { met: 0, n: 0 }
  const any = { met: 0, n: 0 }
  const against: { day: string; name: string }[] = []
  let n = 0
  for (const customer of new Set(rows.map(row => row.customer))) {
    const own = rows.filter(row => row.customer === customer).sort((a, b) => (a.started < b.started ? -1 : 1))
    const dayAt = (i: number): string => own[i]!.started.slice(0, 10)
    const starts = [{ index: -1, day: first, tier: own[0]!.tier }]
    for (const [i, row] of own.entries()) {
      const before = own[i - 1]?.tier ?? own[0]!.tier
      if (row.kind !== 'tier' || (monthsOf(before) === undefined && monthsOf(row.tier) !== undefined))
        starts.push({ index: i, day: dayAt(i), tier: row.tier })
    }
    const breaches: { day: string; name: string }[] = []
    let judged = 0
    for (const { index, day, tier } of starts) {
      const months = monthsOf(tier)
      if (months === undefined) continue
      const due = later(day, months)
      const event = own.findIndex((row, i) => i > index && row.kind !== 'tier')
      const leave = own.findIndex((row, i) => i > index && monthsOf(row.tier) === undefined)
      const answered = event >= 0 && (leave < 0 || event <= leave)
      const until = answered ? dayAt(event) : leave >= 0 ? dayAt(leave) : last
      if (until > due) breaches.push({ day: nextDay(due), name: nextDay(due) })
      else if (!answered) continue
      judged++
      every.n++
      if (until <= due) every.met++
    }
    for (const year of ['2024', '2025']) {
      const known = own.filter(row => row.started.slice(0, 10) <= `${year}-01-01`)
      const quota = quotaOf((known.at(-1) ?? own[0]!).tier)
      if (!quota) continue
      judged++
      const events = own.filter(row => row.kind !== 'tier' && row.started.startsWith(year))
      const inPerson = events.filter(row => row.in_person)
      any.n++
      if (events.length >= quota.any) any.met++
      if (events.length < quota.any || inPerson.length < quota.in_person)
        breaches.push({ day: `${Number(year) + 1}-01-01`, name: year })
    }
    if (judged === 0) continue
    n++
    const order = (a: { day: string; name: string }): string => `${a.day} ${a.name}`
    const [worst] = breaches.sort((a, b) => (order(a) < order(b) ? -1 : 1))
    if (worst) against.push({ day: worst.day, name: `${customer} (${worst.name})` })
  }
  against.sort((a, b) => (a.day + a.name < b.day + b.name ? -1 : 1))
  return { value: (n - against.length) / n, n, against: against.map(({ name }) => name), every, any }
}

const gauge = compileKind(cadence, {
  of: 'kind=visit|call',
  from: first,
  to: last,
  tiers: [
    { among: 'tier=diamond|gold', every: '3 months', per_year: { any: 4, in_person: 1 } },
    { among: 'tier=silver', every: '4 months', per_year: { any: 3 } }
  ]
})
const part = (value: MetricValue, name: string) => value.parts.find(found => found.name === name)

describe('a log of two thousand visits over two years', () => {
  for (const seed of [1, 2, 29]) {
    const rows = createLog(seed, 2000)
    const expected = askOracle(rows)

    it(`is judged as by hand (${seed})`, () => {
      const value = measure(gauge, rows)
      expect(value).toMatchObject({ n: expected.n, unknown: 0 })
      expect(value.value).toBeCloseTo(expected.value, 12)
      expect(value.against).toEqual({ total: expected.against.length, shown: expected.against.slice(0, 10) })
      expect(part(value, 'every')).toEqual({
        name: 'every',
        value: expected.every.met / expected.every.n,
        n: expected.every.n
      })
      expect(part(value, 'per_year.any')).toMatchObject({
        value: expected.any.met / expected.any.n,
        n: expected.any.n
      })
    })

    it(`holds cases of every sort (${seed})`, () => {
      expect(rows.some(row => row.started.startsWith('2024-02-29'))).toBe(true)
      expect(expected.against.length).toBeGreaterThan(20)
      expect(expected.every.met).toBeGreaterThan(400)
      expect(expected.every.n - expected.every.met).toBeGreaterThan(50)
      expect(expected.any.met).toBeGreaterThan(20)
    })

    it(`does not depend on the order of rows or on how they are parted (${seed})`, () => {
      expect(measureInParts(gauge, rows, createRandom(seed + 100))).toEqual(measure(gauge, rows))
    })
  }
})
