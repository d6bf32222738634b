import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PatternSource } from '../../src/pattern/source.ts'
import { fold } from '../../src/text/fold.ts'
import { find } from './find.ts'

const words = ['您好', '请', '谢谢', '好']
const line = fc
  .array(fc.constantFrom(...words, '，', '的', '。 '), { maxLength: 10 })
  .map(parts => parts.join(''))
const parts = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 })
const apart = fc.integer({ min: 0, max: 6 })

interface Place {
  readonly from: number
  readonly to: number
}

function placesOf(word: string, text: string): Place[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    from: index,
    to: index + word.length
  }))
}

/** Whether some choice of one place for each word stands together, by trying them all. */
function standTogether(list: readonly string[], text: string, distance: number, ordered: boolean): boolean {
  let choices: readonly (readonly Place[])[] = [[]]
  for (const word of list)
    choices = choices.flatMap(chosen => placesOf(word, text).map(place => [...chosen, place]))
  return choices.some(chosen => {
    const inOrder = ordered ? chosen : chosen.toSorted((a, b) => a.from - b.from)
    return inOrder.every((place, i) => {
      const gap = i === 0 ? 0 : place.from - inOrder[i - 1]!.to
      return gap >= 0 && gap <= distance
    })
  })
}

describe('near', () => {
  it('is found where some choice of the parts stands together', () => {
    fc.assert(
      fc.property(parts, line, apart, fc.boolean(), (near, text, distance, ordered) => {
        const { matched } = find({ near, apart: distance, ordered }, text)
        expect(matched).toBe(standTogether(near, fold(text), distance, ordered))
      }),
      { numRuns: 1000 }
    )
  })

  it('quotes from the first to the last part, and its hits do not overlap', () => {
    fc.assert(
      fc.property(parts, line, apart, (near, text, distance) => {
        const { quotes } = find({ near, apart: distance }, text)
        for (const quote of quotes) {
          for (const part of near) expect(fold(quote)).toContain(part)
        }
        expect(quotes.join('').length).toBeLessThanOrEqual(text.length)
      })
    )
  })

  it('stays quick where everything stands near everything', () => {
    const started = performance.now()
    const near = ['您', '您', '您', '您', '您', '您', '您', '好']
    expect(find({ near, apart: 50 }, '您'.repeat(2000)).matched).toBe(false)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('far_from', () => {
  const pattern: fc.Arbitrary<PatternSource> = fc.constantFrom<PatternSource>('您好', ['请', '谢谢'], {
    words: '好'
  })

  it('leaves what has the other near it, and only that', () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom(...words), line, apart, (any, other, text, distance) => {
        const all = find({ any }, text).quotes.length
        const far = find({ any, far_from: other, apart: distance }, text).quotes.length
        const beside = find({ any, far_from: other, apart: 1000 }, text).quotes.length
        expect(far).toBeLessThanOrEqual(all)
        expect(beside).toBe(find(other, text).matched ? 0 : all)
        expect(beside).toBeLessThanOrEqual(far)
      })
    )
  })

  it('looks on both sides, and counts neither blanks nor marks', () => {
    const pattern = { any: '退款', far_from: '不', apart: 2 }
    expect(find(pattern, '不 能 ， 给 退款').matched).toBe(false)
    expect(find(pattern, '退款？也，不行').matched).toBe(false)
    expect(find(pattern, '不会再给您退款').matched).toBe(true)
    expect(find(pattern, ['不', '退款']).matched).toBe(true)
  })
})
