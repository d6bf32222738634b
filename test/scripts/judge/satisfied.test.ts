import { describe, expect, it } from 'vitest'
import { satisfied } from '../../../src/scripts/judge/rules/satisfied.ts'
import { contextOf, messagesOf, problemsOf, scriptOf, type Run } from './judged.ts'

const standard = `
id: desk
title: 前台用语
applies: channel == 'call'
clauses: [T-9]
sections:
  - id: talk
    criteria:
      - id: greeting
        clause: T-1
        title: 问候并报名
        say: { in: first turn, all: [您好, '{company}'] }
        advice: 先说“您好”，再报单位。
        examples: { pass: [{ talk: 'A: 您好,云杉客服', fields: { company: 云杉 } }], fail: ['A: 喂'] }
      - id: sorry
        clause: [T-2, T-3]
        title: 投诉时道歉
        answer: { to: [投诉], with: [抱歉, 对不起] }
        examples: { pass: [['C: 我要投诉', 'A: 非常抱歉']], fail: [['C: 我要投诉', 'A: 哦']] }
      - id: no-slang
        clause: T-3
        title: 不说俚语
        avoid: [没辙]
      - { id: rings, clause: T-4, title: 三声内接听, field: rings <= 3 }
      - id: noise
        clause: T-5
        title: 有杂音时道歉
        when: { by: agent, any: [杂音] }
        say: 抱歉
      - id: twice
        clause: T-6
        title: 问候两遍
        when: agent_turns >= 2
        say: { any: [您好], min: 2 }
        examples: { pass: [['A: 您好', 'A: 您好', 'A: 请讲']] }
metrics:
  - { id: answered, clause: K-1, title: 接通率, share: { of: rings <= 3 } }
`

const find = (text: string, satisfies: readonly string[], more = {}, { lang = 'zh' }: Run = {}) =>
  messagesOf(
    problemsOf([scriptOf(text, { satisfies, ...more })], contextOf([standard], { lang }), [satisfied]),
    lang
  )

describe('a script that names a criterion or a clause', () => {
  it('is clean when it passes, in the situation that the criterion asks for', () => {
    expect(find('非常抱歉给您带来不便', ['sorry'])).toEqual([])
    expect(find('非常抱歉给您带来不便', ['T-2'])).toEqual([])
    expect(find('非常抱歉给您带来不便', ['desk/sorry'])).toEqual([])
  })

  it('is told what it lacks, and where it was tried', () => {
    expect(find('我们会处理', ['sorry'])).toEqual([
      'error scripts/unsatisfied: 没有做到它所写的“投诉时道歉”（T-2, T-3）：回应中缺少：抱歉 / 对不起（代替示例中的“非常抱歉”）'
    ])
    expect(find('我们会处理', ['sorry'], {}, { lang: 'en' })).toEqual([
      'error scripts/unsatisfied: does not satisfy “投诉时道歉” (T-2, T-3), which it names: the reply lacks: 抱歉 / 对不起 (said instead of “非常抱歉” in an example)'
    ])
  })

  it('is tried after what its customer says', () => {
    expect(find('对不起', ['sorry'], { customer: '你们这样我要投诉了' })).toEqual([])
  })

  it('takes the values of the example into slots of the same name', () => {
    expect(find('您好，{company}客服', ['greeting'])).toEqual([])
    expect(find('您好，{单位}客服', ['greeting'])).toHaveLength(1)
  })

  it('needs one criterion of a clause only', () => {
    // Whoever says nothing bad passes the one criterion of T-3 and not the other.
    expect(find('好的', ['T-3'])).toEqual([])
  })

  it('may do its part where several turns decide', () => {
    expect(find('您好，听得到吗', ['twice'])).toEqual([])
    expect(find('听得到吗', ['twice'])).toHaveLength(1)
  })

  it('is warned of what cannot be judged', () => {
    expect(find('好的', ['rings'])).toEqual([
      'warning scripts/not-judged: 无法判断是否做到它所写的“三声内接听”（T-4）：输入中缺少字段：rings'
    ])
    expect(find('好的', ['noise'])[0]).toContain('scripts/not-judged')
    expect(find('抱歉，有杂音', ['noise'])).toEqual([])
    expect(find('好的', ['K-1'])[0]).toContain('它是多份记录的统计指标')
    expect(find('好的', ['T-9'])[0]).toContain('标准没有用准则检查它')
    expect(find('抱歉', ['sorry'], { channel: 'chat' })[0]).toContain('标准不适用于渠道 chat')
  })

  it('is told of names that no standard knows, with the one that was meant', () => {
    const [problem] = problemsOf(
      [scriptOf('您好', { satisfies: ['sory'], placeOfSatisfies: { file: 'library.md', line: 7 } })],
      contextOf([standard]),
      [satisfied]
    )
    expect(problem).toMatchObject({
      code: 'scripts/unknown-clause',
      severity: 'error',
      meant: 'sorry',
      place: { line: 7 }
    })
  })

  it('is only warned of names when the library was written for another standard', () => {
    const severities = (...names: readonly string[]) =>
      problemsOf(
        names.map((name, i) => scriptOf('抱歉', { id: `s${i}`, satisfies: [name] })),
        contextOf([standard]),
        [satisfied]
      ).map(({ severity }) => severity)
    expect(severities('HTL-04', 'HTL-05')).toEqual(['warning', 'warning'])
    expect(severities('HTL-04', 'sorry')).toEqual(['error'])
  })
})
