import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, createSentence, pickBest } from '../../src/pattern/align.ts'
import { describeMissing } from '../../src/pattern/nearest.ts'
import { createPassage } from '../../src/pattern/passage.ts'
import { find } from './find.ts'

/** The edits between two texts, by the book. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** The similarity of the best stretch, by trying them all. */
function trySimilarity(sentence: string, text: string): number {
  let best = 0
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 1; to <= text.length; to++) {
      best = Math.max(best, 1 - countEdits(sentence, text.slice(from, to)) / sentence.length)
    }
  }
  return best
}

const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...'请问有什么可以帮您好'), { minLength, maxLength }).map(list => list.join(''))

describe('similarity', () => {
  it('is that of the best stretch', () => {
    fc.assert(
      fc.property(letters(1, 8), letters(0, 14), (sentence, text) => {
        const best = pickBest(align(createSentence(sentence, false), text, 0))
        expect(best?.similarity ?? 0).toBeCloseTo(trySimilarity(sentence, text), 9)
        if (best) {
          const edits = countEdits(sentence, text.slice(best.from, best.to))
          expect(best.similarity).toBeCloseTo(1 - edits / sentence.length, 9)
        }
      })
    )
  })

  it('loses nothing by looking at pairs of characters first', () => {
    const percent = fc.constantFrom(30, 50, 60, 75, 80, 90, 100)
    fc.assert(
      fc.property(letters(1, 10), letters(0, 14), percent, (sentence, text, least) => {
        const pattern = { like: sentence, similarity: `${least}%` }
        const wanted = trySimilarity(sentence, text) >= least / 100 - 1e-9
        expect(find(pattern, text).matched).toBe(wanted)
        // Equal characters sound the same.
        if (wanted) expect(find({ ...pattern, sound: true }, text).matched).toBe(true)
      })
    )
  })

  it('falls by one character’s share for each that is dropped or wrong', () => {
    const sentence = '感谢您的耐心等待'
    const at = (similarity: string, text: string): boolean =>
      find({ like: sentence, similarity }, text).matched
    expect([at('100%', sentence), at('88%', '感谢您耐心等待'), at('87%', '感谢您耐心等待')]).toEqual([
      true,
      false,
      true
    ])
    expect([at('76%', '感谢您耐烦等待'), at('75%', '感谢您耐烦等待')]).toEqual([false, true])
  })

  it('takes sounds that recognisers confuse for half an edit', () => {
    const at = (similarity: string): boolean =>
      find({ like: '是的', sound: true, similarity }, '四的').matched
    expect([at('75%'), at('76%')]).toEqual([true, false])
    expect(find({ like: '能不能', sound: true, similarity: '100%' }, '嫩不嫩').matched).toBe(false)
  })
})

describe('a sentence said nearly so', () => {
  it('gives the best stretch when one is enough, and all when they count', () => {
    const line = '请问有什么可帮您，我是说，请问有什么可以帮您，对，问有什么可以帮您'
    const pattern = { like: '请问有什么可以帮您' }
    expect(find(pattern, line, { want: 'first' }).quotes).toEqual(['请问有什么可以帮您'])
    expect(find(pattern, line).quotes).toHaveLength(3)
  })

  it('may be spread over two messages of one speaker', () => {
    const lines = ['您好，请问有什', '么可以帮到您？']
    expect(find({ like: '请问有什么可以帮您' }, lines, { want: 'first' })).toMatchObject({
      quotes: ['请问有什', '么可以帮到您'],
      turns: [1, 2]
    })
  })

  it('stays quick in a long turn that says it again and again', () => {
    const line = '请问有什么可以帮您'.repeat(5000)
    const started = performance.now()
    expect(find({ like: '请问有什么可以帮您' }, line).quotes).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('the nearest miss', () => {
  const nearest = (pattern: Parameters<typeof find>[0], lines: readonly string[]) => {
    const window = lines.map((text, i) => createPassage({ by: 'agent', text }, i))
    const missing = find(pattern, lines, { want: 'first' }).missed[0]!
    return describeMissing(missing, window).nearest
  }

  it('has the similarity that like has', () => {
    expect(
      nearest({ like: '请问有什么可以帮您', similarity: '95%' }, ['嗯', '请问嗯有什么可帮您'])
    ).toMatchObject({
      turn: 2,
      quote: '请问嗯有什么可帮您',
      similarity: 0.89
    })
    expect(nearest('请问有什么可以帮您', ['有什么可以帮你'])).toMatchObject({ similarity: 0.67 })
  })

  it('is found by sound where sounds are compared', () => {
    expect(nearest({ sounds: '星河客服热线' }, ['星合客户惹线'])).toMatchObject({ similarity: 0.92 })
    expect(nearest('星河客服热线', ['兴合客户惹现'])).toBeUndefined()
  })
})
