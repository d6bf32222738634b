import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTurnLog, NOWHERE } from '../../src/input/csv/turn-log.ts'
import { speakers } from '../../src/model/contact.ts'

const anyTurn = fc.record({
  owner: fc.integer({ min: 0, max: 3 }),
  by: fc.constantFrom(...speakers),
  text: fc.string({ unit: 'grapheme', maxLength: 20 }),
  start: fc.oneof(fc.constant(Number.NaN), fc.double({ noNaN: true })),
  end: fc.oneof(fc.constant(Number.NaN), fc.double({ noNaN: true }))
})

type AnyTurn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never

/** What the log gives back for each owner of some turns. */
function keep(log: ReturnType<typeof createTurnLog>, turns: readonly AnyTurn[]): unknown {
  const ends = new Map<number, { last: number; count: number }>()
  for (const { owner, by, text, start, end } of turns) {
    const { last, count } = ends.get(owner) ?? { last: NOWHERE, count: 0 }
    ends.set(owner, { last: log.add(last, by, text, start, end), count: count + 1 })
  }
  return [...ends].map(([owner, { last, count }]) => [owner, log.list(last, count)])
}

function expected(turns: readonly AnyTurn[]): unknown {
  const owners = [...new Set(turns.map(({ owner }) => owner))]
  return owners.map(owner => {
    const own = turns.filter(turn => turn.owner === owner)
    return [
      owner,
      {
        by: own.map(({ by }) => by),
        text: own.map(({ text }) => text),
        start: own.map(({ start }) => start),
        end: own.map(({ end }) => end)
      }
    ]
  })
}

describe('a log of turns', () => {
  it('gives back the turns of each contact in their order, whoever else spoke between them', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 60 }), turns => {
        expect(keep(createTurnLog(), turns)).toEqual(expected(turns))
      })
    )
  })

  it('goes on over the ends of its blocks, by number and by length of turns', () => {
    const many = Array.from({ length: 10_000 }, (_, i): AnyTurn => {
      const text = i % 3000 === 7 ? 'x'.repeat(1_200_000) : `第${i}句`
      return { owner: i % 4, by: 'agent', text, start: i, end: Number.NaN }
    })
    const log = createTurnLog()
    expect(keep(log, many)).toEqual(expected(many))
    expect(log.size()).toBeGreaterThan(2 * 4 * 1_200_000)
    log.clear()
    expect(log.size()).toBe(0)
    expect(keep(log, many.slice(0, 10))).toEqual(expected(many.slice(0, 10)))
  })
})
