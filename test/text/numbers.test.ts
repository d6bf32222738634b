import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { writeNumbers } from '../../src/text/numbers.ts'

describe('numbers in figures', () => {
  it.each([
    // Figures stay, but for commas and zeros behind a point.
    ['1,001', '1001'],
    ['1,234,567.80', '1234567.8'],
    ['0012', '0012'],
    ['100', '100'],
    ['3.50', '3.5'],
    // Digits read out, and numerals.
    ['工号幺零零幺', '工号1001'],
    ['零零一二', '0012'],
    ['一千零一', '1001'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['一百二', '120'],
    ['一百零二', '102'],
    ['一万二', '12000'],
    ['两万五千三百', '25300'],
    ['一亿二千万', '120000000'],
    ['3万5千', '35000'],
    ['1.1万', '11000'],
    ['九点五', '9.5'],
    ['one zero oh one', '1001'],
    // Sums, shares and days.
    ['一百二十八块五', '128.5元'],
    ['128元5角', '128.5元'],
    ['三百二十块钱', '320元'],
    ['¥128.50', '128.5元'],
    ['三毛五', '0.35元'],
    ['百分之三点五', '3.5%'],
    ['二零二六年三月五号', '2026年3月5日'],
    // Not a point, not tenths, no number.
    ['九点三十分', '9点30分'],
    ['五十块三个月', '50元3个月'],
    ['万一', '万1'],
    ['two thousand', 'two thousand']
  ])('%s is %s', (text, expected) => {
    expect(writeNumbers(fold(text))).toBe(expected)
  })

  it('are the same whether said in words or in figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), number => {
        expect(writeNumbers(spell(number))).toBe(String(number))
      })
    )
  })
})

/** A number in Chinese words, by the book. */
function spell(number: number): string {
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千', '万', '十', '百', '千']
  const text = String(number)
  let words = ''
  for (const [i, digit] of [...text].entries()) {
    const power = text.length - 1 - i
    if (digit !== '0') words += digits[Number(digit)]! + (power === 4 ? '' : units[power]!)
    else if (!words.endsWith('零')) words += '零'
    if (power === 4) words = `${words.replace(/零$/, '')}万${''}`
  }
  return words.replace(/零+$/, '').replace(/零万/, '万')
}
