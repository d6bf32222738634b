import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phraseToRegex } from '../../src/pattern/phrase.ts'
import { createAlternation } from '../../src/pattern/regex-scanner.ts'
import { scanAll } from '../../src/pattern/scanner.ts'
import { createTrie } from '../../src/pattern/trie.ts'
import { fold } from '../../src/text/fold.ts'
import { find } from './find.ts'

const piece = fc.constantFrom(...'您 好 请 问 a b ab ok 3 5% 50 - , _ . $ é Ω 。 😀 𠀀'.split(' '), ' ', ' ')
const text = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''))
const phrase = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map(parts => parts.join(''))
  .filter(written => fold(written) !== '')
const phrases = fc.array(phrase, { minLength: 1, maxLength: 12 })

describe('a trie of phrases', () => {
  it('finds what one regular expression of them finds', () => {
    fc.assert(
      fc.property(phrases, text, (list, subject) => {
        const folded = list.map(fold)
        const longestFirst = folded.toSorted((a, b) => b.length - a.length)
        const sources = longestFirst.map(one => ({ source: phraseToRegex([one]) }))
        const spans = scanAll(createTrie(folded), fold(subject), false)
        expect(spans).toEqual(scanAll(createAlternation(sources, ''), fold(subject), false))
      }),
      { numRuns: 3000 }
    )
  })

  it('can be asked to go on to a shorter phrase', () => {
    const trie = createTrie(['烦死了', '烦死', '烦'])
    const ends: number[] = []
    const span = trie.next('真烦死了', 0, (_from, to) => {
      ends.push(to)
      return to === 3
    })
    expect([span, ends.toSorted()]).toEqual([{ from: 1, to: 3 }, [2, 3, 4]])
  })
})

describe('a list of thousands of phrases', () => {
  const thousands = Array.from({ length: 10_000 }, (_, i) => `第${i}号禁用语`)
  const list = [...thousands, '不归我管', 'calm down', '有什么…帮您', '有什么可以帮您的吗']

  it('is searched like a short one', () => {
    expect(find(list, '您说的第 777 号禁用语，不归我管。Calm-down!').quotes).toEqual([
      '第 777 号禁用语',
      '不归我管',
      'Calm-down'
    ])
    expect(find(list, '请问有什么可以帮您的吗').quotes).toEqual(['有什么可以帮您的吗'])
    expect(find(list, '第10000号禁用语').matched).toBe(false)
    expect(find(list, ['不归', '我管'], { want: 'first' }).turns).toEqual([1, 2])
  })

  it('is ready in less than a second', () => {
    const started = performance.now()
    find(list, '您好')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
