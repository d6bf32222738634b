import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { home, linecheck } from '../cli/run.ts'
import { judgeYaml, summary } from './from-yaml.ts'
import { evidenceOf, judge, quotesOf } from './judge.ts'

/** Each row: what is asked for, the talk, and what comes of it. */
type Row = readonly [yaml: string, lines: readonly string[], expected: string]

const messageOf = (outcome: ReturnType<typeof judgeYaml>): string =>
  'message' in outcome ? outcome.message : 'reason' in outcome ? outcome.reason : outcome.status

describe('script', () => {
  const two = 'script: 感谢您的来电。请对本次服务评价!'
  const said = 'script said=100'

  it.each<Row>([
    // A text is a script of its sentences, a list one of its items.
    [two, ['A: 感谢您的来电，请对本次服务评价'], `pass 1:感谢您的来电 1:请对本次服务评价 ${said}`],
    [two, ['A: 请对本次服务评价', 'A: 感谢您的来电'], `pass 2:感谢您的来电 1:请对本次服务评价 ${said}`],
    [two, ['A: 感谢您的来电'], 'fail 1:感谢您的来电 script said=50 -请对本次服务评价! in 1..1'],
    [two, ['C: 感谢您的来电，请对本次服务评价'], 'na'],
    [two, [], 'unknown'],
    ['script: [感谢您的来电。再见]', ['A: 感谢您的来电再见'], `pass 1:感谢您的来电再见 ${said}`],
    // Nearly so: fillers, wrong and dropped characters, traditional ones.
    [two, ['A: 嗯感谢您来电那个请对本次的服务评价'], `pass 1:感谢您来电 1:请对本次的服务评价 ${said}`],
    [two, ['A: 感謝您的來電請對本次服務評價'], `pass 1:感謝您的來電 1:請對本次服務評價 ${said}`],
    [two, ['A: 感谢来电，请评价'], 'fail script said=0 -感谢您的来电 in 1..1 -请对本次服务评价! in 1..1'],
    // A sentence over several messages, and over turns between which the other side speaks.
    [
      two,
      ['A: 感谢您', 'A: 的来电请对', 'C: 嗯', 'A: 本次服务评价'],
      `pass 1:感谢您 2:的来电 2:请对 4:本次服务评价 ${said}`
    ],
    // What one side begins the other does not finish.
    [
      'script: { by: anyone, text: 感谢您的来电 }',
      ['A: 感谢您', 'C: 的来电'],
      'fail script said=0 -感谢您的来电 in 1..2'
    ],
    // Scopes and anchors.
    ['script: { by: bot, text: 感谢您的来电 }', ['B: 感谢您的来电'], `pass 1:感谢您的来电 ${said}`],
    [
      'script: { in: last turn, text: 感谢您的来电 }',
      ['A: 感谢您的来电', 'A: 好'],
      'fail script said=0 -感谢您的来电 in 2..2'
    ],
    ['script: { in: first 5s, text: 感谢您的来电 }', ['A: 感谢您的来电'], 'unknown'],
    ['script: { after: 再见, text: 感谢您的来电 }', ['A: 感谢您的来电'], 'na'],
    [
      'script: { after: 再见, text: 感谢您的来电 }',
      ['A: 感谢您的来电', 'C: 再见'],
      'fail 2:再见 script said=0 -感谢您的来电 in nothing'
    ],
    [
      'script: { after: 再见, text: 感谢您的来电 }',
      ['C: 再见', 'A: 感谢您的来电'],
      `pass 2:感谢您的来电 ${said}`
    ],
    // Several wordings, parts that may be left out, lexicons and expressions.
    ['script: [{ any: [感谢您的来电, 谢谢您打来] }]', ['A: 谢谢您打来'], `pass 1:谢谢您打来 ${said}`],
    [
      'script: [感谢您的来电, { any: 再见, optional: true }]',
      ['A: 感谢您的来电'],
      `pass 1:感谢您的来电 ${said}`
    ],
    ["script: ['/满意|评价/', 再见]", ['A: 请评价，再见'], `pass 1:评价 1:再见 ${said}`],
    // The same twice is said twice.
    ['script: [您好, 您好]', ['A: 您好'], 'fail 1:您好 script said=50 -您好 in 1..1'],
    ['script: [您好, 您好]', ['A: 您好', 'A: 您好'], `pass 1:您好 2:您好 ${said}`],
    // In English, with words kept whole.
    [
      'script: Thank you for calling. Have a nice day!',
      ['A: thank you for calling um have a nice day now'],
      `pass 1:thank you for calling 1:have a nice day ${said}`
    ],
    ["script: I'm in.", ['A: time in vain'], "fail script said=0 -I'm in in 1..1"]
  ])('%s %j', (yaml, lines, expected) => {
    expect(summary(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('compares sounds when told so', () => {
    const script = (more: string): string => `script: { text: 本次通话将被录音, similarity: 90%${more} }`
    const heard = ['A: 本次通化将北路音']
    expect(judgeYaml(script(''), heard).status).toBe('fail')
    expect(judgeYaml(script(', sound: true'), heard).status).toBe('pass')
  })

  it('asks for a share of its parts, and can earn by it', () => {
    const text = 'text: [感谢您的来电, 请对服务评价, 祝您生活愉快, { any: 再见, optional: true }]'
    const lines = ['A: 感谢您的来电', 'A: 祝您生活愉快']
    expect(judgeYaml(`script: { ${text}, coverage: 60% }`, lines).status).toBe('pass')
    expect(judgeYaml(`script: { ${text}, coverage: 67% }`, lines)).toMatchObject({
      status: 'fail',
      earned: 0,
      count: 1
    })
    expect(judgeYaml(`script: { ${text}, partial: true }`, lines)).toMatchObject({
      status: 'fail',
      earned: 2 / 3
    })
    expect(messageOf(judgeYaml(`script: { ${text}, coverage: 60% }`, ['A: 再见']))).toBe(
      '0 of 3 parts said, at least 2 wanted; not said: “感谢您的来电” “请对服务评价” “祝您生活愉快”'
    )
    expect(messageOf(judgeYaml('script: 感谢您的来电', ['A: 喂']))).toBe('not said: “感谢您的来电”')
  })

  it('shows the line that came nearest to a part that was not said', () => {
    const outcome = judgeYaml('script: 请您对我的服务作出评价', ['A: 您好', 'A: 请您对我服务评价一下'])
    expect(evidenceOf(outcome)).toContainEqual({
      missing: '请您对我的服务作出评价',
      searched: { first: 1, last: 2 },
      nearest: { turn: 2, from: 0, to: 8, quote: '请您对我服务评价', similarity: 0.73 }
    })
  })
})

describe('the order of a script', () => {
  const of = 'text: [欢迎致电, 本次通话将被录音, 请问有什么可以帮您]'

  it.each<Row>([
    [`script: { ${of} }`, ['A: 请问有什么可以帮您', 'A: 欢迎致电', 'A: 本次通话将被录音'], 'pass'],
    [
      `script: { order: forward, ${of} }`,
      ['A: 欢迎致电', 'A: 本次通话将被录音', 'A: 请问有什么可以帮您'],
      'pass'
    ],
    [
      `script: { order: forward, ${of} }`,
      ['A: 请问有什么可以帮您', 'A: 欢迎致电', 'A: 本次通话将被录音'],
      'out of order: “请问有什么可以帮您”'
    ],
    // What was said too soon may be said again in its place, unless the order is strict.
    [
      `script: { order: forward, ${of} }`,
      ['A: 请问有什么可以帮您', 'A: 欢迎致电', 'A: 本次通话将被录音', 'A: 请问有什么可以帮您'],
      'pass'
    ],
    [
      `script: { order: strict, ${of} }`,
      ['A: 请问有什么可以帮您', 'A: 欢迎致电', 'A: 本次通话将被录音', 'A: 请问有什么可以帮您'],
      'out of order: “请问有什么可以帮您”'
    ],
    [
      `script: { order: strict, ${of} }`,
      ['A: 欢迎致电', 'A: 请问有什么可以帮您'],
      '2 of 3 parts said; not said: “本次通话将被录音”'
    ],
    [
      `script: { order: forward, coverage: 60%, ${of} }`,
      ['A: 请问有什么可以帮您', 'A: 欢迎致电'],
      'out of order: “请问有什么可以帮您”'
    ]
  ])('%s %j', (yaml, lines, expected) => {
    expect(messageOf(judgeYaml(yaml, lines))).toBe(expected)
  })

  it('keeps as many parts as can stand behind each other', () => {
    const parts = ['请出示证件', '请填写表格', '请到窗口缴费', '请保管好收据', '请扫码评价']
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), order => {
        // The longest row that rises, by trying them all.
        const longest = (from: number, above: number): number =>
          Math.max(
            0,
            ...order.flatMap((value, i) => (i >= from && value > above ? [1 + longest(i + 1, value)] : []))
          )
        const lines = order.map(i => `A: ${parts[i]!}`)
        const outcome = judge({ script: { order: 'forward', coverage: '20%', text: parts } }, lines)
        const misplaced = outcome.status === 'fail' ? outcome.count : 0
        expect(misplaced).toBe(order.length - longest(0, -1))
      })
    )
  })
})

describe('slots of a script', () => {
  const around = { declared: { balance: 'number', due: 'text', who: 'text' } } as const
  /** What comes of one slot in a sentence. */
  function hear(
    slot: unknown,
    line: string,
    fields: Readonly<Record<string, string | number>> = {},
    more: object = {}
  ): string {
    const criterion = {
      script: { text: ['您的{x}已经登记', '请问{x}吗'], coverage: '50%', slots: { x: slot }, ...more }
    }
    return messageOf(judge(criterion, [`A: ${line}`], { ...around, fields }))
  }

  it.each<
    readonly [
      slot: unknown,
      line: string,
      fields: Readonly<Record<string, string | number>>,
      expected: string
    ]
  >([
    // Values of the contact, numbers however they are said.
    ['{balance}', '您的128.5已经登记', { balance: 128.5 }, 'pass'],
    ['{balance}', '您的一百二十八块五已经登记', { balance: 128.5 }, 'pass'],
    ['{balance}元', '您的¥128.50已经登记', { balance: 128.5 }, 'pass'],
    ['{balance}', '您的1128.5元已经登记', { balance: 128.5 }, 'x is wrong: “1128.5元”, expected: 128.5'],
    ['{balance}', '您的128元已经登记', { balance: 128.5 }, 'x is wrong: “128元”, expected: 128.5'],
    ['{who}', '您的零零幺二号已经登记', { who: '0012' }, 'pass'],
    ['{who}', '您的十二号已经登记', { who: '0012' }, 'x is wrong: “十二号”, expected: 0012'],
    ['{who}', '您的10 01已经登记', { who: '1001' }, 'pass'],
    ['{who}', '您的李曉明的已經登記', { who: '李晓明' }, 'pass'],
    // A word or a number is not found in a longer one.
    ['{who}', '您的Johnson已经登记', { who: 'John' }, 'x is wrong: “Johnson”, expected: John'],
    ['{due}', '您的四月五号已经登记', { due: '2026-04-05' }, 'pass'],
    ['{due}', '您的April 5th已经登记', { due: '2026-04-05T10:00:00' }, 'pass'],
    ['{due}', '您的4月15日已经登记', { due: '2026-04-05' }, 'x is wrong: “4月15日”, expected: 2026-04-05'],
    [
      '{due}',
      '您的2025年4月5日已经登记',
      { due: '2026-04-05' },
      'x is wrong: “2025年4月5日”, expected: 2026-04-05'
    ],
    // A choice of values, patterns, data, anything.
    [['{who}', '宾客'], '您的宾客已经登记', { who: '王' }, 'pass'],
    ['/^\\d{4}$/', '您的一零零一已经登记', {}, 'pass'],
    ['/^\\d{4}$/', '您的一零零已经登记', {}, 'x is wrong: “一零零”, expected: /^\\d{4}$/'],
    [{ entity: 'money' }, '您的三百元已经登记', {}, 'pass'],
    [{ entity: 'date' }, '您的三百元已经登记', {}, 'x is wrong: “三百元”, expected: entity: date'],
    ['…', '您的什么都已经登记', {}, 'pass'],
    ['…', '您的已经登记', {}, 'x is left out'],
    // A contact without the value.
    ['{who}', '您的王已经登记', {}, 'field not in the input: who'],
    ['{who?}', '您的王已经登记', {}, 'pass'],
    ['{who?}', '您的已经登记', {}, 'x is left out']
  ])('%j heard in %s with %j', (slot, line, fields, expected) => {
    expect(hear(slot, line, fields)).toBe(expected)
  })

  it('hear like-sounding names for the same, but never numbers', () => {
    const sound = { sound: true }
    expect(hear('{who}', '您的周明已经登记', { who: '周敏' })).toBe('x is wrong: “周明”, expected: 周敏')
    expect(hear('{who}', '您的周明已经登记', { who: '周敏' }, sound)).toBe('pass')
    expect(hear('{who}', '您的李明已经登记', { who: '周敏' }, sound)).toBe(
      'x is wrong: “李明”, expected: 周敏'
    )
    expect(hear('{who}', '您的一零零四已经登记', { who: '1010' }, sound)).toBe(
      'x is wrong: “一零零四”, expected: 1010'
    )
  })

  it('end at a mark, at the next part and with the turn where no words follow them', () => {
    const script = {
      script: {
        text: ['我是{name}', '工号{number}', '为您服务'],
        slots: { name: '{who}', number: '/^\\d+$/' }
      }
    }
    const judged = (...lines: string[]) => judge(script, lines, { ...around, fields: { who: '周敏' } })
    expect(quotesOf(judged('A: 我是周敏，工号1001，为您服务'))).toEqual([
      '1:我是周敏',
      '1:工号1001',
      '1:为您服务'
    ])
    expect(quotesOf(judged('A: 我是周敏工号1001为您服务'))).toEqual([
      '1:我是周敏',
      '1:工号1001',
      '1:为您服务'
    ])
    expect(quotesOf(judged('A: 我是', 'A: 周敏', 'A: 工号：', 'A: 1001', 'A: 为您服务'))).toEqual([
      '1:我是',
      '2:周敏',
      '3:工号',
      '4:1001',
      '5:为您服务'
    ])
    expect(messageOf(judged('A: 我是工号1001，为您服务'))).toBe('name is left out')
  })

  it('stand before the first words too', () => {
    const script = { script: { text: '{name}为您服务。', slots: { name: '{who}' } } }
    const judged = (line: string) => judge(script, [line], { ...around, fields: { who: '周敏' } })
    expect(quotesOf(judged('A: 您好，周敏为您服务'))).toEqual(['1:周敏为您服务'])
    expect(messageOf(judged('A: 您好，小吴为您服务'))).toBe('name is wrong: “小吴”, expected: 周敏')
    expect(messageOf(judged('A: 为您服务'))).toBe('name is left out')
  })

  it('are told though words at the end of their sentence are not said', () => {
    const script = { script: { text: '您本次应当支付的金额为{x}元', slots: { x: '{balance}' } } }
    const outcome = judge(script, ['A: 您本次应当支付的金额为128', 'A: 请核对一下'], {
      ...around,
      fields: { balance: 128 }
    })
    expect(quotesOf(outcome)).toEqual(['1:您本次应当支付的金额为128'])
  })

  it('are looked for where their sentence says the right thing', () => {
    const script = { script: { text: '我是{name}', slots: { name: '{who}' } } }
    const outcome = judge(script, ['A: 我是说稍等', 'A: 我是周敏'], { ...around, fields: { who: '周敏' } })
    expect(quotesOf(outcome)).toEqual(['2:我是周敏'])
  })

  it('may hold what an anchor captured', () => {
    const script = {
      script: {
        after: { by: 'customer', any: '/我姓(?<surname>.)/' },
        text: '{title}您好，请问有什么可以帮您',
        slots: { title: '{surname}先生' }
      }
    }
    expect(judge(script, ['C: 我姓王', 'A: 王先生您好，请问有什么可以帮您']).status).toBe('pass')
    expect(judge(script, ['C: 我姓王', 'A: 李先生您好，请问有什么可以帮您']).status).toBe('fail')
  })
})

describe('names in a script', () => {
  const around = { vars: { shop: ['星河', '星河客服'], city: '' }, declared: { room: 'text' } }

  it('are filled with the values of the contact and the standard', () => {
    const opening = { script: '欢迎致电{shop}热线' }
    expect(judge(opening, ['A: 欢迎致电星河客服热线'], around).status).toBe('pass')
    expect(judge(opening, ['A: 欢迎致电青禾银行热线'], around).status).toBe('fail')
  })

  it('leave it open where the contact has no value, unless all is lost anyway', () => {
    const room = { script: { text: ['您的房间是{room}', '祝您入住愉快'] } }
    expect(messageOf(judge(room, ['A: 您的房间是302，祝您入住愉快'], around))).toBe(
      'field not in the input: room'
    )
    expect(messageOf(judge(room, ['A: 您的房间是302'], around))).toBe(
      '0 of 2 parts said; not said: “祝您入住愉快”'
    )
    expect(judge({ script: '您的房间是{room?}' }, ['A: 您的房间是302'], around).status).toBe('pass')
  })
})

describe('disclosure calls', () => {
  it('are told of as expected, with their evidence', async () => {
    const folder = join('fixtures', 'disclosure-calls')
    const { out, err } = await linecheck([
      'audit',
      join(folder, 'contacts.ndjson'),
      '-s',
      join(folder, 'standard.yaml'),
      '-f',
      'ndjson',
      '--lang',
      'zh'
    ])
    expect(err).toBe('')
    const lines = out.trimEnd().split('\n')
    const text = lines
      .flatMap(line => {
        const { contact, criteria } = JSON.parse(line) as {
          contact: string
          criteria: readonly { status: string }[]
        }
        return criteria
          .filter(({ status }) => status !== 'na')
          .map(one => `${JSON.stringify({ contact, ...one })}\n`)
      })
      .join('')
    const golden = join(home, folder, 'expected.ndjson')
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })
})
