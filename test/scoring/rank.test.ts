import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scorecard } from '../../src/model/scorecard.ts'
import { finishOverall, finishTally } from '../../src/scoring/finish-tally.ts'
import { rankScorecards } from '../../src/scoring/rank.ts'
import { newTally } from '../../src/scoring/tally.ts'
import { criterion, plan } from './builders.ts'

const empty = finishOverall(newTally(plan([criterion('a')])))

/** A card with nothing but an interval. */
function card(key: string | null, low: number | null, high: number | null): Scorecard {
  const value = low === null || high === null ? 50 : (low + high) / 2
  return { ...empty, key, score: { n: 30, value, low, high } }
}

const placesOf = (cards: readonly Scorecard[]): unknown[] =>
  rankScorecards(cards).map(({ card: { key }, places }) => [key, places && [places.best, places.worst]])

describe('ranking', () => {
  test('puts apart only those whose intervals lie apart', () => {
    expect(placesOf([card('c', 40, 50), card('a', 90, 95), card('b', 80, 92)])).toEqual([
      ['a', [1, 2]],
      ['b', [1, 2]],
      ['c', [3, 3]]
    ])
  })

  test('takes intervals that touch as one place', () => {
    expect(placesOf([card('a', 90, 95), card('b', 80, 90)])).toEqual([
      ['a', [1, 2]],
      ['b', [1, 2]]
    ])
  })

  test('lets an agent of few contacts span places without tying the others', () => {
    expect(placesOf([card('new', 20, 100), card('good', 90, 95), card('weak', 50, 60)])).toEqual([
      ['good', [1, 2]],
      ['new', [1, 3]],
      ['weak', [2, 3]]
    ])
  })

  test('leaves out whom it cannot place', () => {
    expect(placesOf([card(null, 99, 100), card('one', null, null), card('a', 80, 90)])).toEqual([
      ['a', [1, 1]],
      ['one', null],
      [null, null]
    ])
    expect(rankScorecards(finishTally(newTally(plan([criterion('a')]))))).toEqual([])
  })

  test('gives a shared place to all that overlap, and a later one only to those below', () => {
    const interval = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), intervals => {
        const cards = intervals.map(([a, b], i) => card(`a${i}`, Math.min(a, b), Math.max(a, b)))
        const ranked = rankScorecards(cards)
        expect(rankScorecards(cards.toReversed())).toEqual(ranked)
        for (const { card: one, places: p } of ranked) {
          for (const { card: other, places: q } of ranked) {
            const below = one.score.high! < other.score.low!
            if (p!.best > q!.worst) expect(below).toBe(true)
            if (below) expect([p!.best > q!.best, p!.worst > q!.worst]).toEqual([true, true])
          }
        }
      })
    )
  })
})
