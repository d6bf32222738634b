import type { Problem } from '../../src/diagnostics/problem.ts'
import type { CriterionResult, Evaluation } from '../../src/model/evaluation.ts'
import type { JudgedValue, MetricHeader, MetricResult } from '../../src/model/metric.ts'
import type { CriterionSummary, Estimate, Scorecard } from '../../src/model/scorecard.ts'
import { createKeeper } from '../../src/report/keeper.ts'
import { plainPaint } from '../../src/report/paint.ts'
import type { ReportContext, ReportFormat, RunHeader, RunSummary } from '../../src/report/report.ts'

// A small run of a hotline, by hand: figures need not follow from each other, only look like a real run's.

const metric: MetricHeader = {
  id: 'service-level',
  title: '20 秒内应答',
  clause: ['KPI-02'],
  dimension: 'responsiveness',
  advice: '高峰时段增加坐席。',
  kind: 'share',
  unit: 'share',
  target: '>= 80%',
  per: ['agent', 'weekday'],
  trend: 'month',
  file: 'rules/telecom-hotline.yaml',
  line: 90
}

const judged = (hits: number, n: number, rest: Partial<JudgedValue> = {}): JudgedValue => ({
  value: n === 0 ? null : hits / n,
  n,
  unknown: 0,
  against: { total: n - hits, shown: n > hits ? ['T-0007', 'T-0031'].slice(0, n - hits) : [] },
  parts: [],
  verdict: n === 0 ? 'none' : hits / n >= 0.8 ? 'met' : 'missed',
  ...rest
})

const metrics: readonly MetricResult[] = [
  {
    standard: 'telecom-hotline',
    metric,
    figure: judged(70, 96, { low: 0.6327, high: 0.8081, close: true, unknown: 2 }),
    groups: [
      {
        keys: ['1001', '1'],
        name: '周敏',
        figure: judged(40, 45, { low: 0.76, high: 0.95, close: true }),
        trend: []
      },
      {
        keys: ['1003', '7'],
        name: '=马骏',
        figure: judged(30, 51, { low: 0.4515, high: 0.7122 }),
        trend: []
      },
      { keys: [null, null], figure: judged(0, 0), trend: [] }
    ],
    trend: [
      { period: '2026-02', figure: judged(40, 50), change: null },
      { period: '2026-03', figure: judged(30, 46), change: -0.1478 },
      { period: null, figure: judged(0, 0), change: null }
    ]
  },
  {
    standard: 'telecom-hotline',
    metric: {
      id: 'wait',
      title: '平均等待时长',
      clause: [],
      kind: 'mean',
      unit: 'seconds',
      per: []
    },
    figure: {
      value: 131.25,
      n: 96,
      unknown: 0,
      low: 92.5,
      high: 170,
      against: { total: 0, shown: [] },
      parts: []
    },
    groups: [],
    trend: []
  }
]

export const header: RunHeader = {
  standards: [
    {
      id: 'telecom-hotline',
      title: '热线服务用语规范',
      version: '2026.1',
      hash: 'b7f3c1d2',
      pass: 85,
      bands: [
        { name: '优秀', from: 95 },
        { name: '良好', from: 85 },
        { name: '合格', from: 60 },
        { name: '不合格', from: 0 }
      ],
      sections: [
        { id: 'opening', title: '开头' },
        { id: 'talk', title: '通话' },
        { id: 'closing', title: '结束' }
      ],
      criteria: [
        {
          id: 'opening.greeting',
          title: '首句问候、报名、主动帮助',
          clause: ['TEL-01'],
          section: 'opening',
          advice: '首句依次说:问候、单位、姓名或工号、主动帮助。',
          file: 'rules/telecom-hotline.yaml',
          line: 31
        },
        {
          id: 'talk.hold',
          title: '等待不超过 20 秒',
          clause: ['HTL-02'],
          section: 'talk',
          advice: '请客户稍等前先说明原因。'
        },
        {
          id: 'talk.privacy',
          title: '核实身份前不透露客户资料',
          clause: ['PRH-01', 'PRH-02'],
          section: 'talk',
          fatal: true,
          advice: '先核对姓名与证件后四位,再报资料。'
        },
        { id: 'talk.invoice', title: '答复发票', clause: ['PRE-11'], section: 'talk' },
        { id: 'closing.goodbye', title: '询问是否还有需要并道别', clause: [], section: 'closing' }
      ]
    }
  ]
}

