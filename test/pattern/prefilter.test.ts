import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkPattern } from '../../src/pattern/link.ts'
import { createPassage } from '../../src/pattern/passage.ts'
import { createPrefilter } from '../../src/pattern/prefilter.ts'
import { requiredTexts } from '../../src/pattern/required.ts'
import { resolvePattern } from '../../src/pattern/resolve.ts'
import type { PatternSource } from '../../src/pattern/source.ts'
import { fold } from '../../src/text/fold.ts'

describe('what an expression requires', () => {
  it.each([
    ['您好', ['您好']],
    ['(您|你)好', ['您好', '你好']],
    ['工号\\s*\\d{4}', ['工号']],
    ['请问(还)?有什么', ['请问有什么', '请问还有什么']],
    ['\\bhow[^a-z0-9]can[^a-z0-9]help\\b', ['help']],
    ['不.{0,3}知道', ['知道']],
    ['(谢谢|多谢).{0,3}(来电|致电)', ['谢谢', '多谢']],
    ['.{2,4}', undefined],
    ['\\d+', undefined],
    ['您好|.', undefined],
    ['(?:您好)?', undefined]
  ])('%s: %j', (source, texts) => {
    expect(requiredTexts(source, '')?.toSorted()).toEqual(texts?.toSorted())
  })

  const piece = fc.constantFrom(
    '您',
    '好',
    '工号',
    'ok',
    'help',
    '[您你]',
    '.',
    '\\d',
    '(?:好|号码)',
    '(?:有)?',
    '谢*',
    '\\b',
    '[^好]'
  )
  const source = fc.array(piece, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
  const text = fc
    .array(fc.constantFrom(...'您你好工号码有谢okhelp 12'.split('')), { maxLength: 14 })
    .map(c => c.join(''))

  it('is there wherever the expression matches', () => {
    fc.assert(
      fc.property(source, source, text, (a, b, subject) => {
        const whole = `${a}|${b}`
        const required = requiredTexts(whole, '')
        const match = new RegExp(whole).exec(subject)
        if (required && match) expect(required.some(part => match[0].includes(part))).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('a prefilter', () => {
  const env = { lexicon: () => null, knowsName: () => true, report: () => {} }
  const patterns: readonly PatternSource[] = [
    '您好',
    ['谢谢', '/工号\\d+/', 'how … help'],
    { all: ['请', '再见'] },
    { any: ['不知道', '/不.{0,2}行/'], except: ['/不知道您/'] },
    '/./',
    'help'
  ]
  const words = [
    '您好',
    '谢谢',
    '工号1',
    'how can i help',
    '请',
    '再见',
    '不知道您',
    '不太行',
    'helped',
    '，',
    ' '
  ]
  const talk = fc.array(
    fc.array(fc.constantFrom(...words), { maxLength: 5 }).map(w => w.join('')),
    { minLength: 1, maxLength: 4 }
  )

  it('changes no finding', () => {
    const prefilter = createPrefilter()
    const subject = { values: () => [] }
    const pairs = patterns.map(pattern => {
      const node = resolvePattern(pattern, env, [])
      return [linkPattern(node), linkPattern(node, prefilter)] as const
    })
    fc.assert(
      fc.property(talk, fc.constantFrom('first' as const, 'every' as const), (lines, want) => {
        const turns = lines.map(line => ({ by: 'agent' as const, text: line }))
        const plain = turns.map((turn, i) => createPassage(turn, i))
        const seen = turns.map((turn, i) => createPassage(turn, i, prefilter))
        for (const [without, through] of pairs) {
          const a = without.find(plain, subject, want)
          const b = through.find(seen, subject, want)
          expect(b.matched).toBe(a.matched)
          expect(b.hits.map(hit => [hit.passage.index, hit.from, hit.to])).toEqual(
            a.hits.map(hit => [hit.passage.index, hit.from, hit.to])
          )
        }
      })
    )
  })

  it('marks what can be there and spares the rest', () => {
    const prefilter = createPrefilter()
    const [thanks, help] = [prefilter.register(['谢谢', '感谢'])!, prefilter.register(['help'])!]
    const has = (text: string, ticket: number): boolean =>
      (prefilter.scan(fold(text))[ticket >> 5]! & (1 << (ticket & 31))) !== 0
    expect([has('非常感謝', thanks), has('非常感謝', help)]).toEqual([true, false])
    expect([has('How can I HELP', thanks), has('How can I HELP', help)]).toEqual([false, true])
    expect([has('', thanks), has('谢', thanks)]).toEqual([false, false])
    expect(prefilter.register([])).toBeUndefined()
    expect(prefilter.register(['ok'])).toBeUndefined()
  })
})
