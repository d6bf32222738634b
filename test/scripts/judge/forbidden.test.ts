import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbidden } from '../../../src/scripts/judge/rules/forbidden.ts'
import { contextOf, messagesOf, pointedAt, problemsOf, scriptOf, type Run } from './judged.ts'

const standard = `
id: shop
title: 店铺用语
sections:
  - id: words
    criteria:
      - { id: absolute, clause: AD-1, title: 不用绝对化用语, avoid: [全网最低, 第一名], advice: 请写具体的依据。 }
      - { id: opening, title: 开头不催问, avoid: { in: first turn, any: [怎么不说话] } }
      - { id: unknown, title: 不知道时帮忙问, when: { by: agent, any: [不清楚] }, say: { all: [抱歉, 帮您问], not: 不归我管 } }
      - { id: hint, title: 少说亲, weight: 0, avoid: [亲亲] }
      - { id: invoice, title: 不拒开发票, answer: { to: [发票], never: [不开票] } }
      - { id: number, title: 不念手机号, avoid: { entity: cn-mobile } }
      - { id: fillers, title: 口头禅不超过两成, avoid: { any: ['/^嗯/'], max: '20%' } }
`

const find = (text: string, more: Parameters<typeof scriptOf>[1] = {}, run: Run = {}) => {
  const script = scriptOf(text, more)
  const problems = problemsOf([script], contextOf([standard], run), [forbidden])
  return { script, problems, words: problems.map(problem => pointedAt(script, problem)) }
}

describe('what a standard forbids', () => {
  it('is found at its words, with the clause and the advice', () => {
    const { problems, words } = find('本店{商品}全网最低，请放心。')
    expect(words).toEqual(['全网最低'])
    expect(messagesOf(problems, 'zh')).toEqual([
      'error scripts/forbidden: “不用绝对化用语”（AD-1）禁止说“全网最低”'
    ])
    expect(problems[0]).toMatchObject({
      script: 's1',
      clause: ['AD-1'],
      values: { advice: '请写具体的依据。' },
      related: [{ place: { file: 'standard-1.yaml', line: 8 } }]
    })
  })

  it('is told in English too', () => {
    const { problems } = find('全网最低', {}, { lang: 'en' })
    expect(messagesOf(problems, 'en')).toEqual([
      'error scripts/forbidden: “不用绝对化用语” (AD-1) forbids “全网最低”'
    ])
  })

  it('is found however it is written, each time', () => {
    expect(find('全網 最低！真的，全网·最低').words).toEqual(['全網 最低', '全网·最低'])
  })

  it('is no more than a warning where only the beginning or end of a talk forbids it', () => {
    const { problems } = find('您好，怎么不说话')
    expect(problems).toMatchObject([{ code: 'scripts/forbidden-at-times', severity: 'warning' }])
  })

  it('is a warning where a share of turns may say it, and a note where it costs nothing', () => {
    expect(find('嗯，我看一下').problems).toMatchObject([{ severity: 'warning' }])
    expect(find('亲亲，在的').problems).toMatchObject([{ code: 'scripts/forbidden', severity: 'note' }])
  })

  it('is told from what is missing: right words of a half said phrase are in order', () => {
    expect(find('抱歉，这个我不清楚').words).toEqual([])
    expect(find('抱歉，这个我不清楚，我帮您问').words).toEqual([])
  })

  it('is found beside what is missing', () => {
    expect(find('抱歉，这个我不清楚，不归我管').words).toEqual(['不归我管'])
    expect(find('抱歉，这个我不清楚，不归我管，我帮您问').words).toEqual(['不归我管'])
  })

  it('depends on what the customer said before, where the library says so', () => {
    expect(find('小店不开票').words).toEqual([])
    expect(find('小店不开票', { customer: '能开发票吗' }).words).toEqual(['不开票'])
  })

  it('counts in what the library says of its slots, at the slot, and not in what we put there', () => {
    const text = '您的号码是{手机号}'
    expect(find(text).words).toEqual([])
    const declared = [
      { name: '手机号', values: ['95000', '13800138000'], place: { file: 'library.md', line: 1 } }
    ]
    const { words, problems } = find(text, { declared })
    expect(words).toEqual(['{手机号}'])
    expect(problems[0]!.values).toMatchObject({ words: '13800138000' })
  })

  it('holds for a bot as for an agent, once', () => {
    expect(find('全网最低', { by: 'bot' }).words).toEqual(['全网最低'])
  })

  it('is nothing on a channel that the standard does not judge', () => {
    const calls = standard.replace('title: 店铺用语', "title: 店铺用语\napplies: channel == 'call'")
    const count = (channel: string | undefined) =>
      problemsOf([scriptOf('全网最低', { channel })], contextOf([calls]), [forbidden]).length
    expect([count('chat'), count('call'), count(undefined)]).toEqual([0, 1, 1])
  })
})

describe('the place of forbidden words', () => {
  const context = contextOf([standard])
  const parts = fc.array(
    fc.constantFrom(
      '全网最低',
      '{商品}',
      '{姓名}',
      '您好，',
      '第一名',
      'XX',
      '😀',
      '，',
      '亲亲',
      '13800138000'
    ),
    { maxLength: 8 }
  )
  const values = fc.array(fc.constantFrom('全网最低', '第一', '名', '', '13800138000'), { maxLength: 3 })

  it('never lies outside of the text, whatever its slots hold', () => {
    fc.assert(
      fc.property(parts, values, (pieces, allowed) => {
        const place = { file: 'library.md', line: 1 }
        const script = scriptOf(pieces.join(''), { declared: [{ name: '商品', values: allowed, place }] })
        for (const problem of problemsOf([script], context, [forbidden])) {
          const { col = 0, length = 0 } = problem.place!
          expect(col).toBeGreaterThan(0)
          expect(length).toBeGreaterThan(0)
          expect(col - 1 + length).toBeLessThanOrEqual(script.text.length)
          const words = pointedAt(script, problem)
          if (!script.slots.some(({ from, to }) => from < col - 1 + length && to > col - 1))
            expect(problem.values['words']).toBe(words)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('a list of words', () => {
  const find = (text: string, forbid: string) => {
    const script = scriptOf(text)
    return problemsOf([script], contextOf([], { forbid }), [forbidden])
  }

  it('forbids each of them, however written, and says where the list has it', () => {
    const problems = find('请加*Ｖ联系，比遠山商城便宜', '# 引流\n加V  # 微信\n\n远山商城\n')
    expect(messagesOf(problems, 'zh')).toEqual([
      'error scripts/forbidden-word: “加*Ｖ”含禁用词“加V”（banned.txt:2）',
      'error scripts/forbidden-word: “遠山商城”含禁用词“远山商城”（banned.txt:4）'
    ])
    expect(messagesOf(find('call Acme', 'Acme'), 'en')).toEqual([
      'error scripts/forbidden-word: “Acme” says “Acme”, which banned.txt:1 forbids'
    ])
  })

  it('finds Latin words as words', () => {
    expect(find('an acmeist', 'Acme')).toEqual([])
  })
})
