import { langs, type Lang } from '../../src/diagnostics/wording.ts'
import type { Estimate } from '../../src/model/scorecard.ts'
import type { DiffFormat, DiffReport } from '../../src/diff/report/diff-format.ts'
import { findRegressions } from '../../src/diff/regressions.ts'
import type {
  ContactChange,
  CriterionDiff,
  DiffResult,
  GroupDiff,
  StandardDiff
} from '../../src/diff/result.ts'
import type { Standing } from '../../src/diff/standing.ts'
import { plainPaint } from '../../src/report/paint.ts'
import type { ReportContext } from '../../src/report/report.ts'
import { decideVerdict } from '../../src/verdict/verdict.ts'

// A comparison of a hotline's standard with a stricter one, by hand: figures need not follow from each other.

export const all = langs

export const shiftOf = (n: number, value: number | null, half?: number): Estimate => ({
  n,
  value,
  low: value === null || half === undefined ? null : value - half,
  high: value === null || half === undefined ? null : value + half
})

export const group = (key: string | null, contacts: number, more: Partial<GroupDiff> = {}): GroupDiff => ({
  key,
  contacts,
  changed: 0,
  before: 86.25,
  after: 86.25,
  shift: shiftOf(contacts, 0),
  nowFailing: 0,
  nowPassing: 0,
  fallen: 0,
  newlyFatal: 0,
  entered: 0,
  left: 0,
  moves: [],
  ...more
})

export const criterion = (
  id: string,
  clause: readonly string[],
  title: string,
  more: Partial<CriterionDiff> = {}
): CriterionDiff => ({
  id,
  title,
  clause,
  file: 'rules/hotline.yaml',
  line: 31,
  state: 'same',
  moves: [],
  before: 90,
  after: 90,
  shift: shiftOf(400, 0, 0.3),
  changed: 0,
  effect: 0,
  ...more
})

export const standing = (score: number | null, more: Partial<Standing> = {}): Standing => ({
  applies: true,
  score,
  band: score === null ? null : score >= 85 ? '良好' : '合格',
  passed: score === null ? null : score >= 85,
  fatal: false,
  ...more
})

const look: readonly ContactChange[] = [
  {
    standard: 'hotline',
    subject: {
      contact: 'T-0007',
      agent: '1003',
      agentName: '马骏',
      team: '一组',
      source: { file: 'calls/march.csv', line: 212 }
    },
    before: standing(91.5),
    after: standing(0, { fatal: true, band: '不合格', passed: false }),
    shift: -91.5,
    causes: [
      { kind: 'outcome', criterion: 'privacy', from: 'na', to: 'fail', points: -91.5 },
      { kind: 'outcome', criterion: 'opening.greeting', from: 'pass', to: 'fail', points: -8.25 },
      { kind: 'together', points: 8.25 }
    ],
    words: [
      { criterion: 'privacy', message: '说出了不该说的：手机号码' },
      { criterion: 'opening.greeting', message: '缺少：主动帮助' }
    ]
  },
  {
    standard: 'hotline',
    subject: { contact: 'T-0031', agent: '1001', agentName: '周敏', team: '二组' },
    before: standing(86),
    after: standing(78.04),
    shift: -7.96,
    causes: [
      { kind: 'outcome', criterion: 'opening.greeting', from: 'pass', to: 'fail', points: -8.25 },
      { kind: 'weighing', what: 'criterion', id: 'talk.hold', keys: ['weight'], points: 0.29 }
    ],
    words: []
  },
  {
    standard: 'hotline',
    subject: { contact: 'T-0032 | <b>@all</b>', agent: null, source: { file: 'calls/march.csv', line: 901 } },
    before: standing(84),
    after: standing(86),
    shift: 2,
    causes: [{ kind: 'outcome', criterion: 'talk.slang', from: 'fail', to: 'absent', points: 2 }],
    words: []
  },
  {
    standard: 'hotline',
    subject: { contact: 'T-0099', agent: '1001', agentName: '周敏' },
    before: { applies: false, score: null, band: null, passed: null, fatal: false },
    after: standing(72),
    shift: null,
    causes: [{ kind: 'scope', points: null }],
    words: []
  }
]

