import { describe, expect, it } from 'vitest'
import { judgeYaml, summary } from './from-yaml.ts'

/** Each row: what is asked for, the talk, and what comes of it. */
type Row = readonly [yaml: string, lines: readonly string[], expected: string]

const messageOf = (outcome: ReturnType<typeof judgeYaml>): string =>
  'message' in outcome ? outcome.message : outcome.status

describe('steps', () => {
  const three = 'steps: [您好, 请问, 再见]'

  it.each<Row>([
    // Several may be taken in one turn, as long as they stand there in order.
    [three, ['A: 您好', 'C: 嗯', 'A: 请问', 'A: 再见'], 'pass 1:您好 3:请问 4:再见'],
    [three, ['A: 您好，请问？再见'], 'pass 1:您好 1:请问 1:再见'],
    [three, ['A: 您好', 'A: 再见'], 'fail 1:您好 2:再见 -请问 in 2..2'],
    [three, ['C: 您好', 'C: 再见'], 'na'],
    [three, [], 'unknown'],
    // By whom.
    ['steps: [{ by: customer, any: 退货 }, 可以]', ['C: 退货', 'A: 可以'], 'pass 1:退货 2:可以'],
    ['steps: [{ by: customer, any: 退货 }, 可以]', ['A: 退货', 'A: 可以'], 'fail 2:可以 -退货 in nothing'],
    ['steps: [您好, { by: system, any: 转接 }]', ['A: 您好', 'S: 转接成功'], 'pass 1:您好 2:转接'],
    // A part that may be left out, and one that several ways lead to.
    ['steps: [您好, { any: 请问, optional: true }, 再见]', ['A: 您好', 'A: 再见'], 'pass 1:您好 2:再见'],
    [
      'steps: [您好, { one_of: [再见, { by: system, any: 超时 }] }]',
      ['A: 您好', 'S: 超时关闭'],
      'pass 1:您好 2:超时'
    ],
    // Parts of one step may be spread over several messages.
    [
      'steps: [{ all: [抱歉, 听不清] }, 再见]',
      ['A: 抱歉', 'A: 听不清', 'A: 再见'],
      'pass 1:抱歉 2:听不清 3:再见'
    ],
    // How far behind the step before.
    ['steps: [您好, { any: 再见, within: 1 turn }]', ['A: 您好', 'C: 嗯', 'A: 再见'], 'pass 1:您好 3:再见'],
    ['steps: [您好, { any: 再见, within: 1 turn }]', ['A: 您好', 'A: 嗯', 'A: 再见'], 'fail 1:您好 3:再见'],
    ['steps: [您好, { any: 再见, within: 5s }]', ['0-1 A: 您好', '5-6 A: 再见'], 'pass 1:您好 2:再见'],
    ['steps: [您好, { any: 再见, within: 5s }]', ['0-1 A: 您好', '7-8 A: 再见'], 'fail 1:您好 2:再见'],
    ['steps: [您好, { any: 再见, within: 5s }]', ['A: 您好', 'A: 再见'], 'unknown']
  ])('%s', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('say which step failed and why', () => {
    const reason = (yaml: string, ...lines: string[]): string => messageOf(judgeYaml(yaml, lines))
    expect(reason(three, 'A: 您好', 'A: 再见')).toBe('step 2 missing: 请问')
    expect(reason(three, 'A: 请问', 'A: 您好', 'A: 再见')).toBe(
      'step 2 out of order, in turn 1 before step 1: 请问'
    )
    expect(reason('steps: [您好, { any: 再见, within: 1 turn }]', 'A: 您好', 'A: 嗯', 'A: 再见')).toBe(
      'step 2 too late, in turn 3, not within 1 turn: 再见'
    )
    expect(reason('steps: [{ any: 您好, title: Greeting }]', 'A: 喂')).toBe('step 1 missing: Greeting')
    expect(reason('steps: [一, 二, 三, 四, 五]', 'A: 三')).toBe(
      'step 1 missing: 一; step 2 missing: 二; step 4 missing: 四; …'
    )
  })

  it('count every step that failed, and earn a share only when told so', () => {
    const lines = ['A: 您好', 'A: 再见']
    expect(judgeYaml(three, lines)).toMatchObject({ status: 'fail', earned: 0, count: 1 })
    const partial = 'steps: { partial: true, of: [您好, 请问, 再见, { any: 好评, optional: true }] }'
    expect(judgeYaml(partial, lines)).toMatchObject({ status: 'fail', earned: 2 / 3, count: 1 })
  })

  it('may use what an earlier step captured', () => {
    const named =
      "steps: [{ by: customer, any: '/我姓(?<surname>.)/' }, '{surname}先生', '{surname}先生再见']"
    expect(judgeYaml(named, ['C: 我姓王', 'A: 王先生', 'A: 王先生再见']).status).toBe('pass')
    expect(judgeYaml(named, ['C: 我姓王', 'A: 王先生', 'A: 李先生再见']).status).toBe('fail')
  })
})

describe('the order of steps', () => {
  const of = 'of: [欢迎, 活动, 下单]'

  it.each<Row>([
    // Forward, the default: what was said too soon does not matter when it is said again in its place.
    [`steps: { ${of} }`, ['A: 欢迎', 'A: 下单请说', 'A: 活动', 'A: 下单'], 'pass 1:欢迎 3:活动 4:下单'],
    [`steps: { ${of} }`, ['A: 欢迎', 'A: 下单', 'A: 活动'], 'fail 1:欢迎 3:活动 2:下单'],
    // Strict: nothing of a later step before an earlier one.
    [`steps: { order: strict, ${of} }`, ['A: 欢迎', 'A: 活动', 'A: 下单'], 'pass 1:欢迎 2:活动 3:下单'],
    [
      `steps: { order: strict, ${of} }`,
      ['A: 欢迎', 'A: 下单请说', 'A: 活动', 'A: 下单'],
      'fail 1:欢迎 3:活动 2:下单'
    ],
    [
      `steps: { order: strict, of: [您好, 请问, 您好] }`,
      ['A: 您好', 'A: 请问', 'A: 您好'],
      'pass 1:您好 2:请问 3:您好'
    ],
    // Loose: all of them, in any order; the same twice is said twice.
    [`steps: { order: loose, ${of} }`, ['A: 下单', 'A: 活动', 'A: 欢迎'], 'pass 3:欢迎 2:活动 1:下单'],
    [`steps: { order: loose, ${of} }`, ['A: 下单', 'A: 欢迎'], 'fail 2:欢迎 1:下单 -活动 in 1..2'],
    [`steps: { order: loose, of: [您好, 您好] }`, ['A: 您好'], 'fail 1:您好 -您好 in nothing']
  ])('%s', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })
})

