import { describe, expect, it } from 'vitest'
import { judge, quotesOf } from './judge.ts'
import { judgeStandard, judgeYaml, summary } from './from-yaml.ts'

/** Each row: what is asked for, the talk, and what comes of it. */
type Row = readonly [yaml: string, lines: readonly string[], expected: string]

describe('a scope tied to something said', () => {
  const held = ['A: 请稍等', 'C: 好的', 'A: 久等了，查到了', 'C: 嗯', 'A: 再见']

  it.each<Row>([
    // After.
    ['say: { after: 请稍等, any: 久等 }', held, 'pass 3:久等'],
    ['say: { after: 请稍等, any: 抱歉 }', held, 'fail 1:请稍等 -抱歉 in 3..5'],
    ['say: { after: 查到, any: 请稍等 }', held, 'fail 3:查到 -请稍等 in 3..5'],
    ['say: { after: 转接, any: 久等 }', held, 'na'],
    // Before.
    ['say: { before: 查到, any: 请稍等 }', held, 'pass 1:请稍等'],
    ['say: { before: 请稍等, any: 久等 }', held, 'fail 1:请稍等 -久等 in nothing'],
    // Around.
    ['say: { around: { any: 久等, reach: 1 turn }, any: 再见 }', held, 'pass 5:再见'],
    [
      'say: { around: { by: customer, any: 好的, reach: 1 turn }, any: 再见 }',
      held,
      'fail 2:好的 -再见 in 1..3'
    ],
    // What must not be said there.
    ['avoid: { after: 久等, any: 再见 }', held, 'fail 5:再见'],
    ['avoid: { before: 久等, any: 再见 }', held, 'pass'],
    ['avoid: { after: 转接, any: 再见 }', held, 'na'],
    // By whom the anchor is said: anyone, unless told otherwise.
    ['say: { after: 好的, any: 久等 }', held, 'pass 3:久等'],
    ['say: { after: { by: agent, any: 好的 }, any: 久等 }', held, 'na'],
    ['say: { after: { by: customer, in: last turn, any: 好的 }, any: 久等 }', held, 'na'],
    // Both: between the two.
    ['say: { after: 请稍等, before: 再见, any: 查到 }', held, 'pass 3:查到'],
    ['say: { after: 请稍等, before: 再见, any: 抱歉 }', held, 'fail 1:请稍等 5:再见 -抱歉 in 3..3'],
    ['say: { after: 久等, before: 请稍等, any: 查到 }', held, 'na'],
    // With a stretch of the contact as well.
    ['say: { after: 请稍等, in: last turn, any: 查到 }', held, 'fail 1:请稍等 -查到 in 5..5'],
    ['avoid: { after: 请稍等, in: first 2 turns, any: 再见 }', held, 'pass']
  ])('%s', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('takes the words of the anchor’s own turn as they stand: behind it after, in front of it before', () => {
    const lines = ['C: 你好', 'A: 抱歉，请稍等，马上就好']
    expect(summary(judgeYaml('say: { after: 请稍等, any: 马上 }', lines))).toBe('pass 2:马上')
    expect(summary(judgeYaml('say: { after: 请稍等, any: 抱歉 }', lines))).toBe('fail 2:请稍等 -抱歉 in 2..2')
    expect(summary(judgeYaml('say: { before: 请稍等, any: 抱歉 }', lines))).toBe('pass 2:抱歉')
    expect(summary(judgeYaml('say: { around: 请稍等, any: [抱歉] }', lines))).toBe('pass 2:抱歉')
  })

  it('keeps the place of what it finds in the text as written', () => {
    const outcome = judgeYaml('say: { after: 請稍等, any: 查到了 }', ['2-5 A: 请 稍等……喂 ，查到 了！'])
    expect(outcome).toMatchObject({ evidence: [{ turn: 1, at: 2000, from: 9, to: 13, quote: '查到 了' }] })
  })

  it('tells where it looked', () => {
    const message = (yaml: string): unknown => {
      const outcome = judgeYaml(yaml, held)
      return 'message' in outcome ? outcome.message : outcome
    }
    expect(message('say: { after: 请稍等, any: 抱歉 }')).toBe('after turn 1: not said: 抱歉')
    expect(message('say: { before: 久等, any: 抱歉 }')).toBe('before turn 3: not said: 抱歉')
    expect(message('say: { around: 久等, any: 抱歉 }')).toBe('around turn 3: not said: 抱歉')
    expect(message('say: { after: 请稍等, before: 再见, any: 抱歉 }')).toBe(
      'between turns 1 and 5: not said: 抱歉'
    )
  })

  it('does not blame the agent when the customer leaves at the anchor', () => {
    const lines = ['A: 您好', 'C: 我要投诉']
    const sorry = 'say: { after: { by: customer, any: 投诉 }, any: 抱歉 }'
    expect(judgeYaml(sorry, lines).status).toBe('fail')
    expect(judgeYaml(sorry, lines, { ended_by: 'customer' })).toMatchObject({
      status: 'na',
      reason: 'the customer left before it was due'
    })
  })

  it('finds a pattern whose parts are spread over several turns, from its first word to its last', () => {
    const lines = ['A: 请您', 'A: 稍等', 'A: 好了', 'C: 嗯']
    expect(summary(judgeYaml('say: { after: 请您稍等, any: 好了 }', lines))).toBe('pass 3:好了')
    expect(summary(judgeYaml('say: { before: { all: [稍等, 好了] }, any: 请您 }', lines))).toBe('pass 1:请您')
  })

  it('does not spoil the turns for others that look at them whole', () => {
    const outcomes = judgeStandard(
      `
linecheck: 1
id: test
sections:
  - id: s
    criteria:
      - { id: cut, say: { before: 稍等, any: 请您稍等 } }
      - { id: whole, say: 请您稍等 }
      - { id: cut-again, say: { before: 稍等, any: 请您稍等 } }
`,
      ['A: 请', 'A: 您稍等']
    )
    const statuses = Object.values(outcomes).map(outcome => outcome.status)
    expect(statuses).toEqual(['fail', 'pass', 'fail'])
  })

  it('serves conditions as well', () => {
    const bill = 'when: { by: customer, after: 账单, any: 投诉 }\nsay: 抱歉'
    expect(judgeYaml(bill, ['C: 账单不对', 'A: 嗯', 'C: 我要投诉']).status).toBe('fail')
    expect(judgeYaml(bill, ['C: 我要投诉账单', 'A: 嗯']).status).toBe('na')
    expect(judgeYaml(bill, ['C: 我要投诉', 'A: 嗯']).status).toBe('na')
    const quiet = 'when: { by: agent, after: 投诉, not: 抱歉 }\nsay: 再见'
    expect(judgeYaml(quiet, ['C: 投诉', 'A: 嗯', 'A: 再见']).status).toBe('pass')
    expect(judgeYaml(quiet, ['C: 投诉', 'A: 抱歉', 'A: 再见']).status).toBe('na')
    expect(judgeYaml(quiet, ['C: 你好', 'A: 再见']).status).toBe('na')
  })
})

describe('which hit of an anchor', () => {
  const lines = ['A: 稍等', 'C: 嗯', 'A: 久等', 'A: 稍等', 'C: 嗯', 'A: 查到', 'A: 稍等', 'A: 再见']

  it.each<Row>([
    ['say: { after: { any: 稍等, nth: first, reach: 2 turns }, any: 久等 }', lines, 'pass 3:久等'],
    ['say: { after: { any: 稍等, nth: 2, reach: 2 turns }, any: 查到 }', lines, 'pass 6:查到'],
    ['say: { after: { any: 稍等, nth: last, reach: 2 turns }, any: 再见 }', lines, 'pass 8:再见'],
    ['say: { after: { any: 稍等, nth: 4 }, any: 再见 }', lines, 'na'],
    ['say: { after: { any: 稍等, nth: any, reach: 1 turn }, any: 查到 }', lines, 'pass 6:查到'],
    [
      'say: { after: { any: 稍等, nth: any, reach: 1 turn }, any: 抱歉 }',
      lines.slice(0, 3),
      'fail 1:稍等 -抱歉 in 3..3'
    ],
    [
      'say: { after: { any: 稍等, nth: every, reach: 1 turn }, any: [久等, 查到] }',
      lines,
      'fail 7:稍等 -久等 / 查到 in 8..8'
    ],
    ['say: { after: { any: 稍等, nth: every }, any: 再见 }', lines, 'pass 8:再见'],
    [
      'avoid: { after: { any: 稍等, nth: every, reach: 1 turn }, any: [久等, 再见] }',
      lines,
      'fail 3:久等 8:再见'
    ],
    ['avoid: { after: { any: 稍等, nth: every }, any: 再见 }', lines, 'fail 8:再见'],
    ['avoid: { after: { any: 稍等, nth: any, reach: 1 turn }, any: [久等, 再见] }', lines, 'pass']
  ])('%s', (yaml, talk, expected) => {
    expect(summary(judgeYaml(yaml, talk))).toBe(expected)
  })

  it('is counted: every hit that lacks what it calls for is a breach', () => {
    const outcome = judgeYaml('say: { after: { any: 稍等, nth: every, reach: 1 turn }, any: 久等 }', lines)
    expect(outcome).toMatchObject({
      status: 'fail',
      count: 2,
      message: 'after turn 4: not said: 久等 (2 of 3 times)'
    })
    expect(judgeYaml('avoid: { after: { any: 稍等, nth: every }, any: 再见 }', lines)).toMatchObject({
      count: 1
    })
  })
})

describe('how far from an anchor', () => {
  const lines = [
    '0-1 C: 喂',
    '2-3 A: 一',
    '4-5 A: 二',
    '6-7 C: 嗯',
    '8-9 A: 三',
    '20-21 C: 好',
    '22-23 A: 四'
  ]
  const found = (scope: string): string =>
    quotesOf(judgeYaml(`avoid: { ${scope}, any: [一, 二, 三, 四, 抱歉] }`, lines))
      .map(quote => quote.split(':')[1])
      .join('')

  it.each([
    ['after: 喂', '一二三四'],
    ['after: { any: 喂, reach: 1 turn }', '一'],
    ['after: { any: 喂, reach: 3 turns }', '一二三'],
    ['after: { any: 喂, reach: 1 run }', '一二'],
    ['after: { any: 喂, reach: 2 runs }', '一二三'],
    ['after: { any: 一, reach: 1 run }', '二'],
    ['after: { any: 喂, reach: 5s }', '一二'],
    ['after: { any: 喂, reach: 7s }', '一二三'],
    ['after: { any: 一, reach: 1 turn }', '二'],
    ['after: { any: 一, reach: same turn }', ''],
    ['before: { any: 好, reach: 1 turn }', '三'],
    ['before: { any: 好, reach: 2 turns }', '二三'],
    ['before: { any: 好, reach: 1 run }', '三'],
    ['before: { any: 好, reach: 2 runs }', '一二三'],
    ['before: { any: 好, reach: 11s }', '三'],
    ['before: { any: 好, reach: 15s }', '二三'],
    ['around: { any: 嗯, reach: 1 turn }', '二三'],
    ['around: { any: 二, reach: same turn }', '二'],
    ['around: { any: 二, reach: 1 turn }', '一二三']
  ])('%s is %s', (scope, words) => {
    expect(found(scope)).toBe(words)
  })

  it('counts turns of whoever is looked at', () => {
    const outcome = judgeYaml(
      'avoid: { by: customer, after: { any: 喂, reach: 1 turn }, any: [嗯, 好] }',
      lines
    )
    expect(quotesOf(outcome)).toEqual(['4:嗯'])
  })

  it('in seconds is unknown where the anchor carries no time', () => {
    const outcome = judgeYaml('say: { after: { any: 喂, reach: 5s }, any: 一 }', ['C: 喂', 'A: 一'])
    expect(outcome).toEqual({ status: 'unknown', reason: 'the turns carry no times' })
  })
})

describe('what an anchor captures', () => {
  const surname = "after: { by: customer, any: ['/我姓(?<surname>[一-龥])/'] }"

  it('stands for the words as they were said', () => {
    const called = `say: { ${surname}, any: ['{surname}先生', '{surname}女士'] }`
    expect(summary(judgeYaml(called, ['C: 我姓王', 'A: 王先生您好']))).toBe('pass 2:王先生')
    expect(summary(judgeYaml(called, ['C: 我姓王', 'A: 李先生您好'])).startsWith('fail')).toBe(true)
    expect(judgeYaml(called, ['C: 你好', 'A: 王先生您好']).status).toBe('na')
    const code = "say: { after: { any: ['/code (?<code>[a-z0-9]+)/'] }, any: ['your code is {code}'] }"
    expect(summary(judgeYaml(code, ['C: My CODE: AB12', 'A: Your code is ab12.']))).toBe(
      'pass 2:Your code is ab12'
    )
  })

  it('takes the place of the contact’s own value and falls back on it', () => {
    const called = `say: { after: { any: ['/(我姓(?<shop>.)|随便)/'] }, any: ['{shop}先生'] }`
    const fields = { shop: '张' }
    expect(judgeYaml(called, ['C: 我姓王', 'A: 王先生'], fields).status).toBe('pass')
    expect(judgeYaml(called, ['C: 我姓王', 'A: 张先生'], fields).status).toBe('fail')
    expect(judgeYaml(called, ['C: 随便', 'A: 张先生'], fields).status).toBe('pass')
  })

  it('belongs to its own hit, where there are several', () => {
    const repeats =
      "say: { after: { by: customer, any: ['/编号(?<no>\\d+)/'], nth: every, reach: 1 turn }, any: ['{no}号'] }"
    expect(judgeYaml(repeats, ['C: 编号12', 'A: 12号', 'C: 编号34', 'A: 34号']).status).toBe('pass')
    expect(summary(judgeYaml(repeats, ['C: 编号12', 'A: 12号', 'C: 编号34', 'A: 12号']))).toBe(
      'fail 3:编号34 -34号 in 4..4'
    )
  })

  it('reaches the answer of a trigger', () => {
    const confirmed = "answer: { to: ['/电话是(?<phone>\\d+)/', '/号码(?<phone>\\d+)/'], with: ['{phone}'] }"
    expect(summary(judgeYaml(confirmed, ['C: 电话是138', 'A: 138，对吗']))).toBe('pass 1:电话是138 2:138')
    expect(judgeYaml(confirmed, ['C: 号码139', 'A: 138，对吗']).status).toBe('fail')
    const never = "answer: { to: ['/密码是(?<secret>\\d+)/'], never: ['{secret}'] }"
    expect(summary(judgeYaml(never, ['C: 密码是42', 'A: 您的密码42已收到']))).toBe('fail 1:密码是42 2:42')
  })

  it('may be used by the next anchor', () => {
    const yaml = `say: { ${surname}, before: { by: agent, any: ['{surname}先生再见'] }, any: 谢谢 }`
    expect(judgeYaml(yaml, ['C: 我姓王', 'A: 谢谢', 'A: 王先生再见']).status).toBe('pass')
    expect(judgeYaml(yaml, ['C: 我姓王', 'A: 谢谢', 'A: 李先生再见']).status).toBe('na')
  })

  it('does not stand in the way of expressions that are joined', () => {
    const twice = "after: ['/姓(?<name>王)/', '/叫(?<name>李)/', 你好]"
    expect(judgeYaml(`say: { ${twice}, any: '{name}先生' }`, ['C: 我叫李明', 'A: 李先生']).status).toBe(
      'pass'
    )
    const outcome = judge({ say: ['/姓(?<Name>王)/', '/叫(?<Name>李)/'] }, ['A: 叫李'])
    expect(quotesOf(outcome)).toEqual(['1:叫李'])
  })
})

describe('what criteria ask of one another', () => {
  const standard = `
linecheck: 1
id: test
sections:
  - id: s
    criteria:
      - { id: thanks, say: { after: { criterion: hold }, any: 谢谢 } }
      - { id: hold, requires: greeting, say: 稍等 }
      - { id: greeting, say: 您好 }
`

  it('holds beside what they require', () => {
    const statuses = (lines: readonly string[]): readonly string[] =>
      Object.values(judgeStandard(standard, lines)).map(outcome => outcome.status)
    expect(statuses(['A: 您好', 'A: 稍等', 'A: 谢谢'])).toEqual(['pass', 'pass', 'pass'])
    expect(statuses(['A: 喂', 'A: 稍等', 'A: 谢谢'])).toEqual(['na', 'na', 'fail'])
  })
})

describe('an anchor in another criterion’s evidence', () => {
  const standard = (last: string): string => `
linecheck: 1
id: test
sections:
  - id: s
    criteria:
      - { id: thanks, ${last} }
      - { id: hold, say: [请稍等] }
      - { id: late, measure: { reply: each, max: 10s } }
      - { id: noise, field: has(fields.kind) }
`
  const lines = [
    '0-1 A: 您好',
    '2-3 C: 查话费',
    '4-5 A: 请稍等',
    '6-7 C: 嗯',
    '30-31 A: 久等了',
    '32-33 A: 谢谢'
  ]
  const thanks = (check: string): string => summary(judgeStandard(standard(check), lines)['thanks']!)

  it.each([
    ['say: { after: { criterion: hold }, any: 谢谢 }', 'pass 6:谢谢'],
    ['say: { after: { criterion: hold }, any: 您好 }', 'fail 3:请稍等 -您好 in 5..6'],
    [
      'say: { after: { criterion: hold, is: pass, reach: 1 turn }, any: 谢谢 }',
      'fail 3:请稍等 -谢谢 in 5..5'
    ],
    ['say: { after: { criterion: hold, is: fail }, any: 谢谢 }', 'na'],
    ['say: { before: { criterion: hold }, any: 您好 }', 'pass 1:您好'],
    // A wait that was too long ended with turn 5, which therefore comes after it.
    ['say: { after: { criterion: late }, any: 久等 }', 'pass 5:久等'],
    ['say: { before: { criterion: late }, any: 久等 }', 'fail 5:久等了 -久等 in 1..3'],
    ['say: { after: { criterion: noise }, any: 谢谢 }', 'na']
  ])('%s', (check, expected) => {
    expect(thanks(check)).toBe(expected)
  })

  it('is unknown when that criterion is', () => {
    const untimed = ['A: 您好', 'C: 查话费', 'A: 请稍等']
    const outcome = judgeStandard(standard('say: { after: { criterion: late }, any: 谢谢 }'), untimed)[
      'thanks'
    ]
    expect(outcome).toEqual({ status: 'unknown', reason: 'the turns carry no times' })
  })
})
