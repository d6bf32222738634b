import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf, judge } from './judge.ts'

/** Turns of both sides in order of time, in whole seconds; they may overlap, touch or leave gaps. */
const talk = fc
  .array(
    fc.record({ by: fc.constantFrom('A', 'C'), gap: fc.nat(6), length: fc.integer({ min: 1, max: 8 }) }),
    {
      minLength: 2,
      maxLength: 12
    }
  )
  .map(parts => {
    let start = 0
    return parts.map(({ by, gap, length }) => {
      start += gap
      return { by, start, end: start + length }
    })
  })
  .filter(turns => turns.some(({ by }) => by === 'A') && turns.some(({ by }) => by === 'C'))

type Turns = readonly { readonly by: string; readonly start: number; readonly end: number }[]

const lines = (turns: Turns): readonly string[] =>
  turns.map(({ by, start, end }) => `${start}-${end} ${by}: 好`)

/** The figure that a measure comes to, told by a bound that it cannot keep. */
function figureOf(options: object, turns: Turns): number {
  const outcome = judge({ measure: options }, lines(turns))
  const [first] = evidenceOf(outcome)
  return first && 'measured' in first ? first.value : 0
}

/** The seconds in which somebody of these speaks. */
function secondsOf(turns: Turns, by: string): ReadonlySet<number> {
  const seconds = new Set<number>()
  for (const turn of turns) {
    if (!by.includes(turn.by)) continue
    for (let second = turn.start; second < turn.end; second++) seconds.add(second)
  }
  return seconds
}

const spanOf = (turns: Turns): number => Math.max(...turns.map(turn => turn.end)) - turns[0]!.start

describe('figures of a talk', () => {
  it('silence and speech make up the whole', () => {
    fc.assert(
      fc.property(talk, turns => {
        const silent = figureOf({ silence: 'total', max: '0s' }, turns) / 1000
        expect(silent + secondsOf(turns, 'AC').size).toBe(spanOf(turns))
        const share = figureOf({ 'silence-share': 'total', min: '0%' }, turns)
        expect(share).toBeCloseTo((100 * silent) / spanOf(turns), 9)
      })
    )
  })

  it('the shares of both sides make up the talk', () => {
    fc.assert(
      fc.property(talk, turns => {
        const share = (who: string): number => figureOf({ 'talk-share': who, min: '0%' }, turns)
        expect(share('agent') + share('customer')).toBeCloseTo(100, 9)
      })
    )
  })

  it('interruptions are what second by second shows', () => {
    fc.assert(
      fc.property(
        talk,
        fc.constantFrom(['A', 'C', 'agent'], ['C', 'A', 'customer']),
        (turns, [own, other, by]) => {
          const [mine, theirs] = [secondsOf(turns, own!), secondsOf(turns, other!)]
          let total = 0
          for (const second of mine) {
            const begins = !mine.has(second - 1) && theirs.has(second - 1) && theirs.has(second)
            if (!begins) continue
            for (let at = second; mine.has(at) && theirs.has(at); at++) total++
          }
          expect(figureOf({ interruption: 'total', by, max: '0s' }, turns) / 1000).toBe(total)
        }
      )
    )
  })

  it('aggregates keep their order: first and mean lie between least and most, no sum is below its parts', () => {
    fc.assert(
      fc.property(talk, turns => {
        const reply = (aggregate: string): number => figureOf({ reply: aggregate, min: '0s' }, turns)
        const [first, mean, p90, max] = ['first', 'mean', 'p90', 'max'].map(reply)
        expect(first).toBeLessThanOrEqual(max!)
        expect(mean).toBeLessThanOrEqual(max! + 1e-6)
        expect(p90).toBeLessThanOrEqual(max!)
        const silence = (aggregate: string): number => figureOf({ silence: aggregate, min: '0s' }, turns)
        expect(silence('max')).toBeLessThanOrEqual(silence('total'))
      })
    )
  })
})
