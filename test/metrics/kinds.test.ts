import { describe, expect, it } from 'vitest'
import { count } from '../../src/metrics/kinds/count.ts'
import { mean } from '../../src/metrics/kinds/mean.ts'
import { percentile } from '../../src/metrics/kinds/percentile.ts'
import { product } from '../../src/metrics/kinds/product.ts'
import { ratio } from '../../src/metrics/kinds/ratio.ts'
import { share } from '../../src/metrics/kinds/share.ts'
import { sum } from '../../src/metrics/kinds/sum.ts'
import type { NamedGauge } from '../../src/metrics/metric.ts'
import { compile, createEnv, figureOf, type Row } from './env.ts'

const waits = (...values: (number | undefined)[]): Row[] =>
  values.map((wait, i) => ({ id: `r${i}`, at: i, wait }))

describe('a share', () => {
  const rows: Row[] = [
    { id: 'a', at: 4, in_time: true, offered: true },
    { id: 'b', at: 3, in_time: false, offered: true },
    { id: 'c', at: 2, in_time: false, offered: true },
    { id: 'd', at: 1, in_time: true, offered: false },
    { id: 'e', at: 0, in_time: undefined, offered: true },
    { id: 'f', in_time: true, offered: undefined }
  ]

  it('is of rows among rows, and counts those that cannot be told', () => {
    const value = figureOf(share, { of: 'in_time', among: 'offered' }, rows)
    expect(value).toMatchObject({ value: 1 / 3, n: 3, unknown: 2 })
    expect(value.parts).toEqual([
      { name: 'of', value: 1, n: 1 },
      { name: 'among', value: 3, n: 3 }
    ])
  })

  it('keeps the rows that tell against it, by time', () => {
    expect(figureOf(share, { of: 'in_time', among: 'offered' }, rows).against).toEqual({
      total: 2,
      shown: ['c', 'b']
    })
  })

  it('has the interval of Wilson (1927): 8 of 10 is 49.0 % to 94.3 %', () => {
    const value = figureOf(
      share,
      { of: 'hit' },
      Array.from({ length: 10 }, (_, i) => ({ hit: i < 8 }))
    )
    expect(value.low).toBeCloseTo(0.4902, 4)
    expect(value.high).toBeCloseTo(0.9433, 4)
  })

  it('of nothing is none, and of no hits begins at 0 exactly', () => {
    expect(figureOf(share, { of: 'hit' }, [])).toMatchObject({ value: null, n: 0 })
    expect(figureOf(share, { of: 'hit' }, [{ hit: false }])).toMatchObject({ value: 0, low: 0 })
  })
})

describe('a mean', () => {
  it('has the interval of Student: 10, 20, 30 is 20 ± 24.84', () => {
    const value = figureOf(mean, { of: 'wait' }, waits(10, 20, 30, undefined))
    expect(value).toMatchObject({ value: 20, n: 3, unknown: 1 })
    expect(value.low).toBeCloseTo(-4.8414, 4)
    expect(value.high).toBeCloseTo(44.8414, 4)
  })

  it('lists the rows that by themselves would miss the target', () => {
    expect(figureOf(mean, { of: 'wait' }, waits(10, 20, 30)).against).toEqual({ total: 1, shown: ['r2'] })
  })

  it('claims no certainty from figures that are all alike', () => {
    const value = figureOf(mean, { of: 'wait' }, waits(7, 7))
    expect(value.value).toBe(7)
    expect(value.low).toBeUndefined()
  })

  it('is exact where binary fractions are not', () => {
    expect(figureOf(mean, { of: 'wait' }, waits(0.1, 0.2, 0.3)).value).toBe(0.2)
  })
})

