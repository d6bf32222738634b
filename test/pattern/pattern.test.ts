import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PatternSource } from '../../src/pattern/source.ts'
import { find } from './find.ts'

describe('a phrase', () => {
  it.each([
    ['您好', '您好，欢迎致电', '您好'],
    ['欢迎致电', '您好，歡迎 致電！', '歡迎 致電'],
    ['投诉', '我要投*诉你', '投*诉'],
    ['加v信', '请加 Ｖ 信', '加 Ｖ 信'],
    ['how can I help', 'Hi!How  can i help?', 'How  can i help'],
    ["don't know", 'I dont know', 'dont know'],
    ['follow up', 'We will follow-up soon', 'follow-up']
  ])('%j is found in %j and quotes the original', (phrase, text, quote) => {
    expect(find(phrase, text)).toMatchObject({ matched: true, quotes: [quote] })
  })

  it.each([
    ['ok', 'the book is here'],
    ['hi', 'this thing'],
    ['12306', '4008123068'],
    ['您好', '你好']
  ])('%j is not found in %j', (phrase, text) => {
    expect(find(phrase, text).matched).toBe(false)
  })

  it('may have gaps', () => {
    expect(find('有什么…帮您', '请问有什么我可以帮到您的').matched).toBe(false)
    expect(find('有什么…您', '请问有什么我可以帮到您的').quotes).toEqual(['有什么我可以帮到您'])
    expect(find('how … help', 'how on earth can I help').matched).toBe(true)
    expect(find('how … help', 'how a b c d e f g h i j help').matched).toBe(false)
  })

  it('may be spread over two messages of one speaker, and quotes both', () => {
    const spread = find('请问有什么可以帮您', ['您好，请问有什', '么可以帮您？'], { want: 'first' })
    expect(spread).toMatchObject({ matched: true, quotes: ['请问有什', '么可以帮您'], turns: [1, 2] })
    expect(find('请问有什么可以帮您', ['请问有什', 'C: 嗯', '么可以帮您'], { want: 'first' }).matched).toBe(
      false
    )
  })
})

describe('a regular expression', () => {
  it('sees folded text and is folded itself', () => {
    expect(find('/工號\\s*\\d{4}/', '我的工号是，工号 １００１').quotes).toEqual(['工号 １００１'])
    expect(find('/[A-Z]{2}\\d/', 'order AB7').matched).toBe(true)
  })

  it('sees the text as written with the flag o', () => {
    expect(find('/吗[?？]/o', '是吗？').quotes).toEqual(['吗？'])
    expect(find('/HELLO/o', 'hello').matched).toBe(false)
    expect(find('/HELLO/oi', 'hello').matched).toBe(true)
  })
})

describe('combinations', () => {
  it('any: the fullest phrase at a place is quoted', () => {
    expect(find(['您好', '您好吗'], '您好吗').quotes).toEqual(['您好吗'])
    expect(find({ any: ['早上好', '/晚.好/'] }, '晚上好').matched).toBe(true)
  })

  it('all: each part anywhere in the window, else the missing ones are named', () => {
    expect(find({ all: ['您好', '请问'] }, ['您好', '请问']).matched).toBe(true)
    expect(find({ all: ['您好', '请问', '再见'] }, ['您好']).missing).toEqual(['请问', '再见'])
  })

  it('at_least: so many parts', () => {
    const pattern = { at_least: 2, of: ['您好', '请', '谢谢'] }
    expect(find(pattern, '您好，谢谢').matched).toBe(true)
    expect(find(pattern, '您好').matched).toBe(false)
  })

  it('not: none of them', () => {
    expect(find({ all: ['您好'], not: ['喂'] }, '您好').matched).toBe(true)
    expect(find({ all: ['您好'], not: ['喂'] }, '喂，您好').matched).toBe(false)
  })

  it('except: what lies inside a safe context does not count', () => {
    const pattern = { any: ['天啊', '不知道'], except: ['今天啊', '/不知道您/'] }
    expect(find(pattern, '今天啊，不知道您方便吗').matched).toBe(false)
    expect(find(pattern, '今天啊！天啊！').quotes).toEqual(['天啊'])
    expect(find(pattern, '这个不知道').quotes).toEqual(['不知道'])
  })

  it('lexicons stand for their phrases, also inside each other', () => {
    const lexicons = { greeting: ['您好', '$morning'], morning: ['早上好', '早安'] }
    expect(find('$greeting', '早安', { lexicons }).matched).toBe(true)
  })
})

describe('a name in a phrase', () => {
  const phrase = '欢迎致电{hotline}'
  it('takes the value of the contact, whatever its width', () => {
    expect(find(phrase, '欢迎致电 星河热线', { values: { hotline: ['星河热线'] } }).matched).toBe(true)
    expect(find(phrase, '欢迎致电银河热线', { values: { hotline: ['星河热线'] } }).matched).toBe(false)
  })

  it('takes any of several values', () => {
    expect(find('{name}', '我是小周', { values: { name: ['周敏', '小周'] } }).matched).toBe(true)
  })

  it('is missing without a value, unless it is optional', () => {
    expect(find('{hotline}', '您好').missing).toEqual(['{hotline}'])
    expect(find({ all: ['您好', '{hotline?}'] }, '您好').matched).toBe(true)
    expect(find('{hotline?}', '您好', { values: { hotline: ['星河'] } }).matched).toBe(false)
  })
})

describe('logic', () => {
  const words = ['您好', '请', '谢谢', '再见', 'ok']
  const leaf: fc.Arbitrary<PatternSource> = fc.constantFrom(...words)
  const { pattern } = fc.letrec<{ pattern: PatternSource }>(tie => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }),
      fc.record({ all: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('pattern') })
    )
  }))
  const lines = fc.array(
    fc.array(fc.constantFrom(...words, '，'), { maxLength: 4 }).map(w => w.join(' ')),
    {
      minLength: 1,
      maxLength: 4
    }
  )
  const holds = (source: PatternSource, text: readonly string[]): boolean => find(source, text).matched

  const other: fc.Arbitrary<PatternSource> = fc.constantFrom<PatternSource>(
    { words: '请' },
    { sounds: '在见' },
    { like: '您好请' },
    { forms: 'ok' },
    { near: ['您好', '请'] },
    { any: '谢谢', far_from: '再见' },
    { entity: 'cn-mobile' }
  )

  it('obeys the Boolean laws, whatever the parts are', () => {
    fc.assert(
      fc.property(fc.oneof(pattern, other), fc.oneof(pattern, other), lines, (a, b, text) => {
        expect(holds({ not: { not: a } }, text)).toBe(holds(a, text))
        expect(holds({ any: [a, b] }, text)).toBe(holds(a, text) || holds(b, text))
        expect(holds({ all: [a, b] }, text)).toBe(holds(a, text) && holds(b, text))
        expect(holds({ not: { any: [a, b] } }, text)).toBe(holds({ all: [{ not: a }, { not: b }] }, text))
      })
    )
  })

  it('comes out the same whether one hit is wanted or all', () => {
    fc.assert(
      fc.property(pattern, lines, (source, text) => {
        // Phrases of this alphabet cannot be spread over two messages.
        expect(find(source, text, { want: 'first' }).matched).toBe(
          find(source, text, { want: 'every' }).matched
        )
      })
    )
  })
})
