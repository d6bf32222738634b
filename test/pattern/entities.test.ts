import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entities } from '../../src/pattern/entities/index.ts'
import { find } from './find.ts'

const quotes = (entity: string, text: string): readonly string[] => find({ entity }, text).quotes
const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map(list => list.join(''))
const readOut = (number: string): string =>
  number.replace(/\d/g, digit => '零幺二三四五六七八九'[Number(digit)]!)
const widen = (number: string): string =>
  number.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The check digit of an identity number, by the table of GB 11643. */
function checkDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11]!
}

const mobile = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
const idCard = fc
  .tuple(fc.constantFrom('110105', '440524', '650102'), day, digits(3))
  .map(([region, born, order]) => `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`)
  .map(first17 => first17 + checkDigit(first17))
const around = fc.constantFrom(['', ''], ['我的是', '谢谢'], ['号码:', '。'], ['a', ' b'], ['１、', ''])

describe('a mobile number', () => {
  it('is found however it is written, and quoted as it was', () => {
    const grouped = (number: string): string =>
      `${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)}`
    const write = fc.constantFrom(readOut, widen, grouped, (number: string) => `+86 ${number}`)
    fc.assert(
      fc.property(mobile, write, around, (number, written, [before, after]) => {
        const text = written(number)
        expect(quotes('cn-mobile', before + text + after)).toEqual([text])
      })
    )
  })

  it('is no part of a longer number', () => {
    fc.assert(
      fc.property(mobile, fc.integer({ min: 0, max: 9 }), (number, digit) => {
        expect(quotes('cn-mobile', `${number}${digit}`)).toEqual([])
        expect(quotes('cn-mobile', readOut(`${number}${digit}`))).toEqual([])
      })
    )
  })
})

describe('an identity number', () => {
  it('is found when its check digit is right, and with no other digit in any place', () => {
    fc.assert(
      fc.property(idCard, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, change) => {
        expect(quotes('cn-id-card', `身份证${number.toLowerCase()}。`)).toEqual([number.toLowerCase()])
        const wrong = String((Number(number[place]) + change) % 10)
        expect(quotes('cn-id-card', number.slice(0, place) + wrong + number.slice(place + 1))).toEqual([])
      })
    )
  })
})

describe('a bank card', () => {
  /** Luhn's digit from the left, the other way round than the tool does it. */
  const luhn = (first: string): string => {
    const sum = [...first].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
      return total + Math.floor(value / 10) + (value % 10)
    }, 0)
    return String((10 - (sum % 10)) % 10)
  }
  const card = fc
    .tuple(fc.constantFrom('62', '4', '51', '37'), fc.integer({ min: 10, max: 16 }).chain(digits))
    .map(([prefix, rest]) => prefix + rest + luhn(prefix + rest))

  it('is found when its check digit is right, and with no other', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 1, max: 9 }), (number, change) => {
        // A number that is right as both counts as an identity number.
        fc.pre(quotes('cn-id-card', number).length === 0 || number.length !== 18)
        expect(quotes('bank-card', `卡号${number}`)).toEqual([number])
        const wrong = (Number(number.at(-1)) + change) % 10
        expect(quotes('bank-card', `卡号${number.slice(0, -1)}${wrong}`)).toEqual([])
      })
    )
  })
})

describe('every entity', () => {
  it('says what it finds and what it cannot tell', () => {
    for (const { name, help } of entities) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(help).toMatch(/^[A-Z].{40,}\.$/)
    }
    expect(new Set(entities.map(entity => entity.name)).size).toBe(entities.length)
  })

  const bits =
    '1 13 800 - , 。 年 月 3 日 号 点 半 周 三 块 元 $ 王 先生 我叫 工号 订单号 @ a .com 路 区 市 幺 零 天 内 within days May'
  const talk = fc
    .array(fc.constantFrom(...bits.split(' '), ' '), { maxLength: 30 })
    .map(parts => parts.join(''))

  it('finds stretches in order that do not overlap', () => {
    fc.assert(
      fc.property(talk, fc.constantFrom(...entities), (text, { name, hint, find: findIn }) => {
        const spans = findIn(text.toLowerCase(), text)
        let end = 0
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
        // The hint spares turns, and must spare none that has something.
        if (spans.length > 0) expect(hint.test(text.toLowerCase()), name).toBe(true)
      }),
      { numRuns: 3000 }
    )
  })

  it('stays quick in long turns', () => {
    const started = performance.now()
    for (const bit of bits.split(' ')) {
      const text = bit.repeat(20_000)
      for (const entity of entities) entity.find(text, text)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
