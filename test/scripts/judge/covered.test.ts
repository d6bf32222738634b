import { describe, expect, it } from 'vitest'
import { measureCoverage } from '../../../src/scripts/judge/coverage.ts'
import { covered } from '../../../src/scripts/judge/rules/covered.ts'
import { contextOf, messagesOf, problemsOf, scriptOf, type Run } from './judged.ts'

const standard = `
id: desk
title: 前台用语
applies: channel == 'call'
sections:
  - id: talk
    criteria:
      - id: sorry
        clause: T-2
        title: 投诉时道歉
        answer: { to: [投诉], with: [抱歉, 对不起] }
        examples: { pass: [['C: 我要投诉', 'A: 非常抱歉']] }
      - { id: bye, title: 道别, weight: 0, say: 再见 }
      - id: steps
        title: 先查后报
        steps: [请稍等, 查到了]
        examples: { pass: [['A: 请稍等', 'C: 好', 'A: 查到了']] }
      - { id: noise, title: 有杂音时道歉, when: { by: agent, any: [杂音] }, say: 抱歉 }
      - { id: polite, title: 有问有答, answer: { to: [吗], with: '/./' }, examples: { pass: [['C: 在吗', 'A: 在']] } }
      - { id: no-slang, title: 不说俚语, avoid: [没辙] }
      - { id: rings, title: 三声内接听, field: rings <= 3 }
`

const library = (...texts: readonly string[]) => texts.map((text, i) => scriptOf(text, { id: `s${i + 1}` }))
const statusesOf = (texts: readonly string[], run: Run = {}) => {
  const [coverage] = measureCoverage(library(...texts), contextOf([standard], run))
  return Object.fromEntries(coverage!.criteria.map(({ judged, status }) => [judged.criterion.id, status]))
}

describe('what a library covers', () => {
  it('is told criterion by criterion of those that ask for words', () => {
    expect(statusesOf(['非常抱歉', '再见'])).toEqual({
      sorry: 'covered',
      bye: 'covered',
      steps: 'uncovered',
      noise: 'untold'
    })
    const [coverage] = measureCoverage(library('再见'), contextOf([standard]))
    expect(coverage).toMatchObject({ scripts: 1, otherwise: 3 })
  })

  it('may take several scripts, of which all must be there', () => {
    expect(statusesOf(['请稍等'])['steps']).toBe('uncovered')
    expect(statusesOf(['请稍等', '查到了'])['steps']).toBe('covered')
  })

  it('is reported at the criterion, as a note where it costs nothing', () => {
    const problems = problemsOf(library('您好'), contextOf([standard]), [covered])
    expect(messagesOf(problems, 'zh')).toEqual([
      'warning scripts/uncovered: 没有任何话术做到“投诉时道歉”（T-2）',
      'note scripts/uncovered: 没有任何话术做到“道别”',
      'warning scripts/uncovered: 没有任何话术做到“先查后报”',
      'note scripts/no-occasion: 无法判断有没有话术做到“有杂音时道歉”：它的示例没有给出适用的情形'
    ])
    expect(problems[0]!.place).toMatchObject({ file: 'standard-1.yaml', line: 9 })
    const [english] = messagesOf(
      problemsOf(library('您好'), contextOf([standard], { lang: 'en' }), [covered]),
      'en'
    )
    expect(english).toBe('warning scripts/uncovered: no script satisfies “投诉时道歉” (T-2)')
  })

  it('counts only scripts that name a criterion when asked so, or nothing at all', () => {
    const run = (satisfies: readonly string[], cover: Run['cover']) =>
      problemsOf(
        [scriptOf('非常抱歉，再见', { satisfies }), scriptOf('请稍等'), scriptOf('查到了')],
        contextOf([standard], cover === undefined ? {} : { cover }),
        [covered]
      ).map(problem => problem.code)
    expect(run([], 'all')).toEqual(['scripts/no-occasion'])
    expect(run(['T-2'], 'declared')).toEqual([
      'scripts/undeclared',
      'scripts/undeclared',
      'scripts/no-occasion'
    ])
    expect(run([], 'none')).toEqual([])
  })

  it('looks only at scripts of the channel that a standard judges, and says when there are none', () => {
    const chat = [scriptOf('再见', { channel: 'chat' })]
    expect(messagesOf(problemsOf(chat, contextOf([standard]), [covered]), 'zh')).toEqual([
      'warning scripts/other-channel: 没有一条话术的渠道适用于“前台用语”'
    ])
    const both = [...chat, scriptOf('您好', { channel: 'call' })]
    expect(problemsOf(both, contextOf([standard]), [covered]).map(({ code }) => code)).toContain(
      'scripts/uncovered'
    )
  })
})
