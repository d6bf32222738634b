import { describe, expect, it } from 'vitest'
import { conflicts } from '../../../src/scripts/judge/rules/conflicts.ts'
import { ownPassages } from '../../../src/scripts/judge/rules/own-passages.ts'
import { contextOf, messagesOf, problemsOf, scriptOf, type Run } from './judged.ts'

const company = `
id: company
title: 公司规范
sections:
  - id: talk
    criteria:
      - id: warm
        clause: C-1
        title: 亲切称呼
        say: { any: [亲, 您好呀] }
        examples: { pass: ['A: 亲,在的', 'A: 您好呀,在的'] }
      - id: promise
        clause: C-2
        title: 答复时限
        answer: { to: [多久], with: [马上] }
        examples: { pass: [['C: 要多久', 'A: 马上给您答复']] }
`
const regulator = `
id: regulator
title: 监管要求
sections:
  - id: words
    criteria:
      - { id: no-dear, clause: R-1, title: 不称亲, avoid: [亲] }
      - { id: no-at-once, clause: R-2, title: 不说马上, avoid: [马上] }
`

describe('standards that speak against each other', () => {
  it('are told: an error where no wording is left, a warning where an example needs one', () => {
    const find = (lang: 'zh' | 'en') =>
      messagesOf(problemsOf([], contextOf([company, regulator], { lang }), [conflicts]), lang)
    expect(find('zh')).toEqual([
      'warning scripts/standards-conflict-partly: “亲切称呼”（C-1）认可“亲”，而“不称亲”（R-1）禁止这样说',
      'error scripts/standards-conflict: 不说“马上”就做不到“答复时限”（C-2），而“不说马上”（R-2）禁止这样说'
    ])
    expect(find('en')).toEqual([
      'warning scripts/standards-conflict-partly: “亲切称呼” (C-1) accepts “亲”, which “不称亲” (R-1) forbids',
      'error scripts/standards-conflict: “答复时限” (C-2) cannot be satisfied without “马上”, which “不说马上” (R-2) forbids'
    ])
  })

  it('are told by what is written where there is no example', () => {
    const bare = company.replaceAll(/ *examples: .*\n/g, '')
    expect(messagesOf(problemsOf([], contextOf([bare, regulator]), [conflicts]), 'zh')).toEqual([
      'error scripts/standards-conflict: 不说“马上”就做不到“答复时限”（C-2），而“不说马上”（R-2）禁止这样说'
    ])
  })

  it('are left alone where they never judge the same contact', () => {
    const on = (text: string, channel: string) =>
      text.replace('sections:', `applies: channel == '${channel}'\nsections:`)
    expect(problemsOf([], contextOf([on(company, 'chat'), on(regulator, 'call')]), [conflicts])).toEqual([])
    expect(problemsOf([], contextOf([on(company, 'chat'), on(regulator, 'chat')]), [conflicts])).toHaveLength(
      2
    )
  })

  it('are left alone where an example says forbidden words that it does not need', () => {
    const harmless = company.replace("'A: 亲,在的', 'A: 您好呀,在的'", "'A: 您好呀,我马上来'")
    const codes = problemsOf([], contextOf([harmless, regulator]), [conflicts]).map(
      ({ values }) => values['criterion']
    )
    expect(codes).toEqual(['“答复时限”（C-2）'])
  })

  it('are left to lint within one standard', () => {
    expect(problemsOf([], contextOf([company + regulator.split('sections:')[1]!]), [conflicts])).toEqual([])
  })
})

describe('a script between two criteria', () => {
  const find = (text: string, run: Run = {}) =>
    messagesOf(
      problemsOf([scriptOf(text)], contextOf([company, regulator], run), [conflicts]).filter(
        ({ script }) => script !== undefined
      ),
      run.lang ?? 'zh'
    )

  it('is told when it does what the one asks only by what the other forbids', () => {
    expect(find('亲，您稍等')).toEqual([
      'error scripts/conflict: 它靠“亲”做到“亲切称呼”（C-1），而“不称亲”（R-1）禁止这样说'
    ])
    expect(find('亲，您稍等', { lang: 'en' })).toEqual([
      'error scripts/conflict: it satisfies “亲切称呼” (C-1) only by “亲”, which “不称亲” (R-1) forbids'
    ])
  })

  it('is not told so when it could do without', () => {
    expect(find('您好呀，亲')).toEqual([])
  })
})

describe('the passage of a criterion', () => {
  const passage = (script: string, rest = '') => `
id: cards
title: 卡业务
vars: { bank: 云杉银行 }
sections:
  - id: talk
    criteria:
      - id: disclosure
        clause: D-1
        title: 告知
        script:
${script}
${rest}
`
  const find = (text: string, lang: 'zh' | 'en' = 'zh') =>
    problemsOf([], contextOf([text], { lang }), [ownPassages])

  it('is in order when whoever says it word by word passes', () => {
    const text =
      '          text: 本通话由{bank}录音。您的{卡种}额度为{金额}元。\n          slots: { 卡种: …, 金额: { entity: money } }'
    expect(find(passage(text))).toEqual([])
  })

  it('is told when it does not, at the passage', () => {
    const late = passage('          in: turns 2..3\n          text: [请输入密码, 请稍等]')
    const found = find(late)
    expect(found).toMatchObject([{ code: 'scripts/own-passage', place: { line: 14 } }])
    expect(messagesOf(found, 'zh')[0]).toMatch(
      /^error scripts\/own-passage: 照这段话术原文说也不能通过“告知”（D-1）：/
    )
  })

  it('is told when another criterion of the run forbids it', () => {
    const rest = '      - { id: no-record, clause: D-2, title: 不提录音, avoid: [录音] }'
    const text = '          text: 本通话由{bank}录音。'
    expect(messagesOf(find(passage(text, rest)), 'zh')).toEqual([
      'error scripts/own-passage-forbidden: “告知”（D-1）的话术原文含“录音”，而“不提录音”（D-2）禁止这样说'
    ])
    expect(messagesOf(find(passage(text, rest), 'en'), 'en')).toEqual([
      'error scripts/own-passage-forbidden: the passage of “告知” (D-1) says “录音”, which “不提录音” (D-2) forbids'
    ])
  })
})