const greetingMissed: CriterionResult = {
  id: 'opening.greeting',
  clause: ['TEL-01'],
  status: 'fail',
  earned: 2.5,
  possible: 10,
  message: '首句缺少工号与主动帮助',
  evidence: [
    { turn: 1, at: 0, from: 0, to: 2, quote: '您好' },
    {
      missing: '工号',
      searched: { first: 1, last: 1 },
      nearest: { turn: 1, at: 0, from: 2, to: 9, quote: '您好,我是小周啊,说吧', similarity: 0.714 }
    },
    { missing: '主动帮助', searched: null }
  ]
}

const passed = (id: string, clause: string, possible: number): CriterionResult => ({
  id,
  clause: [clause],
  status: 'pass',
  earned: possible,
  possible,
  evidence: []
})

export const evaluations: readonly Evaluation[] = [
  {
    contact: 'T-001',
    agent: '1001',
    agentName: '李娜',
    team: 'A',
    started: '2026-03-02T09:00:00+08:00',
    standard: 'telecom-hotline',
    score: 100,
    scoreWithoutFatal: 100,
    band: '优秀',
    passed: true,
    sections: [{ id: 'opening', score: 100, earned: 10, possible: 10 }],
    dimensions: [{ id: 'assurance', score: 100, earned: 10, possible: 10 }],
    criteria: [
      passed('opening.greeting', 'TEL-01', 10),
      passed('talk.hold', 'HTL-02', 20),
      { id: 'talk.invoice', clause: ['PRE-11'], status: 'na', reason: '客户没有问到发票' },
      { id: 'closing.goodbye', clause: [], status: 'unknown', reason: '记录在结束前中断' }
    ]
  },
  {
    contact: 'T-002',
    agent: '1007',
    agentName: '周敏',
    team: 'B',
    started: '2026-03-02T09:12:40+08:00',
    standard: 'telecom-hotline',
    score: 0,
    scoreWithoutFatal: 200 / 3,
    band: '不合格',
    passed: false,
    sections: [{ id: 'opening', score: 25, earned: 2.5, possible: 10 }],
    dimensions: [],
    criteria: [
      greetingMissed,
      {
        id: 'talk.hold',
        clause: ['HTL-02'],
        status: 'fail',
        earned: 0,
        possible: 20,
        message: '有一次等待超过 20 秒',
        evidence: [{ measured: 'silence', value: 31.456, unit: 's', turn: 7, at: 65_250 }]
      },
      {
        id: 'talk.privacy',
        clause: ['PRH-01', 'PRH-02'],
        status: 'fail',
        earned: 0,
        possible: 0,
        deducted: 30,
        fatal: true,
        message: '核实身份前报出了手机号',
        evidence: [
          {
            turn: 9,
            at: 3_725_940,
            from: 44,
            to: 55,
            quote:
              '我这边看到您上个月办理的套餐是五十九元那一档,流量还剩下三个多G,登记的联系电话是13800138000,地址是\n和平路十二号,您看对不对,不对的话我给您改一下,改好以后二十四小时之内生效'
          }
        ]
      },
      {
        id: 'closing.goodbye',
        clause: [],
        status: 'fail',
        earned: 0,
        possible: 10,
        message: '没有道别',
        evidence: [
          { field: 'ended_by', value: 'agent' },
          { field: 'rings', value: 6 }
        ]
      }
    ]
  },
  {
    contact: '=T-003',
    agent: null,
    started: '2026-03-02T09:20:00+08:00',
    standard: 'telecom-hotline',
    score: null,
    scoreWithoutFatal: null,
    band: null,
    passed: null,
    reason: '标准中没有一条适用于这份记录',
    sections: [],
    dimensions: [],
    criteria: [{ id: 'opening.greeting', clause: ['TEL-01'], status: 'na', reason: '没有坐席的语句' }]
  }
]

