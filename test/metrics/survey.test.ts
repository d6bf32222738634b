import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricValue } from '../../src/metrics/metric.ts'
import type { SurveyOptions } from '../../src/metrics/survey/options.ts'
import { survey } from '../../src/metrics/survey/survey.ts'
import {
  compileKind,
  createEnv,
  createRandom,
  measure,
  measureInParts,
  type Faults,
  type LogRow
} from './log.ts'

const options: SurveyOptions = {
  scale: [1, 7],
  items: {
    promise: { dimension: 'reliability', perceived: 'p1', expected: 'e1', weight: 3 },
    records: { dimension: 'reliability', perceived: 'p2', expected: 'e2' },
    prompt: { dimension: 'responsiveness', perceived: 'p3', expected: 'e3' }
  },
  weights: { reliability: 60, responsiveness: 40 }
}
const gauge = compileKind(survey, options)

function answer(id: string, perceived: readonly unknown[], expected: readonly unknown[]): LogRow {
  const named = (prefix: string, values: readonly unknown[]): object =>
    Object.fromEntries(values.map((value, i) => [`${prefix}${i + 1}`, value]))
  return { id, started: '2026-03-02', ...named('p', perceived), ...named('e', expected) }
}

const part = (value: MetricValue, name: string) => value.parts.find(found => found.name === name)