describe('sums and counts', () => {
  it('add up, negative figures and fractions too', () => {
    expect(figureOf(sum, { of: 'wait' }, waits(0.1, 0.2, -1)).value).toBe(-0.7)
    expect(figureOf(sum, { of: 'wait' }, [])).toMatchObject({ value: null, n: 0 })
  })

  it('count rows, and say how many they looked at', () => {
    const rows: Row[] = [{ id: 'a', hit: true }, { id: 'b', hit: false }, { id: 'c' }]
    expect(figureOf(count, { of: 'hit' }, rows)).toMatchObject({
      value: 1,
      n: 2,
      unknown: 1,
      against: { total: 1, shown: ['a'] }
    })
    expect(figureOf(count, {}, rows).value).toBe(3)
  })

  it('divide sum by sum, not row by row', () => {
    const rows: Row[] = [
      { ready: 30, planned: 60 },
      { ready: 60, planned: 60 },
      { ready: 10 },
      { ready: 0, planned: 0 }
    ]
    expect(figureOf(ratio, { of: 'ready', to: 'planned' }, rows)).toMatchObject({
      value: 0.75,
      n: 3,
      unknown: 1
    })
    expect(figureOf(ratio, { of: 'ready', to: 'planned' }, [{ ready: 1, planned: 0 }]).value).toBeNull()
  })
})

describe('a percentile', () => {
  const to = (n: number): Row[] => waits(...Array.from({ length: n }, (_, i) => n - i))

  it('is the smallest figure that so many rows do not exceed', () => {
    expect(figureOf(percentile, { p: 90, of: 'wait' }, to(10)).value).toBe(9)
    expect(figureOf(percentile, { p: 91, of: 'wait' }, to(10)).value).toBe(10)
    expect(figureOf(percentile, { p: 50, of: 'wait' }, waits(4)).value).toBe(4)
    expect(figureOf(percentile, { p: 99.9, of: 'wait' }, to(1000)).value).toBe(999)
  })

  it('has an interval by ranks: the median of 1 to 100 lies between 40 and 61', () => {
    expect(figureOf(percentile, { p: 50, of: 'wait' }, to(100))).toMatchObject({
      value: 50,
      low: 40,
      high: 61
    })
  })

  it('keeps to four digits where there are more than 65 536 different figures', () => {
    const value = figureOf(percentile, { p: 50, of: 'wait' }, to(70_001)).value
    expect(value).toBe(35_000)
    expect(figureOf(percentile, { p: 50, of: 'wait' }, to(60_001)).value).toBe(30_001)
  })
})

describe('a product', () => {
  it('multiplies shares, and is none where one of them is', () => {
    const of = [{ of: 'reached' }, { of: 'solved', among: 'reached' }]
    const rows: Row[] = [
      { reached: true, solved: true },
      { reached: true, solved: false },
      { reached: false, solved: false }
    ]
    const value = figureOf(product, { of }, rows)
    expect(value.value).toBeCloseTo(1 / 3, 12)
    expect(value.parts.map(({ value: part, n }) => [part, n])).toEqual([
      [2 / 3, 3],
      [1 / 2, 2]
    ])
    expect(figureOf(product, { of }, [{ reached: false, solved: false }]).value).toBeNull()
  })

  it('takes other metrics by id, if they are shares', () => {
    const faults: { kind: string }[] = []
    const known: NamedGauge<Row> = {
      name: 'reach',
      figure: 'share',
      gauge: compile(share, { of: 'reached' })
    }
    const env = {
      ...createEnv(),
      metric: (id: string) => (id === 'wait' ? { ...known, figure: 'number' as const } : known),
      report: (fault: { kind: string }) => void faults.push(fault)
    }
    const gauge = product.compile({ of: ['reach', 'reach'] }, env)
    const state = gauge.init()
    for (const reached of [true, false]) gauge.add(state, { reached })
    expect(gauge.finish(state).value).toBe(0.25)
    product.compile({ of: ['reach', 'wait'] }, env)
    expect(faults).toEqual([{ kind: 'bad-value', value: 'wait', allowed: 'share, product' }])
  })
})
