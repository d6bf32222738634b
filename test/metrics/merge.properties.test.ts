import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupRows } from '../../src/metrics/group-rows.ts'
import { count } from '../../src/metrics/kinds/count.ts'
import { mean } from '../../src/metrics/kinds/mean.ts'
import { percentile } from '../../src/metrics/kinds/percentile.ts'
import { product } from '../../src/metrics/kinds/product.ts'
import { ratio } from '../../src/metrics/kinds/ratio.ts'
import { share } from '../../src/metrics/kinds/share.ts'
import { sum } from '../../src/metrics/kinds/sum.ts'
import type { AnyGauge } from '../../src/metrics/metric.ts'
import { parseTarget } from '../../src/metrics/target.ts'
import { addValue, createRanking, mergeValues, newValueCounts } from '../../src/metrics/value-counts.ts'
import { compile, type Row } from './env.ts'

const gauges: Readonly<Record<string, AnyGauge<Row>>> = {
  share: compile(share, { of: 'yes', among: 'in' }),
  mean: compile(mean, { of: 'x' }),
  sum: compile(sum, { of: 'x', among: 'in' }),
  count: compile(count, { of: 'yes' }),
  percentile: compile(percentile, { p: 90, of: 'x' }),
  ratio: compile(ratio, { of: 'x', to: 'y' }),
  product: compile(product, { of: [{ of: 'yes' }, { of: 'in' }] })
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 6 })

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    at: maybe(fc.integer({ min: 0, max: 20 })),
    yes: maybe(fc.boolean()),
    in: maybe(fc.boolean()),
    x: maybe(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    y: maybe(fc.integer({ min: 0, max: 100 })),
    team: maybe(fc.constantFrom('A', 'B')),
    day: maybe(fc.constantFrom('2026-03-01', '2026-03-02'))
  }),
  { maxLength: 60 }
)

const parted = fc.tuple(rows, fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }))

/** Rows in another order and in several parts, some of them empty. */
function share4(all: readonly Row[], parts: readonly number[]): Row[][] {
  const dealt: Row[][] = [[], [], [], []]
  for (const [i, row] of all.toReversed().entries()) dealt[parts[i]!]!.push(row)
  return dealt
}

describe('a figure does not depend on the order or the parts that rows come in', () => {
  for (const [name, gauge] of Object.entries(gauges)) {
    it(`${name}, with groups and periods`, () => {
      const grouped = groupRows<Row>(
        gauge,
        {
          keys: [row => row['team'] as string | undefined],
          name: row => ({ text: String(row['id']), at: Number(row['at'] ?? 0) }),
          period: row => row['day'] as string | undefined
        },
        parseTarget('>= 0.5')
      )
      fc.assert(
        fc.property(parted, ([all, parts]) => {
          const whole = grouped.init()
          for (const row of all) grouped.add(whole, row)
          const states = share4(all, parts).map(part => {
            const state = grouped.init()
            for (const row of part) grouped.add(state, row)
            return structuredClone(state)
          })
          const merged = states.reduce((a, b) => grouped.merge(a, b))
          expect(grouped.finish(merged)).toEqual(grouped.finish(whole))
        }),
        { numRuns: 60 }
      )
    })
  }

  it('percentiles that became coarse in one part, or only in the whole', () => {
    const all = Array.from({ length: 150_000 }, (_, i) => ((i * 7919) % 150_000) + 0.5)
    const of = (figures: readonly number[]): ReturnType<typeof newValueCounts> => {
      const values = newValueCounts()
      for (const figure of figures) addValue(values, figure)
      return values
    }
    const cuts = [0, 40_000, 80_000, 150_000]
    const merged = cuts
      .slice(1)
      .map((end, i) => of(all.slice(cuts[i], end)))
      .reduce((a, b) => mergeValues(a, b))
    const [one, other] = [createRanking(merged), createRanking(of(all.toReversed()))]
    for (const rank of [1, 15_000, 75_000, 150_000]) expect(one(rank)).toBe(other(rank))
    expect(Math.abs(one(75_000) / 75_000 - 1)).toBeLessThan(0.001)
  })
})

describe('groups', () => {
  it('of all keys add up to the whole', () => {
    const grouped = groupRows<Row>(
      gauges['count']!,
      { keys: [row => row['team'] as string | undefined, row => row['day'] as string | undefined] },
      undefined
    )
    fc.assert(
      fc.property(rows, all => {
        const state = grouped.init()
        for (const row of all) grouped.add(state, row)
        const { figure, groups } = grouped.finish(state)
        expect(groups.reduce((total, group) => total + (group.figure.value ?? 0), 0)).toBe(figure.value ?? 0)
        expect(groups.reduce((total, group) => total + group.figure.unknown, 0)).toBe(figure.unknown)
      })
    )
  })
})