export const badRecord: Problem = {
  code: 'input/unreadable',
  severity: 'error',
  place: { file: 'march.csv', line: 42 },
  values: { path: 'march.csv', reason: 'no contact id' }
}

export function estimate(n: number, value: number | null, half?: number): Estimate {
  if (value === null || half === undefined) return { n, value, low: null, high: null }
  return { n, value, low: Math.max(0, value - half), high: Math.min(100, value + half) }
}

export function criterion(
  id: string,
  pass: number,
  fail: number,
  extra: Partial<CriterionSummary> = {}
): CriterionSummary {
  const cited = header.standards[0]?.criteria.find(each => each.id === id)
  return {
    id,
    title: cited?.title ?? id,
    clause: cited?.clause ?? [],
    fatal: cited?.fatal ?? false,
    counts: { pass, fail, na: 0, unknown: 0 },
    passRate: estimate(pass + fail, pass + fail === 0 ? null : (100 * pass) / (pass + fail), 5),
    lost: fail * 10,
    failed: { total: fail, shown: [] },
    ...extra
  }
}

export function scorecard(key: string | null, score: Estimate, extra: Partial<Scorecard> = {}): Scorecard {
  return {
    standard: 'telecom-hotline',
    key,
    contacts: score.n,
    score,
    scoreWithoutFatal: score,
    passRate: estimate(score.n, score.value === null ? null : 100, 2),
    fatal: 0,
    bands: {},
    sections: [],
    dimensions: [],
    classes: [],
    criteria: [],
    lowest: { total: 0, shown: [] },
    ...extra
  }
}

const shownContacts = Array.from({ length: 20 }, (_, i) => ({
  contact: `T-${String(i + 2).padStart(3, '0')}`,
  score: i * 3.37
}))

const cards: readonly Scorecard[] = [
  scorecard('1001', estimate(24, 96.24999999999999, 2.1), {
    name: '李娜',
    team: 'A',
    passRate: estimate(24, 95.83, 8),
    bands: { 优秀: 18, 良好: 6 },
    sections: [
      { id: 'opening', title: '开头', score: estimate(24, 100, 0) },
      { id: 'talk', title: '通话', score: estimate(24, 93.4, 3) },
      { id: 'closing', title: '结束', score: estimate(24, 98, 2) }
    ],
    dimensions: [{ id: 'assurance', title: 'assurance', score: estimate(24, 97, 2) }],
    criteria: [
      criterion('talk.hold', 22, 2, {
        failed: {
          total: 2,
          shown: [
            { contact: 'T-031', score: 80 },
            { contact: 'T-044', score: 80 }
          ]
        }
      }),
      criterion('opening.greeting', 24, 0)
    ]
  }),
  scorecard('1002', estimate(21, 91.7, 4.4), {
    name: 'Oliver Featherstonehaugh',
    team: 'A',
    passRate: estimate(21, 85.7, 12),
    bands: { 优秀: 10, 良好: 8, 合格: 3 },
    criteria: [criterion('closing.goodbye', 17, 4)]
  }),
  scorecard('1007', estimate(27, 61.25, 9.34), {
    name: '周敏',
    team: 'B',
    contacts: 29,
    scoreWithoutFatal: estimate(27, 68.2, 7),
    passRate: estimate(27, 25.9, 14),
    fatal: 3,
    bands: { 优秀: 1, 良好: 6, 合格: 9, 不合格: 11 },
    sections: [
      { id: 'opening', title: '开头', score: estimate(27, 42.6, 8) },
      { id: 'talk', title: '通话', score: estimate(27, 71.9, 8) },
      { id: 'closing', title: '结束', score: estimate(27, 60, 8) }
    ],
    classes: [
      { id: 'customer', accuracy: estimate(27, 96.3, 4) },
      { id: 'compliance', accuracy: estimate(27, 88.9, 9) },
      { id: 'other', accuracy: estimate(0, null) }
    ],
    dimensions: [
      { id: 'reliability', title: 'reliability', score: estimate(27, 77.7, 5) },
      { id: 'assurance', title: 'assurance', score: estimate(27, 48.15, 5) },
      { id: 'empathy', title: 'empathy', score: estimate(0, null) }
    ],
    criteria: [
      criterion('opening.greeting', 8, 19, { failed: { total: 19, shown: shownContacts } }),
      criterion('talk.privacy', 24, 3, { failed: { total: 3, shown: shownContacts.slice(0, 3) } }),
      criterion('talk.hold', 17, 9, {
        counts: { pass: 17, fail: 9, na: 0, unknown: 3 },
        failed: { total: 9, shown: shownContacts.slice(0, 5) }
      }),
      criterion('closing.goodbye', 20, 7),
      criterion('talk.invoice', 0, 0)
    ],
    lowest: { total: 27, shown: shownContacts.slice(0, 3) }
  }),
  scorecard('1010', estimate(19, 83.1, 6.2), {
    name: '王建国',
    team: 'B',
    passRate: estimate(19, 57.9, 20),
    bands: { 良好: 11, 合格: 8 },
    criteria: [criterion('opening.greeting', 11, 8)]
  }),
  scorecard('1015', estimate(1, 72.5), {
    name: '赵小燕',
    team: 'B',
    passRate: estimate(1, 0, 40),
    bands: { 合格: 1 },
    criteria: [criterion('opening.greeting', 0, 1)]
  }),
  scorecard(null, estimate(0, null), { contacts: 4, passRate: estimate(0, null) })
]

