import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets } from '../../src/text/fold.ts'

/** Text as people send it: Chinese, Latin, digits, marks, emoji, zero-width characters, lone surrogates. */
const messy = fc
  .array(
    fc.constantFrom(
      ..."您好妳好歡迎热线，。！？、；：“”（） \t\u3000ABcdé１２3４.%％¥-_*@#'’".split(''),
      '😊',
      '\u200b',
      '\ufe0f',
      '㎏',
      '①',
      '𠮷',
      '\ud83d',
      '\ude0a',
      'e\u0301',
      'ﷺ'
    ),
    { maxLength: 30 }
  )
  .map(parts => parts.join(''))

describe('folding', () => {
  it.each([
    ['您好，歡迎 致電！', '您好欢迎致电'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Hello, how  can I help?', 'hello how can i help'],
    ["don't / don’t / dont", 'dont dont dont'],
    ['加 V 信', '加v信'],
    ['投*诉、投-诉、投\u200b诉、投 诉', '投诉投诉投诉投诉'],
    ['3.5元 ５０％', '3.5元50%'],
    ['138 0013-8000', '138 0013-8000'],
    ['您😊好 hi😊there', '您好hi there'],
    ['Café', 'cafe'],
    ['妳等著，甚麼時候答覆', '你等着什么时候答复'],
    ['著名', '着名'],
    ['①㎏', '1kg'],
    ['  …… ', '']
  ])('makes %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(messy, text => fold(fold(text)) === fold(text)))
  })

  it('gives the same text with offsets and without', () => {
    fc.assert(fc.property(messy, text => foldWithOffsets(text).text === fold(text)))
  })

  it('keeps the way back: any folded range comes from an original range that folds to it', () => {
    fc.assert(
      fc.property(messy, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithOffsets(text)
        if (folded.text.length === 0) return
        const from = a % folded.text.length
        const to = from + 1 + (b % (folded.text.length - from))
        const [start, end] = folded.original(from, to)
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        // A character that folds to several units comes back whole; a mark at an end is kept only between words.
        const core = folded.text.slice(from, to).replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
        expect(fold(text.slice(start, end))).toContain(core)
      })
    )
  })

  it('is blind to width, case, script and marks inside Chinese', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'您好请问有什么可以帮您'.split('')), { minLength: 1 }),
        fc.array(fc.constantFrom('，', ' ', '*', '\u200b', '😊', ''), { minLength: 1 }),
        (characters, noise) => {
          const noisy = characters.map((character, i) => character + noise[i % noise.length]).join('')
          expect(fold(noisy)).toBe(characters.join(''))
        }
      )
    )
  })
})
