import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { Evidence, Outcome, Status } from '../model/evaluation.ts'
import { diffLines, type DiffLine } from './diff.ts'
import type { Difference } from './run-cases.ts'
import type { MetricExampleResult } from './run-metrics.ts'
import type { ExampleResult, ExampleVerdict } from './run.ts'

const wordings = {
  ok: { en: 'ok', zh: '通过' },
  missing: { en: 'missing: should fail, but passed', zh: '漏报：应当不合格，却合格' },
  noisy: { en: 'noisy: should not fail, but did', zh: '误报：不应不合格，却不合格' },
  wrong: { en: 'wrong: expected {expected}, got {actual}', zh: '不符：应为 {expected}，实为 {actual}' },
  error: { en: 'error: {reason}', zh: '错误：{reason}' },
  quotes: { en: 'wrong: other words are quoted', zh: '不符：引用的原话不同' },
  message: { en: 'wrong: another message', zh: '不符：说明不同' },
  score: {
    en: 'wrong: score {expected} expected, got {actual}',
    zh: '不符：得分应为 {expected}，实为 {actual}'
  },
  band: {
    en: 'wrong: band {expected} expected, got {actual}',
    zh: '不符：等级应为 {expected}，实为 {actual}'
  },
  figure: {
    en: 'wrong: {expected} expected, got {actual}',
    zh: '不符：应为 {expected}，实为 {actual}'
  },
  group: {
    en: 'wrong: {expected} expected for {what}, got {actual}',
    zh: '不符：{what} 应为 {expected}，实为 {actual}'
  },
  found: { en: 'found "{quote}" in turn {turn}', zh: '第 {turn} 句出现“{quote}”' },
  lacking: { en: 'not found: {missing}', zh: '未出现：{missing}' },
  nearest: { en: ' (nearest: "{quote}" in turn {turn})', zh: '（最接近：第 {turn} 句“{quote}”）' }
} as const satisfies Record<string, Wording>

/** What went wrong with an example or a case, for somebody who wonders why. */
export interface Described {
  readonly head: string
  /** What differs, line by line. */
  readonly diff: readonly DiffLine[]
  /** What the check saw. */
  readonly seen: readonly string[]
}

export function describeExample({ verdict, example, outcome, reason }: ExampleResult, lang: Lang): Described {
  return {
    head: headOf(verdict, example.kind, outcome?.status, reason, lang),
    diff: [],
    seen: describeOutcome(outcome, lang)
  }
}

/** What went wrong with an example of a metric, one for each figure that differs. */
export function describeMetricExample(
  { differences, reason }: MetricExampleResult,
  lang: Lang
): readonly Described[] {
  if (reason !== undefined) return [{ head: fill(wordings.error[lang], { reason }), diff: [], seen: [] }]
  return differences.map(({ what, expected, actual }) => {
    const wording = wordings[what === '' ? 'figure' : 'group'][lang]
    return { head: fill(wording, { what, expected, actual }), diff: [], seen: [] }
  })
}

export function describeDifference(difference: Difference, lang: Lang): Described {
  const { what, verdict, expected, actual, outcome } = difference
  switch (what) {
    case 'status':
    case 'contact':
      return {
        head: headOf(verdict, expected[0], outcome?.status, actual[0], lang),
        diff: [],
        seen: describeOutcome(outcome, lang)
      }
    case 'quotes':
    case 'message':
      return { head: wordings[what][lang], diff: diffLines(expected, actual), seen: [] }
    case 'score':
    case 'band': {
      const values = { expected: expected[0] ?? '', actual: actual[0] ?? '' }
      return { head: fill(wordings[what][lang], values), diff: [], seen: [] }
    }
  }
}

function headOf(
  verdict: ExampleVerdict,
  expected: string | undefined,
  actual: Status | undefined,
  reason: string | undefined,
  lang: Lang
): string {
  return fill(wordings[verdict][lang], {
    expected: expected ?? '',
    actual: actual ?? '',
    reason: reason ?? ''
  })
}

function describeOutcome(outcome: Outcome | undefined, lang: Lang): readonly string[] {
  if (!outcome) return []
  if ('reason' in outcome) return [outcome.reason]
  const lines = outcome.status === 'fail' ? [outcome.message] : []
  return [...lines, ...outcome.evidence.map(piece => describeEvidence(piece, lang))]
}

/** One piece of evidence on one line. */
function describeEvidence(evidence: Evidence, lang: Lang): string {
  const say = (key: keyof typeof wordings, values: Record<string, string | number>): string =>
    fill(wordings[key][lang], values)
  if ('quote' in evidence) return say('found', { quote: evidence.quote, turn: evidence.turn })
  if ('missing' in evidence) {
    const { nearest } = evidence
    return (
      say('lacking', { missing: evidence.missing }) +
      (nearest ? say('nearest', { quote: nearest.quote, turn: nearest.turn }) : '')
    )
  }
  if ('measured' in evidence)
    return `${evidence.measured} = ${Math.round(evidence.value * 10) / 10} ${evidence.unit}`.trimEnd()
  return `${evidence.field} = ${String(evidence.value)}`
}