export const standard: StandardDiff = {
  before: { id: 'hotline', title: '热线服务规范', hash: 'a1' },
  after: { id: 'hotline', title: '热线服务规范', hash: 'b2' },
  judged: 3,
  overall: group(null, 400, {
    changed: 37,
    before: 86.31,
    after: 84.9,
    shift: shiftOf(398, -1.41, 0.5),
    nowFailing: 9,
    nowPassing: 3,
    fallen: 9,
    newlyFatal: 1,
    entered: 2,
    moves: [
      { from: '良好', to: '合格', count: 8 },
      { from: '合格', to: '良好', count: 3 },
      { from: '良好', to: '不合格', count: 1 }
    ]
  }),
  agents: [
    group('1003', 120, {
      name: '马骏',
      changed: 20,
      before: 82,
      after: 78.5,
      shift: shiftOf(120, -3.5, 1.2),
      nowFailing: 6,
      fallen: 6,
      newlyFatal: 1
    }),
    group('1001', 200, {
      name: '周敏',
      changed: 16,
      before: 90.26,
      after: 90.31,
      shift: shiftOf(198, 0.05, 0.21),
      nowFailing: 3,
      nowPassing: 3
    }),
    group('1002', 70, { name: '陈思远' }),
    group(null, 10, { changed: 1, before: 84, after: 84.2, shift: shiftOf(10, 0.2) })
  ],
  teams: [
    group('一组', 120, {
      changed: 20,
      before: 82,
      after: 78.5,
      shift: shiftOf(120, -3.5, 1.2),
      nowFailing: 6
    }),
    group('二组', 270, {
      changed: 16,
      shift: shiftOf(268, 0.03, 0.2),
      after: 86.28,
      nowFailing: 3,
      nowPassing: 3
    })
  ],
  criteria: [
    criterion('opening.greeting', ['TEL-01'], '首句问候、报名、主动帮助', {
      state: 'changed',
      moves: [
        { from: 'pass', to: 'fail', count: 27 },
        { from: 'fail', to: 'pass', count: 2 }
      ],
      before: 92.1,
      after: 85.7,
      shift: shiftOf(390, -6.41, 2.55),
      changed: 29,
      effect: -0.87
    }),
    criterion('privacy', ['PRH-01', 'PRH-02'], '不泄露客户信息', {
      state: 'added',
      line: 88,
      moves: [
        { from: 'absent', to: 'pass', count: 399 },
        { from: 'absent', to: 'fail', count: 1 }
      ],
      before: null,
      after: 99.75,
      shift: shiftOf(0, null),
      changed: 400,
      effect: -0.229
    }),
    criterion('talk.slang', [], '不说俚语', {
      state: 'dropped',
      moves: [
        { from: 'pass', to: 'absent', count: 380 },
        { from: 'fail', to: 'absent', count: 20 }
      ],
      before: 95,
      after: null,
      shift: shiftOf(0, null),
      changed: 400,
      effect: 0.02
    }),
    criterion('talk.hold', ['HTL-02'], '等待不超过 20 秒', { line: 54 }),
    criterion('closing.thanks', ['TEL-23'], '结束时致谢', { state: 'changed', line: 120, changed: 3 })
  ],
  weighing: [
    {
      change: { kind: 'criterion', id: 'talk.hold', keys: ['weight'], values: [{ before: 5, after: 20 }] },
      contacts: 310,
      effect: -0.31
    },
    {
      change: {
        kind: 'scoring',
        keys: ['bands'],
        values: [
          {
            before: [{ name: '良好', from: 85 }],
            after: [
              { name: '良好', from: 85 },
              { name: '合格', from: 60 }
            ]
          }
        ]
      },
      contacts: 0,
      effect: 0
    },
    {
      change: { kind: 'scoring', keys: ['pass'], values: [{ before: undefined, after: 85 }] },
      contacts: 12,
      effect: 0
    }
  ],
  look: { total: 37, shown: look }
}

export const result = (of: Partial<StandardDiff> = {}, more: Partial<DiffResult> = {}): DiffResult => ({
  standards: [{ ...standard, ...of }],
  contacts: { both: 400, onlyBefore: 0, onlyAfter: 0 },
  tolerance: 0,
  ...more
})

const untouched = standard.criteria
  .filter(({ state }) => state === 'same')
  .map(same => ({ ...same, changed: 0, moves: [] }))

/** The same standard, and everything comes out the same. */
export const nothing = result({
  after: standard.before,
  judged: 0,
  overall: group(null, 400),
  agents: [group('1001', 400)],
  teams: [],
  criteria: untouched,
  weighing: [],
  look: { total: 0, shown: [] }
})

/** Nobody's verdict flips, and yet the scores sink. */
export const drift = result(
  {
    overall: group(null, 400, { changed: 40, before: 86.31, after: 86.27, shift: shiftOf(400, -0.04, 0.02) }),
    agents: [
      group('1001', 400, { changed: 40, before: 86.31, after: 86.27, shift: shiftOf(400, -0.04, 0.02) })
    ],
    teams: [],
    look: { total: 40, shown: look.slice(1, 2) }
  },
  { tolerance: 0.5 }
)

/** Saved results, of which standards are not known. */
export const saved = result(
  {
    before: { id: 'hotline', title: 'hotline', hash: '' },
    after: { id: 'hotline', title: 'hotline', hash: '' },
    judged: null,
    criteria: standard.criteria.map(({ id, state, ...rest }) => {
      const { file: _, line: __, ...known } = rest
      return { ...known, id, title: id, clause: [], state: state === 'same' ? state : 'changed' }
    }),
    weighing: []
  },
  { contacts: { both: 400, onlyBefore: 3, onlyAfter: 12 } }
)

export function reportOf(result: DiffResult, lang: Lang, failOnRegression = false): DiffReport {
  const regressions = findRegressions(result, lang)
  const facts = { regressions: regressions.map(({ text }) => text) }
  return { result, regressions, verdict: decideVerdict(facts, { failOnRegression }, lang) }
}

/** The whole of a report of a comparison. */
export function write(
  format: DiffFormat,
  of: DiffResult,
  options: Partial<ReportContext> = {},
  failOnRegression = false
): string {
  const context: ReportContext = {
    lang: 'en',
    paint: plainPaint,
    width: 80,
    details: 'none',
    version: '1.2.3',
    ...options
  }
  const { change, end } = format.create(context)
  const changes = of.standards.flatMap(({ look: { shown } }) => shown.map(each => change?.(each) ?? ''))
  return changes.join('') + [...end(reportOf(of, context.lang, failOnRegression))].join('')
}
