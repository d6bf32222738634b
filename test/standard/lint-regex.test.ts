import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRegex } from '../../src/pattern/regex.ts'
import { findAmbiguity } from '../../src/standard/lint/regex/ambiguity.ts'
import { expandRegex } from '../../src/standard/lint/regex/expand.ts'
import { findReach } from '../../src/standard/lint/regex/reach.ts'
import { parseRegexTree } from '../../src/standard/lint/regex/tree.ts'
import { fold } from '../../src/text/fold.ts'

function analyse(text: string) {
  const parsed = parseRegex(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.detail}`)
  const tree = parseRegexTree(parsed.source)
  const slow = findAmbiguity(tree, parsed.flags)
  const reach = findReach(tree, parsed.flags)
  const cut = ({ from, to }: { from: number; to: number }): string => parsed.source.slice(from, to)
  return {
    slow: slow && cut(slow),
    reach: reach.kind === 'parts' ? reach.dead.map(cut) : reach.kind,
    texts: expandRegex(tree, 20)
  }
}

describe('slow expressions', () => {
  it.each([
    ['/(a+)+b/', '(a+)+'],
    ['/(a*)*b/', '(a*)*'],
    ['/x(?:a|a)*b/', '(?:a|a)*'],
    ['/(a|ab|b)*c/', '(a|ab|b)*'],
    ['/(a?b?)*c/', '(a?b?)*'],
    ['/(x+x+)+y/', '(x+x+)+'],
    ['/(\\d+|\\w+)*x/', '(\\d+|\\w+)*'],
    ['/(?:\\w+\\W?)+x/', '(?:\\w+\\W?)+'],
    ['/(.*)*x/', '(.*)*'],
    ['/(?:好|的|好的)+吗/', '(?:好|的|好的)+'],
    // As slow as without a limit, long before it is reached.
    ['/(?:a+){1,50}b/', '(?:a+){1,50}'],
    // 见 is no 再: it may end a round or go on with it.
    ['/您(?:[^再]+见)*吗/o', '(?:[^再]+见)*']
  ])('%s: %s', (text, slow) => expect(analyse(text).slow).toBe(slow))

  it.each([
    '/(a+b)+/',
    '/(?:\\w+\\W)+x/',
    '/(a|b)+c/',
    '/(?:好|好的)*吗/',
    '/(?:a+){1,3}b/',
    '/a{2,}b*/',
    '/(?:\\d{1,3},)*\\d+/',
    '/客服\\S{1,6}工号\\d+/'
  ])('not %s', text => expect(analyse(text).slow).toBeUndefined())
})

describe('expressions and folded text', () => {
  it.each([
    ['/吗[?？]/', 'none'],
    ['/您好，请问/', 'none'],
    ['/您\\s+好/', 'none'],
    ['/\\x41b/', 'none'],
    ['/\\p{Lu}/', 'none'],
    ["/don't/", 'none'],
    ['/😊/', 'none'],
    ['/a\\s\\sb/', 'none'],
    ['/好的|好的。/', ['好的。']],
    ['/吗[?？]?/', ['[?？]?']],
    ['/您好！*/', ['！*']],
    ['/您\\s*好/', 'all'],
    ['/(客服|工号)\\s*\\S{1,6}/', 'all'],
    ['/DON.T/', 'all'],
    ['/a\\Wb/', 'all'],
    ['/3\\.5元/', 'all'],
    ['/a[，,]b/', 'all'],
    ['/[Ａ-Ｚ]您/', 'all']
  ])('%s: %s', (text, reach) => expect(analyse(text).reach).toEqual(reach))

  it('are never told as idle when some folded text matches', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '1',
      '您',
      '好',
      ' ',
      '，',
      ',',
      '。',
      '\\s',
      '\\W',
      '\\w',
      '.',
      '[a-z]',
      '[，?]'
    )
    const part = fc
      .tuple(piece, fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}'))
      .map(([set, often]) => set + often)
    const sequence = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join(''))
    const expression = fc
      .array(sequence, { minLength: 1, maxLength: 3 })
      .map(branches => (branches.length > 1 ? `(?:${branches.join('|')})` : branches[0]!))
    const text = fc.array(fc.constantFrom('a', 'B', '1', '您', '好', ' ', '，', ',', '。'), { maxLength: 8 })
    fc.assert(
      fc.property(expression, fc.array(text, { minLength: 30, maxLength: 30 }), (written, texts) => {
        const parsed = parseRegex(`/${written}/`)
        fc.pre(parsed.ok)
        if (!parsed.ok || analyse(`/${written}/`).reach !== 'none') return
        const regex = new RegExp(parsed.source, parsed.flags)
        for (const letters of texts) expect(regex.test(fold(letters.join('')))).toBe(false)
      })
    )
  })
})

describe('the texts of an expression', () => {
  it.each([
    ['/(可以|能)开/', ['可以开', '能开']],
    ['/您好吗?/', ['您好', '您好吗']],
    ['/[您你]好/', ['您好', '你好']],
    ['/a{2}/', ['aa']],
    ['/a+/', undefined],
    ['/\\d/', undefined],
    ['/3\\.5/', ['3.5']]
  ])('%s: %s', (text, texts) => {
    expect(analyse(text).texts?.toSorted()).toEqual(texts?.toSorted())
  })
})