const places = [
  { best: 1, worst: 2 },
  { best: 1, worst: 3 },
  { best: 4, worst: 4 },
  { best: 2, worst: 3 }
]

export const summary: RunSummary = {
  scorecards: cards.map((card, i) => ({ card, places: places[i] ?? null })),
  overall: [
    scorecard(null, estimate(92, 80.05, 3.3), {
      contacts: 98,
      passRate: estimate(92, 66.3, 9),
      fatal: 3,
      bands: { 优秀: 29, 良好: 31, 合格: 21, 不合格: 11 },
      criteria: [
        criterion('opening.greeting', 60, 28),
        criterion('talk.hold', 80, 11),
        criterion('talk.privacy', 89, 3),
        criterion('closing.goodbye', 70, 11),
        criterion('talk.invoice', 0, 0, { counts: { pass: 0, fail: 0, na: 98, unknown: 0 } })
      ]
    })
  ],
  counts: {
    files: 2,
    contacts: 98,
    turns: 3412,
    rows: 99,
    badRows: 1,
    evaluated: 98,
    notScored: 6,
    notApplicable: 0,
    measured: 98
  },
  metrics,
  problems: 1,
  verdict: {
    negative: true,
    reasons: ['mean 80.1 is below --min-score 85', '3 contacts with a fatal breach']
  }
}

export const emptySummary: RunSummary = {
  scorecards: [],
  overall: [],
  counts: {
    files: 1,
    contacts: 0,
    turns: 0,
    rows: 0,
    badRows: 0,
    evaluated: 0,
    notScored: 0,
    notApplicable: 0
  },
  problems: 0,
  verdict: { negative: false, reasons: [] }
}

export const context: ReportContext = { lang: 'en', paint: plainPaint, details: 'none', version: '0.1.0' }

/** The whole report of the sample run, or of another, as one text. */
export function write(
  format: ReportFormat,
  options: Partial<ReportContext> = {},
  run: {
    header?: RunHeader
    evaluations?: readonly Evaluation[]
    summary?: RunSummary
    bad?: readonly Problem[]
  } = {}
): string {
  const reporter = format.create({ ...context, ...options }, run.header ?? header)
  const [first, ...rest] = run.evaluations ?? evaluations
  const rows = [
    ...(first ? [reporter.evaluation(first)] : []),
    ...(run.bad ?? [badRecord]).map(reporter.bad),
    ...rest.map(reporter.evaluation),
    reporter.last?.(run.summary ?? summary) ?? ''
  ]
  const body = rows.filter(row => row !== '').join(reporter.between ?? '')
  const keeper = reporter.keeps === undefined ? undefined : createKeeper(reporter.keeps)
  keeper?.add(body)
  let text = reporter.begin() + (keeper ? '' : body)
  for (const piece of reporter.end(run.summary ?? summary, keeper?.take() ?? [])) text += piece
  return text
}
