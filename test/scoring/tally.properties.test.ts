import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evaluation } from '../../src/model/evaluation.ts'
import { finishOverall, finishTally } from '../../src/scoring/finish-tally.ts'
import type { ScoringPlan } from '../../src/scoring/plan.ts'
import { dumpTally, loadTally, type TallyDump } from '../../src/scoring/tally-dump.ts'
import {
  addEvaluation,
  mergeTallies,
  newTally,
  type Tally,
  type TallyOptions
} from '../../src/scoring/tally.ts'
import { evaluatedContacts } from './arbitraries.ts'

// Short lists, so that they overflow.
const options: TallyOptions = { lowest: 4, failed: 2 }

function tallyOf(plan: ScoringPlan, evaluations: readonly Evaluation[]): Tally {
  const tally = newTally(plan, options)
  for (const each of evaluations) addEvaluation(tally, each)
  return tally
}

const bytesOf = (tally: Tally): string => JSON.stringify([finishTally(tally), finishOverall(tally)])

/** The list in the order of random keys. */
function shuffle<T>(list: readonly T[], keys: readonly number[]): readonly T[] {
  return list
    .map((item, index) => ({ item, key: keys[index % keys.length]! * (index + 1) * 0.618 }))
    .sort((a, b) => (a.key % 1) - (b.key % 1))
    .map(({ item }) => item)
}

const keys = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })

test('the order of contacts makes no difference to any byte', () => {
  fc.assert(
    fc.property(evaluatedContacts, keys, ([plan, evaluations], by) => {
      expect(bytesOf(tallyOf(plan, shuffle(evaluations, by)))).toBe(bytesOf(tallyOf(plan, evaluations)))
    })
  )
})

test('nor does the number of parts that they were counted in', () => {
  fc.assert(
    fc.property(evaluatedContacts, keys, fc.integer({ min: 1, max: 7 }), ([plan, evaluations], by, parts) => {
      const shards = Array.from({ length: parts }, () => newTally(plan, options))
      for (const [index, each] of shuffle(evaluations, by).entries()) {
        addEvaluation(shards[Math.floor(by[index % by.length]!) % parts]!, each)
      }
      const before = shards.map(bytesOf)
      const merged = shards.reduce(mergeTallies)
      expect(bytesOf(merged)).toBe(bytesOf(tallyOf(plan, evaluations)))
      expect(shards.map(bytesOf)).toEqual(before)
    })
  )
})

test('a tally comes back from JSON whole and can go on', () => {
  fc.assert(
    fc.property(evaluatedContacts, fc.nat(), ([plan, evaluations], at) => {
      const middle = at % (evaluations.length + 1)
      const saved = JSON.stringify(dumpTally(tallyOf(plan, evaluations.slice(0, middle))))
      const tally = loadTally(plan, JSON.parse(saved) as TallyDump)
      for (const each of evaluations.slice(middle)) addEvaluation(tally, each)
      const whole = tallyOf(plan, evaluations)
      expect(JSON.stringify(dumpTally(tally))).toBe(JSON.stringify(dumpTally(whole)))
      expect(bytesOf(tally)).toBe(bytesOf(whole))
    })
  )
})

test('nothing is lost: contacts, statuses and lists add up', () => {
  fc.assert(
    fc.property(evaluatedContacts, ([plan, evaluations]) => {
      const tally = tallyOf(plan, evaluations)
      const cards = finishTally(tally)
      expect(cards.reduce((sum, card) => sum + card.contacts, 0)).toBe(evaluations.length)
      for (const card of [...cards, finishOverall(tally)]) {
        for (const { counts, failed } of card.criteria) {
          expect(counts.pass + counts.fail + counts.na + counts.unknown).toBe(card.contacts)
          expect(failed.total).toBe(counts.fail)
          expect(failed.shown).toHaveLength(Math.min(2, counts.fail))
        }
        expect(card.lowest.total).toBe(card.score.n)
      }
    })
  )
})

test('a mean lies within its interval', () => {
  fc.assert(
    fc.property(evaluatedContacts, ([plan, evaluations]) => {
      for (const { score } of finishTally(tallyOf(plan, evaluations))) {
        if (score.value === null || score.low === null || score.high === null) continue
        expect(score.value).toBeGreaterThanOrEqual(score.low)
        expect(score.value).toBeLessThanOrEqual(score.high)
      }
    })
  )
})