describe('a survey of what was expected and what was got', () => {
  it('gives the gap of items, dimensions and all, by their weights', () => {
    const value = measure(gauge, [answer('1', [5, 6, 4], [6, 6, 5]), answer('2', [7, 4, 6], [6, 7, 6])])
    // Items: (-1 + 1) / 2, (0 - 3) / 2, (-1 + 0) / 2; reliability: (3 * 0 + -1.5) / 4.
    expect(part(value, 'reliability.promise')).toEqual({ name: 'reliability.promise', value: 0, n: 2 })
    expect(part(value, 'reliability.records')).toMatchObject({ value: -1.5, n: 2 })
    expect(part(value, 'reliability')).toMatchObject({ value: -0.375, n: 2 })
    expect(part(value, 'responsiveness')).toMatchObject({ value: -0.5, n: 2 })
    expect(value.value).toBeCloseTo(0.6 * -0.375 + 0.4 * -0.5, 12)
    expect(value).toMatchObject({ n: 2, unknown: 0 })
    expect(part(value, 'perceived')!.value! - part(value, 'expected')!.value!).toBeCloseTo(value.value!, 12)
  })

  it('tells who got less, as much and more than expected', () => {
    const value = measure(gauge, [
      answer('low', [1, 1, 1], [7, 7, 7]),
      answer('even', [4, 4, 4], [4, 4, 4]),
      answer('high', [7, 7, 7], [6, 6, 6])
    ])
    expect(value.against).toEqual({ total: 1, shown: ['low'] })
    expect(['below', 'equal', 'above'].map(name => part(value, name)!.n)).toEqual([1, 1, 1])
    expect(value.low).toBeLessThan(value.value!)
    expect(value.high).toBeGreaterThan(value.value!)
  })

  it('takes each item of those who gave both its answers, and counts who did not', () => {
    const value = measure(gauge, [
      answer('1', [5, undefined, 4], [6, 7, 5]),
      answer('2', [7, 4, 9], [6, 7, 6])
    ])
    expect(part(value, 'reliability.promise')).toMatchObject({ value: 0, n: 2 })
    expect(part(value, 'reliability.records')).toMatchObject({ value: -3, n: 1 })
    expect(part(value, 'responsiveness')).toMatchObject({ value: -1, n: 1 })
    expect(part(value, 'incomplete')).toMatchObject({ n: 2 })
    expect(value.n).toBe(2)
    expect(value.low).toBeUndefined()
  })

  it('leaves other rows of a log alone, unless they are said to be answers', () => {
    const call: LogRow = { id: 'call', started: '2026-03-02', kind: 'call' }
    const form = { ...answer('form', [5, 5, 5], [5, 5, 5]), kind: 'survey' }
    const blank: LogRow = { id: 'blank', started: '2026-03-02', kind: 'survey' }
    expect(measure(gauge, [call, form, blank])).toMatchObject({ n: 1, unknown: 0 })
    const among = compileKind(survey, { ...options, among: 'kind=survey' })
    expect(measure(among, [call, form, blank, { id: 'x' }])).toMatchObject({ n: 1, unknown: 2 })
    expect(measure(gauge, [])).toMatchObject({ value: null, n: 0 })
  })

  it('takes rows that are one answer each', () => {
    const long = compileKind(survey, {
      item: 'question',
      perceived: 'got',
      expected: 'hoped',
      items: { promise: { dimension: 'reliability' }, prompt: { dimension: 'responsiveness' } }
    })
    const row = (id: string, question: string, got: number, hoped: number): LogRow => ({
      id,
      question,
      got,
      hoped
    })
    const rows = [
      row('1', 'promise', 5, 6),
      row('2', 'prompt', 4, 6),
      row('3', 'promise', 6, 6),
      row('4', 'parking', 1, 7)
    ]
    const value = measure(long, rows)
    expect(value).toMatchObject({
      value: (-0.5 - 2) / 2,
      n: 3,
      unknown: 1,
      against: { total: 2, shown: ['1', '2'] }
    })
    expect(part(value, 'reliability')).toMatchObject({ value: -0.5, n: 2 })
  })

  it('sets one group of people against another', () => {
    const model = compileKind(survey, {
      items: {
        prompt: {
          perceived: { value: 'score', of: 'role=manager' },
          expected: { value: 'score', of: 'role=customer' }
        }
      }
    })
    const row = (id: string, role: string, score?: number): LogRow => ({ id, role, score })
    const rows = [
      row('1', 'manager', 5),
      row('2', 'customer', 6),
      row('3', 'customer', 7),
      row('4', 'agent', 1)
    ]
    expect(measure(model, rows)).toMatchObject({ value: 5 - 6.5, n: 3, against: { total: 0 } })
  })

  it('is the same in any order and in parts', () => {
    const random = createRandom(5)
    const score = (): unknown => (random() < 0.1 ? undefined : 1 + Math.round(random() * 60) / 10)
    const rows = Array.from({ length: 300 }, (_, i) =>
      answer(`R${i}`, [score(), score(), score()], [score(), score(), score()])
    )
    const value = measure(gauge, rows)
    expect(measureInParts(gauge, rows, random)).toEqual(value)
    expect(value.n).toBeGreaterThan(250)
  })

  it('lies between the gaps of its items, and moves with every answer', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(fc.tuple(answers, answers), { minLength: 1, maxLength: 6 }), people => {
        const rows = people.map(([got, hoped], i) => answer(String(i), got, hoped))
        const value = measure(gauge, rows)
        const gaps = value.parts.filter(({ name }) => name.includes('.') || name === 'responsiveness')
        const figures = gaps.map(found => found.value!)
        expect(value.value!).toBeGreaterThanOrEqual(Math.min(...figures) - 1e-9)
        expect(value.value!).toBeLessThanOrEqual(Math.max(...figures) + 1e-9)
        const shifted = rows.map(row => ({
          ...row,
          e1: Number(row['e1']) - 1,
          e2: Number(row['e2']) - 1,
          e3: Number(row['e3']) - 1
        }))
        const wide = measure(compileKind(survey, { ...options, scale: [0, 7] }), shifted)
        expect(wide.value!).toBeCloseTo(value.value! + 1, 9)
      })
    )
  })
})

describe('mistakes in a survey', () => {
  it('are told with their places', () => {
    const faults: Faults = []
    survey.compile(
      {
        items: { promise: { dimension: 'reliability', perceived: 'p1' } },
        weights: { reliabilty: 3 },
        scale: [7, 1]
      },
      createEnv(faults)
    )
    expect(faults.map(([fault, at]) => `${fault.kind} ${at.join('.')}`)).toEqual([
      'bad-value scale',
      'unknown-name weights.reliabilty',
      'missing items.promise'
    ])
  })
})
