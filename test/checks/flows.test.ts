import { expect, it } from 'vitest'
import { describe as tell } from '../../src/diagnostics/describe.ts'
import { runExamples } from '../../src/examples/run.ts'
import { loadStandard } from '../../src/standard/load.ts'

/** Flows of calls and cases, as a service standard words them, with talks that must come out as said. */
const standard = String.raw`
linecheck: 1
id: flows
lexicons:
  greeting: [您好, 你好]
  sorry: [抱歉, 对不起, 不好意思]
  no-sound: [听不到, 没有声音, 听不见]
  faint: [声音太小, 声音很小, 听不清]
  louder: [大声, 大点声, 声音大一点]
  noise: [杂音, 噪音, 太吵]
  other-phone: ['/(换|用).{0,6}(电话|话机)/']
  goodbye: [再见, 拜拜]
sections:
  - id: lines
    criteria:
      - id: silent-line
        steps:
          after: { by: agent, in: first turn, any: ['/.+/'] }
          interrupted_by: customer
          of:
            - { any: $greeting, wait: 4s..8s, title: 再次问候 }
            - { all: [$no-sound, $other-phone, $goodbye], wait: 4s..8s, title: 说明无声并道别 }
            - { event: hangup, by: agent, wait: 4s.. }
        examples:
          pass:
            - talk:
                - '[0-4] A: 您好，星河热线，请问有什么可以帮您？'
                - '[9-10] A: 您好，请讲'
                - '[15-18] A: 您好，听不到您的声音'
                - '[18-22] A: 请您换一部电话再拨，再见'
              fields: { ended_by: agent, duration_s: 27 }
            - talk: ['[0-4] A: 您好，星河热线', '[9-10] A: 您好，请讲', '[12-13] C: 听到了', '[14-15] A: 请讲']
              fields: { ended_by: customer }
          fail:
            - talk:
                - '[0-4] A: 您好，星河热线'
                - '[9-10] A: 您好'
                - '[15-18] A: 听不到您的声音，请您换一部电话再拨，再见'
              fields: { ended_by: agent, duration_s: 19 }
            - talk: ['[0-4] A: 您好，星河热线', '[9-10] A: 您好']
              fields: { ended_by: agent, duration_s: 15 }
            - talk: ['[0-4] A: 您好，星河热线', '[5-6] A: 您好', '[14-15] C: 喂']
            - talk: ['[0-4] A: 您好，星河热线', '[20-21] C: 喂，有人吗', '[22-23] A: 您好']
          na:
            - talk: ['[0-4] A: 您好，星河热线', '[5-7] C: 查话费', '[8-9] A: 好的']
            - ['A: 您好，星河热线', 'C: 查话费', 'A: 好的']
      - id: silent-line.no-threat
        avoid: { after: { by: agent, in: first turn, any: ['/.+/'] }, any: ['/(再不|不).{0,4}说话.{0,6}挂/', 我挂了, 要挂断] }
        examples:
          pass: [['A: 您好', 'A: 您好']]
          fail: [['A: 您好', 'A: 再不说话我就挂了']]
      - id: faint-voice
        say: { around: { by: agent, any: $faint, reach: 1 turn }, all: [$sorry, $louder] }
        examples:
          pass: [['C: 我想查', 'A: 对不起，您的声音太小', 'A: 请您大声一点好吗']]
          fail: [['C: 我想查', 'A: 听不清，大声点', 'C: 好']]
          na: [['C: 我想查', 'A: 好的']]
      - id: faint-voice.hangup
        when: ["ended_by == 'agent'", { by: agent, in: last 3 runs, any: $faint }]
        steps: [{ all: [$sorry, $other-phone], title: 致歉并建议换电话 }, { event: hangup, by: agent, wait: 4s.. }]
        examples:
          pass:
            - talk: ['[0-2] A: 对不起，声音太小', '[3-4] C: 喂', '[5-9] A: 抱歉还是听不清，请您换一部电话']
              fields: { ended_by: agent, duration_s: 14 }
          fail:
            - talk: ['[0-2] A: 对不起，声音太小', '[3-4] C: 喂']
              fields: { ended_by: agent, duration_s: 5 }
            - talk: ['[0-2] A: 对不起，声音太小', '[3-4] C: 喂', '[5-9] A: 抱歉还是听不清，请您换一部电话']
              fields: { ended_by: agent, duration_s: 10 }
          na:
            - talk: ['[0-2] A: 对不起，声音太小', '[3-4] C: 喂']
              fields: { ended_by: customer }
      - id: noisy-line
        when: { by: agent, any: $noise }
        steps:
          interrupted_by: customer
          of:
            - { all: [$sorry, $noise], title: 致歉并说明听不清 }
            - { any: $other-phone, title: 请换电话再拨 }
            - $goodbye
            - { event: hangup, by: agent, wait: 4s.. }
        examples:
          pass:
            - talk: ['[0-2] C: 我要', '[3-9] A: 很抱歉，杂音太大听不清，请您换一部电话再拨，再见']
              fields: { ended_by: agent, duration_s: 14 }
            - ['A: 很抱歉，杂音太大', 'C: 我换个地方，现在呢', 'A: 可以了']
          fail:
            - talk: ['[0-2] C: 我要', '[3-9] A: 很抱歉，杂音太大听不清，再见']
              fields: { ended_by: agent, duration_s: 14 }
            - talk: ['[0-2] C: 我要', '[3-9] A: 很抱歉，杂音太大听不清，请您换一部电话再拨，再见']
              fields: { ended_by: agent, duration_s: 10 }
          na: [['C: 你好', 'A: 您好']]
  - id: cases
    criteria:
      - id: four-steps
        when: { by: customer, any: [坏了, 有问题, 破损, 质量] }
        steps:
          partial: true
          of:
            - { any: [请问…什么情况, 请您描述, 别着急, 抱歉], title: 协商 }
            - one_of: [{ any: [收到您的货, 收到货了, 收到照片] }, { by: customer, any: ['/\[图片\]/o', 照片发] }]
              title: 收到货物或照片
            - { any: [确实是, 确认是, 属于质量], title: 确认问题 }
            - { any: [退款, 换货, 补发, 换一件], title: 退款或换货 }
        examples:
          pass:
            - ['C: 衣服破损了', 'A: 抱歉，请您发张照片，有问题可以退款', 'C: [图片]', 'A: 确实是质量问题，给您退款']
          fail:
            - ['C: 衣服破损了', 'A: 抱歉，给您退款']
            - ['C: 衣服破损了', 'A: 抱歉', 'A: 确实是质量问题', 'C: [图片]', 'A: 给您退款']
          na: [['C: 几时发货', 'A: 今天']]
`

const { standard: compiled, problems } = loadStandard('flows.yaml', standard, 'en')

it('is a well-formed standard', () => {
  expect(problems.map(problem => tell(problem, 'en').message)).toEqual([])
})

const results = compiled ? [...runExamples(compiled, () => true)] : []

it.each(results.map(result => [result.criterion, result.example.kind, result.number, result] as const))(
  '%s: %s %i',
  (_criterion, kind, _number, { outcome, verdict, reason }) => {
    expect({ kind, verdict, outcome, reason }).toMatchObject({ verdict: 'ok' })
  }
)
