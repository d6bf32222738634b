import { fill, type Lang } from '../diagnostics/wording.ts'
import type { MetricResult } from '../model/metric.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { FindingCounts } from '../report/items/item.ts'
import type { Demands, FailLevel } from './demands.ts'
import { verdictWordings } from './wordings.ts'

/** What a run came to; a command gives what it has. */
export interface Facts {
  /** One card for each standard, over all its contacts. */
  readonly overall?: readonly Scorecard[] | undefined
  readonly metrics?: readonly MetricResult[] | undefined
  /** What `lint`, `scripts` and the like found. */
  readonly findings?: FindingCounts | undefined
  /** Examples that did not come out as they say. */
  readonly failedExamples?: number | undefined
  /** What became worse from one result to another, in words. */
  readonly regressions?: readonly string[] | undefined
}

export interface Verdict {
  readonly negative: boolean
  /** Why it is negative, in words; empty when it is not. */
  readonly reasons: readonly string[]
}

type Say = (key: keyof typeof verdictWordings, values: Record<string, string | number>) => void

/** The one place where a verdict is made; what is printed, written and returned to the shell all follow it. */
export function decideVerdict(facts: Facts, demands: Demands, lang: Lang): Verdict {
  const reasons: string[] = []
  const say: Say = (key, values) => void reasons.push(fill(verdictWordings[key][lang], values))
  for (const card of facts.overall ?? []) judgeCard(card, facts.metrics ?? [], demands, say)
  if (facts.findings) judgeFindings(facts.findings, demands, say)
  if (facts.failedExamples) say('examples', { count: facts.failedExamples })
  if (demands.failOnRegression) reasons.push(...(facts.regressions ?? []))
  return { negative: reasons.length > 0, reasons }
}

function judgeCard(card: Scorecard, metrics: readonly MetricResult[], demands: Demands, say: Say): void {
  const { standard } = card
  const level = demands.failOn ?? 'never'
  const breaches = countBreaches(card, level)
  if (level !== 'never' && breaches > 0) say(level, { standard, count: breaches })
  const missed = metrics.filter(metric => metric.standard === standard && metric.figure.verdict === 'missed')
  if ((level === 'target' || level === 'any') && missed.length > 0) {
    const ids = missed.map(({ metric }) => metric.id).join(', ')
    say('target', { standard, count: missed.length, ids })
  }
  // A standard of metrics alone scores nobody.
  if (demands.minScore === undefined || card.criteria.length === 0) return
  if (card.score.value === null) say('notScored', { standard })
  else if (card.score.value < demands.minScore) {
    say('minScore', { standard, score: card.score.value.toFixed(2), min: demands.minScore })
  }
}

function judgeFindings(counts: FindingCounts, demands: Demands, say: Say): void {
  const level = demands.failOnFinding ?? 'error'
  const errors = level === 'never' ? 0 : counts.error
  const warnings = level === 'warning' || level === 'note' ? counts.warning : 0
  const notes = level === 'note' ? counts.note : 0
  if (errors > 0) say('errors', { count: errors })
  if (warnings > 0) say('warnings', { count: warnings })
  if (notes > 0) say('notes', { count: notes })
  const { maxWarnings } = demands
  if (maxWarnings !== undefined && counts.warning > maxWarnings) {
    say('tooMany', { count: counts.warning, max: maxWarnings })
  }
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
