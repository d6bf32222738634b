import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { MetricResult } from '../model/metric.ts'
import type { Scorecard } from '../model/scorecard.ts'

/** What makes the verdict of a run negative. */
export const failLevels = ['never', 'fatal', 'failed', 'target', 'any'] as const
export type FailLevel = (typeof failLevels)[number]

/** What the user asks of a run. */
export interface Demands {
  /** `fatal`: a fatal breach; `failed`: a contact below its pass mark; `target`: the figure of a
   * metric over all rows misses its target; `any`: a criterion failed, or a target was missed. */
  readonly failOn: FailLevel
  /** Lowest mean score of each standard, 0 to 100. */
  readonly minScore?: number | undefined
}

export interface Verdict {
  readonly negative: boolean
  /** Why it is negative, in words; empty when it is not. */
  readonly reasons: readonly string[]
}

const wordings = {
  fatal: { en: '{standard}: {count} contact(s) with a fatal breach', zh: '{standard}：{count} 份出现致命项' },
  failed: {
    en: '{standard}: {count} contact(s) below the pass mark',
    zh: '{standard}：{count} 份低于合格线'
  },
  any: { en: '{standard}: {count} failed criteria', zh: '{standard}：{count} 项未通过' },
  target: {
    en: '{standard}: {count} metric(s) missed the target: {ids}',
    zh: '{standard}：{count} 项指标未达目标：{ids}'
  },
  minScore: {
    en: '{standard}: mean score {score} is below {min}',
    zh: '{standard}：平均得分 {score} 低于 {min}'
  },
  notScored: { en: '{standard}: no contact was scored', zh: '{standard}：没有可评分的记录' }
} as const satisfies Record<string, Wording>

/** The one place where a verdict is made; what is printed, written and returned to the shell all follow it. */
export function decideVerdict(
  overall: readonly Scorecard[],
  metrics: readonly MetricResult[],
  demands: Demands,
  lang: Lang
): Verdict {
  const reasons = overall.flatMap(card => {
    const standard = card.standard
    const found: string[] = []
    const say = (key: keyof typeof wordings, values: Record<string, string | number>): void => {
      found.push(fill(wordings[key][lang], { standard, ...values }))
    }
    const breaches = countBreaches(card, demands.failOn)
    if (demands.failOn !== 'never' && breaches > 0) say(demands.failOn, { count: breaches })
    const missed = metrics.filter(
      metric => metric.standard === standard && metric.figure.verdict === 'missed'
    )
    if ((demands.failOn === 'target' || demands.failOn === 'any') && missed.length > 0) {
      say('target', { count: missed.length, ids: missed.map(({ metric }) => metric.id).join(', ') })
    }
    // A standard of metrics alone scores nobody.
    if (demands.minScore !== undefined && card.criteria.length > 0) {
      if (card.score.value === null) say('notScored', {})
      else if (card.score.value < demands.minScore) {
        say('minScore', { score: card.score.value.toFixed(2), min: demands.minScore })
      }
    }
    return found
  })
  return { negative: reasons.length > 0, reasons }
}

function countBreaches(card: Scorecard, level: FailLevel): number {
  switch (level) {
    case 'never':
    case 'target':
      return 0
    case 'fatal':
      return card.fatal
    case 'failed':
      return Math.round(((100 - (card.passRate.value ?? 100)) * card.passRate.n) / 100)
    case 'any':
      return card.criteria.reduce((sum, criterion) => sum + criterion.counts.fail, 0)
  }
}
