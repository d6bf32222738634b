import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/text/plain.ts'

describe('plain text', () => {
  it.each([
    ['工號１００１', '工号1001'],
    ['Ａ＠Ｂ．com', 'a@b.com'],
    ['０１０—１２３', '010-123'],
    ['a\u3000b\tc', 'a b c'],
    ['don’t', "don't"],
    ['1\u200b2', '1\u200b2'],
    ['1\u200d2', '1\u200b2'],
    ['￥5，谢謝。', '¥5,谢谢。'],
    ['😀ok', '😀ok']
  ])('of %j is %j', (text, plain) => expect(plainText(text)).toBe(plain))

  it('has every character where it was, and is its own plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const plain = plainText(text)
        expect(plain).toHaveLength(text.length)
        expect(plainText(plain)).toBe(plain)
      })
    )
  })
})
