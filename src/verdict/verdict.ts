import type { Lang } from '../diagnostics/wording.ts'
import type { MetricResult } from '../model/metric.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { FindingCounts } from '../report/items/item.ts'
import type { Demands, FailLevel } from './demands.ts'
import { judgeGates, type GateFacts } from './gates.ts'
import type { NewBreaches } from './new-breaches.ts'
import { sayInto, type Say } from './say.ts'
import { verdictNotes, verdictWordings } from './wordings.ts'

/** What a run came to; a command gives what it has. */
export interface Facts extends GateFacts {
  /** With a baseline: what of the breaches on the cards is new, and alone counts. */
  readonly breaches?: readonly NewBreaches[] | undefined
  readonly metrics?: readonly MetricResult[] | undefined
  /** What `lint`, `scripts` and the like found. */
  readonly findings?: FindingCounts | undefined
  /** What was odd about the input of an audit: rows that were skipped, and rows that were used all the same. */
  readonly inputProblems?: number | undefined
  /** Examples that did not come out as they say. */
  readonly failedExamples?: number | undefined
  /** What became worse from one result to another, in words. */
  readonly regressions?: readonly string[] | undefined
}

export interface Verdict {
  readonly negative: boolean
  /** Why it is negative, in words; empty when it is not. */
  readonly reasons: readonly string[]
  /** What was left out of it though it was asked for, in words. */
  readonly notes: readonly string[]
}

type Tell = Say<typeof verdictWordings>

/** The one place where a verdict is made; what is printed, written and returned to the shell all follow it. */
export function decideVerdict(facts: Facts, demands: Demands, lang: Lang): Verdict {
  const reasons: string[] = []
  const notes: string[] = []
  const say = sayInto(verdictWordings, lang, reasons)
  for (const card of facts.overall ?? []) judgeCard(card, facts, demands, say)
  judgeGates(facts, demands, lang, { say, note: sayInto(verdictNotes, lang, notes) })
  judgeInput(facts.inputProblems, demands, say)
  if (facts.findings) judgeFindings(facts.findings, demands, say)
  if (facts.failedExamples) say('examples', { count: facts.failedExamples })
  if (demands.failOnRegression) reasons.push(...(facts.regressions ?? []))
  return { negative: reasons.length > 0, reasons, notes }
}

function judgeCard(card: Scorecard, facts: Facts, demands: Demands, say: Tell): void {
  const { standard } = card
  const { metrics = [], breaches: fresh } = facts
  const level = demands.failOn ?? 'never'
  const breaches = countBreaches(
    card,
    level,
    fresh?.find(each => each.standard === standard)
  )
  if (level !== 'never' && breaches > 0) say(level, { standard, count: breaches })
  const missed = metrics.filter(metric => metric.standard === standard && metric.figure.verdict === 'missed')
  if ((level === 'target' || level === 'any') && missed.length > 0) {
    const ids = missed.map(({ metric }) => metric.id).join(', ')
    say('target', { standard, count: missed.length, ids })
  }
}

function judgeInput(count: number | undefined, { maxWarnings }: Demands, say: Tell): void {
  if (count === undefined || maxWarnings === undefined || count <= maxWarnings) return
  say('inputProblems', { count, max: maxWarnings })
}

function judgeFindings(counts: FindingCounts, demands: Demands, say: Tell): void {
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

function countBreaches(card: Scorecard, level: FailLevel, fresh: NewBreaches | undefined): number {
  switch (level) {
    case 'never':
    case 'target':
      return 0
    case 'fatal':
      return fresh?.fatal ?? card.fatal
    case 'failed':
      if (fresh) return fresh.failed
      return Math.round(((100 - (card.passRate.value ?? 100)) * card.passRate.n) / 100)
    case 'any':
      if (fresh) return fresh.criteria
      return card.criteria.reduce((sum, criterion) => sum + criterion.counts.fail, 0)
  }
}
