import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, createSentence, OPEN } from '../../src/pattern/align.ts'
import { joinTurns, locateJoined } from '../../src/pattern/joined.ts'
import { createPassage } from '../../src/pattern/passage.ts'
import { createSieve } from '../../src/pattern/sieve.ts'
import { createTemplate, traceOpen, type FilledPiece } from '../../src/pattern/template.ts'
import { splitSentences, splitWording } from '../../src/pattern/wording.ts'

describe('the sentences of a text', () => {
  it.each<readonly [string, readonly string[]]>([
    ['您好。请讲！好吗？好的', ['您好。', '请讲！', '好吗？', '好的']],
    ['欢迎致电{hotline?},请讲', ['欢迎致电{hotline?},请讲']],
    ['他说：“好。”再见。', ['他说：“好。”', '再见。']],
    [
      'Hello, Mr. Smith. How are you? "Fine!" It is 3.50 today.',
      ['Hello, Mr. Smith.', 'How are you?', '"Fine!"', 'It is 3.50 today.']
    ],
    ['wait ... please', ['wait ... please']],
    ['一行\n另一行\n\n。', ['一行', '另一行']]
  ])('%s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences)
  })
})

describe('a template', () => {
  const wording = '我是{name},工号{number}为您…服务{end}'
  const template = createTemplate(
    splitWording(wording, new Set(['name', 'number', 'end'])) as readonly FilledPiece[],
    false
  )!

  it('knows its slots by where they stand', () => {
    expect(template.slots).toEqual([
      { name: 'name', place: 'within', stretch: 0 },
      { name: 'number', place: 'within', stretch: 1 },
      { name: 'end', place: 'after', stretch: 3 }
    ])
    expect(template.words).toEqual(['我是', '工号', '为您', '服务'])
  })

  it('takes anything in its slots for free, and only there', () => {
    const similarityOf = (text: string): number =>
      Math.max(0, ...align(template.sentence, text, 0).map(({ similarity }) => similarity))
    expect(similarityOf('我是周敏工号1001为您热情服务')).toBe(1)
    expect(similarityOf('我是工号为您服务')).toBe(1)
    expect(similarityOf('我是周敏号1001为您服务')).toBe(7 / 8)
    expect(similarityOf('我就是周敏工号1001为您服务')).toBe(7 / 8)
  })

  it('tells what its slots took', () => {
    const said = '我是周敏工号1001为您热情服务'
    expect(traceOpen(template.sentence, said).map(([from, to]) => said.slice(from, to))).toEqual([
      '周敏',
      '1001',
      '热情'
    ])
  })
})

describe('a sieve', () => {
  const letters = (minLength: number, maxLength: number, more = ''): fc.Arbitrary<string> =>
    fc
      .array(fc.constantFrom(...'请问有什么可以帮您好', ...more), { minLength, maxLength })
      .map(list => list.join(''))

  it('finds what aligning with the whole text finds', () => {
    const sentence = fc
      .tuple(letters(1, 5), letters(0, 5))
      .map(([a, b]) => (b === '' ? a : a + OPEN.repeat(3) + b))
    fc.assert(
      fc.property(sentence, letters(0, 40), fc.constantFrom(30, 60, 75, 90, 100), (text, said, percent) => {
        const own = createSentence(text, false)
        const [found = []] = createSieve([own], percent / 100, false)(said)
        const ends = (list: typeof found): readonly string[] =>
          list.map(({ to, similarity }) => `${to} ${similarity.toFixed(9)}`)
        const inRegions = new Set(ends(found))
        for (const one of ends(align(own, said, percent / 100))) expect(inRegions).toContain(one)
      })
    )
  })

  it('counts a Latin word that is cut as an edit', () => {
    const sieve = createSieve([createSentence('im', false)], 0.75, false)
    expect(sieve('im here')[0]).toHaveLength(1)
    expect(sieve('time')[0]).toEqual([])
  })
})

describe('joined turns', () => {
  const passages = ['嗯您好', '呃', '这里是', 'hello', 'world'].map((text, i) =>
    createPassage({ by: 'agent', text }, i)
  )

  it('have no fillers, and a blank between Latin words', () => {
    expect(joinTurns(passages).map(({ text }) => text)).toEqual(['您好这里是hello world'])
  })

  it('know which words of which turn a stretch is', () => {
    const [joined] = joinTurns(passages)
    const quotes = locateJoined(joined!, 1, 8).map(({ passage, from, to }) => [
      passage.index,
      passage.turn.text.slice(from, to)
    ])
    expect(quotes).toEqual([
      [0, '好'],
      [2, '这里是'],
      [3, 'hello']
    ])
  })

  it('keep speakers apart', () => {
    const other = createPassage({ by: 'customer', text: '喂' }, 5)
    expect(joinTurns([passages[0]!, other, passages[2]!]).map(({ text }) => text)).toEqual([
      '您好',
      '喂',
      '这里是'
    ])
  })
})