describe('waits between steps', () => {
  const again = 'steps: [您好, { any: 您好, wait: 4s..8s }]'

  it.each<Row>([
    [again, ['0-2 A: 您好', '6-7 A: 您好'], 'pass 1:您好 2:您好'],
    [again, ['0-2 A: 您好', '10-11 A: 您好'], 'pass 1:您好 2:您好'],
    [again, ['0-2 A: 您好', '4-5 A: 您好'], 'fail 1:您好 2:您好 wait=2000'],
    [again, ['0-2 A: 您好', '11-12 A: 您好'], 'fail 1:您好 2:您好 wait=9000'],
    [again, ['0-2 A: 您好，您好'], 'fail 1:您好 1:您好 wait=0'],
    [again, ['0-2 A: 您好，您好', '7-8 A: 您好'], 'pass 1:您好 2:您好'],
    // A greeting that a recogniser cut in two: the wait begins when the speaker falls silent.
    [again, ['0-1 A: 您好', '1-5 A: 请问有什么可以帮您', '11-12 A: 您好'], 'pass 1:您好 3:您好'],
    // A call in between is no waiting.
    [again, ['0-2 A: 您好', '5-6 A: 喂', '8-9 A: 您好'], 'fail 1:您好 3:您好 wait=2000'],
    // Too early, and then again in time.
    [again, ['0-1 A: 您好', '1-3 A: 您好', '8-9 A: 您好'], 'pass 1:您好 3:您好'],
    // Without ends, from start to start.
    [again, ['0 A: 您好', '5 A: 您好'], 'pass 1:您好 2:您好'],
    [again, ['A: 您好', 'A: 您好'], 'unknown'],
    [again, ['0-2 A: 您好'], 'fail 1:您好 -您好 in nothing'],
    [
      'steps: [您好, { any: 久等, wait: ..30s }]',
      ['0-2 A: 您好', '40-42 A: 久等'],
      'fail 1:您好 2:久等 wait=38000'
    ],
    ['steps: [您好, { any: 久等, wait: ..30s }]', ['0-2 A: 您好，久等'], 'pass 1:您好 1:久等'],
    ['steps: [{ any: 您好, wait: ..10s }]', ['12-14 A: 您好'], 'fail 1:您好 wait=12000']
  ])('%s', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('that cannot be known leave what can: words that are missing', () => {
    const yaml = 'steps: [您好, { any: 您好, wait: 4s..8s }, 再见]'
    expect(judgeYaml(yaml, ['A: 您好', 'A: 您好', 'A: 再见'])).toEqual({
      status: 'unknown',
      reason: 'the turns carry no times'
    })
    expect(summary(judgeYaml(yaml, ['A: 您好', 'A: 您好']))).toBe('fail 1:您好 -再见 in nothing')
  })

  it('are told with their figure and bound', () => {
    expect(messageOf(judgeYaml(again, ['0-2 A: 您好', '4-5 A: 您好']))).toBe(
      'step 2 too early, after 2s, at least 4s wanted: 您好'
    )
    expect(messageOf(judgeYaml(again, ['0-2 A: 您好', '11-12 A: 您好']))).toBe(
      'step 2 too late, after 9s, at most 8s allowed: 您好'
    )
  })
})

describe('a hang-up as a step', () => {
  const bye = 'steps: [再见, { event: hangup, by: agent, wait: 4s..8s }]'

  it.each([
    [{ ended_by: 'agent', duration_s: 7 }, 'pass 1:再见'],
    [{ ended_by: 'agent', duration_s: 3 }, 'fail 1:再见 wait=1000'],
    [{ ended_by: 'agent', duration_s: 20 }, 'fail 1:再见 wait=18000'],
    [{ ended_by: 'customer', duration_s: 7 }, 'fail 1:再见'],
    [{ duration_s: 7 }, 'unknown'],
    [{ ended_by: 'agent' }, 'unknown']
  ])('of a contact with %j', (fields, expected) => {
    expect(summary(judgeYaml(bye, ['0-2 A: 再见'], fields))).toBe(expected)
  })

  it('is timed by a later turn when the length of the contact is not known', () => {
    expect(judgeYaml(bye, ['0-2 A: 再见', '7 S: 通话结束'], { ended_by: 'agent' }).status).toBe('pass')
    expect(judgeYaml(bye, ['0-2 A: 再见', '3 S: 通话结束'], { ended_by: 'agent' }).status).toBe('fail')
  })

  it('says who hung up', () => {
    const outcome = judgeYaml('steps: [再见, { event: hangup, by: customer }]', ['A: 再见'], {
      ended_by: 'agent'
    })
    expect(messageOf(outcome)).toBe('step 2 not taken, the agent hung up: the customer hangs up')
  })
})

describe('steps that the other side interrupts', () => {
  const yaml = `
steps:
  interrupted_by: customer
  after: { by: agent, any: 您好 }
  of: [{ any: 您好, wait: 4s..8s }, { any: 听不到, wait: 4s..8s }, { event: hangup, by: agent, wait: 4s.. }]`

  it.each<readonly [lines: readonly string[], expected: string]>([
    // Before anything was due, it did not arise.
    [['0-2 A: 您好', '4-6 C: 查话费', '7-8 A: 好'], 'na'],
    // Steps taken so far decide.
    [['0-2 A: 您好', '7-8 A: 您好', '9-10 C: 听到了', '11-12 A: 好'], 'pass 2:您好'],
    // A second greeting too soon harms nobody who answers in time.
    [['0-1 A: 您好', '1-3 A: 您好，请问有什么可以帮您', '4-6 C: 查话费'], 'na'],
    [['0-2 A: 您好', '4-5 A: 您好', '12-13 C: 听到了'], 'fail 1:您好 2:您好 wait=2000'],
    // What was due and not done counts.
    [['0-2 A: 您好', '13-15 C: 喂'], 'fail 1:您好 wait=11000'],
    [['0-2 A: 您好', '7-8 A: 您好', '13-14 A: 听不到', '15-16 C: 喂'], 'pass 2:您好 3:听不到']
  ])('%j', (lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('only by words that count as such, when told which', () => {
    const spoken = yaml.replace('customer', "{ by: customer, any: '/./', except: 无声 }")
    const lines = ['0-2 A: 您好', '3-6 C: （无声）', '7-8 A: 您好', '8-12 C: （无声）', '13-14 A: 听不到']
    expect(summary(judgeYaml(spoken, lines, { ended_by: 'agent', duration_s: 19 }))).toBe(
      'pass 3:您好 5:听不到'
    )
    expect(judgeYaml(spoken, ['0-2 A: 您好', '3-6 C: 喂', '7-8 A: 您好'])).toMatchObject({ status: 'na' })
  })

  it('by hanging up', () => {
    const lines = ['0-2 A: 您好', '7-8 A: 您好', '13-14 A: 听不到']
    expect(judgeYaml(yaml, lines, { ended_by: 'customer', duration_s: 15 }).status).toBe('pass')
    expect(judgeYaml(yaml, lines, { ended_by: 'agent', duration_s: 15 }).status).toBe('fail')
    expect(judgeYaml(yaml, lines, { ended_by: 'agent', duration_s: 19 }).status).toBe('pass')
  })
})

describe('steps tied to something said', () => {
  const faint =
    'steps: { after: { by: customer, any: 听不清, nth: every, reach: 2 turns }, of: [抱歉, 大声] }'

  it.each<Row>([
    [faint, ['C: 听不清', 'A: 抱歉', 'A: 请大声'], 'pass 2:抱歉 3:大声'],
    [
      faint,
      ['C: 听不清', 'A: 抱歉请大声', 'C: 听不清', 'A: 哦'],
      'fail 3:听不清 -抱歉 in 4..4 -大声 in 4..4'
    ],
    [faint, ['A: 抱歉', 'A: 请大声'], 'na']
  ])('%s', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('say where', () => {
    expect(messageOf(judgeYaml(faint, ['C: 听不清', 'A: 抱歉请大声', 'C: 听不清', 'A: 抱歉']))).toBe(
      'after turn 3: step 2 missing: 大声 (1 of 2 times)'
    )
  })
})
