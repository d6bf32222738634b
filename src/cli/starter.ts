import type { Lang } from '../diagnostics/wording.ts'

/** What a new standard begins with; small, but it works, and its examples hold. */
export interface StarterChoices {
  readonly id: string
  readonly company: string
  readonly lang: Lang
}

export function writeStarter(choices: StarterChoices): string {
  return choices.lang === 'zh' ? chinese(choices) : english(choices)
}

function chinese({ id, company }: StarterChoices): string {
  return `# 服务标准。检查写法：linecheck lint；运行示例：linecheck test；评分：linecheck audit 文件 -s 本文件
linecheck: 1
id: ${id}
title: 客服用语规范
lang: zh
vars:
  company: ${JSON.stringify(company)}   # 联络记录中若有 company 字段，以字段为准
  reply_limit: 60
lexicons:
  greeting: [您好, 早上好, 上午好, 下午好, 晚上好]
  offer: [有什么…帮, 为您服务, 请讲, 请说]
  slang: [我晕, 我靠, 鬼知道]
scoring: { pass: 80, bands: { 优秀: 95, 良好: 85, 合格: 80, 不合格: 0 } }
sections:
  - id: opening
    title: 开头
    weight: 40
    criteria:
      - id: opening.greeting
        clause: '1.1'
        title: 首句问候、报公司名、主动帮助
        dimension: assurance
        say: { in: first run, all: [$greeting, '{company?}', $offer] }
        advice: 首句依次说：您好、公司名、请问有什么可以帮您。
        examples:
          pass: ['A: 您好，${company}，请问有什么可以帮您？', ['A: 早上好', 'A: 这里是${company}，很高兴为您服务']]
          fail: ['A: 喂，说吧。']
          na: ['C: 有人吗？']
  - id: talk
    title: 过程
    weight: 40
    criteria:
      - id: no-slang
        clause: '2.1'
        title: 不使用口头禅和粗话
        dimension: assurance
        avoid: $slang
        advice: 换成平和的说法，例如“我理解您的心情”。
        examples:
          pass: ['A: 我理解您的心情。', ['C: 我靠，又断网了', 'A: 请问您的宽带账号是多少？']]
          fail: ['A: 我晕，怎么又是这个问题']
      - id: invoice
        clause: '2.2'
        title: 客户要发票时告知可以开具
        dimension: reliability
        answer: { to: [发票], with: [可以开, 给您开, 能开], never: [没有发票, 不开发票] }
        advice: 回答“可以开发票”，再问抬头。
        examples:
          pass: [['C: 能开发票吗？', 'A: 可以开的，请问抬头是什么？']]
          fail: [['C: 能开发票吗？', 'A: 不好意思，不开发票']]
          na: [['C: 在吗？', 'A: 您好']]
      - id: reply-time
        clause: '2.3'
        title: 每次回复不超过规定时间
        dimension: responsiveness
        measure: { reply: each, max: '{reply_limit}s' }
        advice: 需要查询时先请客户稍等。
        examples:
          pass: [['[0:00] C: 在吗？', '[0:20] A: 您好']]
          fail: [['[0:00] C: 在吗？', '[1:30] A: 您好']]
  - id: closing
    title: 结束
    weight: 20
    criteria:
      - id: closing.farewell
        clause: '3.1'
        title: 结束时道别
        dimension: empathy
        say: { in: last 2 runs, any: [再见, 拜拜, 祝您] }
        advice: 以“感谢您的来电，再见”结束。
        examples:
          pass: ['A: 感谢您的来电，再见']
          fail: [['A: 您好', 'C: 没事了', 'A: 嗯']]
`
}

function english({ id, company }: StarterChoices): string {
  return `# A service standard. Check it: linecheck lint. Run its examples: linecheck test. Score: linecheck audit FILE -s THIS
linecheck: 1
id: ${id}
title: Service standard
lang: en
vars:
  company: ${JSON.stringify(company)}   # a field "company" of the contact wins over this
  reply_limit: 60
lexicons:
  greeting: [hello, hi, good morning, good afternoon, good evening, thank you for calling]
  offer: [how … help, how … assist, what can i do for you]
  slang: [no way, whatever, dude]
scoring: { pass: 80, bands: { Excellent: 95, Good: 85, Acceptable: 80, Needs improvement: 0 } }
sections:
  - id: opening
    title: Opening
    weight: 40
    criteria:
      - id: opening.greeting
        clause: '1.1'
        title: Greets, names the company, offers help
        dimension: assurance
        say: { in: first run, all: [$greeting, '{company?}', $offer] }
        advice: Say hello, the name of the company, and ask how you can help.
        examples:
          pass: ['A: Hello, this is ${company}, how can I help you?']
          fail: ['A: Yes?']
          na: ['C: Anybody there?']
  - id: talk
    title: Talk
    weight: 40
    criteria:
      - id: no-slang
        clause: '2.1'
        title: No slang
        dimension: assurance
        avoid: $slang
        advice: Prefer plain words, such as "I understand".
        examples:
          pass: ['A: I understand.', ['C: whatever', 'A: Let me check that for you.']]
          fail: ['A: Whatever you say, dude.']
      - id: refund
        clause: '2.2'
        title: A question about a refund gets its terms
        dimension: reliability
        answer: { to: [refund, money back], with: ['/\\d+ days/', refund policy], never: [no refunds] }
        advice: Name the refund policy and its days.
        examples:
          pass: [['C: Can I get a refund?', 'A: Yes, within 30 days.']]
          fail: [['C: Can I get a refund?', 'A: There are no refunds.']]
          na: [['C: Hi', 'A: Hello']]
      - id: reply-time
        clause: '2.3'
        title: Every reply in time
        dimension: responsiveness
        measure: { reply: each, max: '{reply_limit}s' }
        advice: Ask the customer to wait when you need to look something up.
        examples:
          pass: [['[0:00] C: Hi', '[0:20] A: Hello']]
          fail: [['[0:00] C: Hi', '[1:30] A: Hello']]
  - id: closing
    title: Closing
    weight: 20
    criteria:
      - id: closing.farewell
        clause: '3.1'
        title: Says goodbye
        dimension: empathy
        say: { in: last 2 runs, any: [goodbye, bye, have a … day, take care] }
        advice: Thank the customer and say goodbye.
        examples:
          pass: ['A: Thank you for calling, goodbye.']
          fail: [['A: Hello', "C: That's all", 'A: OK']]
`
}
