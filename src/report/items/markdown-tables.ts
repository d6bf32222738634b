import { formatCount, formatFixed, formatScore, NONE } from '../figures.ts'
import { gradeScore } from '../grade.ts'
import { formatMetric } from '../metric-figures.ts'
import type { RunHeader, RunSummary, StandardHeader } from '../report.ts'
import { labelClause, labelKey, labelShare, labelStandard } from '../terminal/labels.ts'
import { compareNeed } from '../terminal/need.ts'
import { wordsOf } from '../words.ts'
import type { ItemContext, ItemSummary } from './item-format.ts'
import { itemWords, type ItemWords } from './item-words.ts'
import { markdownCell, markdownCode, markdownHead, markdownRow } from './markdown-text.ts'

/** More rows than these nobody reads in a summary. */
const MOST_ROWS = 50
const MOST_CARDS = 20

/** The sign before a level or a score, which no colour has to help. */
export const levelSigns = { error: '❌', warning: '⚠️', note: 'ℹ️' } as const
const gradeMarks = { good: '✅', fair: '⚠️', bad: '❌', none: '' } as const

/** What was found, the gravest and commonest rule first. */
export function rulesTable({ rules, byRule }: ItemSummary, { ruleOf, lang }: ItemContext): string {
  const words = itemWords[lang]
  const order = { error: 0, warning: 1, note: 2 }
  const found = rules
    .flatMap(id => {
      const count = byRule.get(id) ?? 0
      return count > 0 ? [{ count, rule: ruleOf(id) }] : []
    })
    .sort((a, b) => order[a.rule.severity] - order[b.rule.severity] || b.count - a.count)
  if (found.length === 0) return `${words.nothing}\n`
  const rows = found.map(({ count, rule }) =>
    markdownRow([
      `${levelSigns[rule.severity]} ${words.severities[rule.severity]}`,
      `${markdownCell(rule.title)}<br>${markdownCode(rule.id)}`,
      markdownCell((rule.clause ?? []).join(', ')),
      formatCount(count),
      markdownCell(rule.advice)
    ])
  )
  const head = markdownHead([words.level, words.rule, words.clause, words.times, words.advice], [3])
  return head + cutRows(rows, words)
}

/** A scorecard a row, those first who need help most. */
export function scorecardTable(
  standard: StandardHeader,
  { by = 'agent' }: RunHeader,
  { scorecards, overall }: RunSummary,
  { lang }: ItemContext
): string {
  const words = itemWords[lang]
  const report = wordsOf(lang)
  const cards = scorecards.filter(({ card }) => card.standard === standard.id).toSorted(compareNeed)
  const all = overall.find(card => card.standard === standard.id)
  if (cards.length === 0 || standard.criteria.length === 0) return ''
  const who = report.by[by] ?? by
  const rowOf = (name: string, card: (typeof cards)[number]['card']): string => {
    const { value, low, high } = card.score
    return markdownRow([
      gradeMarks[gradeScore(value, standard)],
      markdownCell(name),
      formatCount(card.contacts),
      formatScore(value),
      low === null || high === null ? NONE : `${formatFixed(low, 1)}–${formatFixed(high, 1)}`,
      labelShare(card.passRate.value),
      formatCount(card.fatal)
    ])
  }
  const rows = cards.map(({ card }) => rowOf(labelKey(card, report.unknownKey(who)), card))
  const columns = ['', who, words.contacts, words.score, words.interval, words.passRate, words.fatal]
  return (
    `\n**${markdownCell(labelStandard(standard))}**\n\n` +
    markdownHead(columns, [2, 3, 4, 5, 6]) +
    (all ? rowOf(report.overall, all) : '') +
    cutRows(rows, words, MOST_CARDS)
  )
}

/** The metrics that missed their targets; '' when none did. */
export function missedTable({ metrics = [] }: RunSummary, { lang }: ItemContext): string {
  const words = itemWords[lang]
  const missed = metrics.filter(({ figure }) => figure.verdict === 'missed')
  if (missed.length === 0) return ''
  const rows = missed.map(({ metric, figure }) =>
    markdownRow([
      `${markdownCell(metric.title)}<br>${markdownCell(labelClause(metric))}`,
      formatMetric(figure.value, metric.unit),
      markdownCell(metric.target),
      markdownCell(metric.advice)
    ])
  )
  const head = markdownHead([words.metric, words.figure, words.target, words.advice], [1])
  return head + cutRows(rows, words)
}

function cutRows(rows: readonly string[], words: ItemWords, most = MOST_ROWS): string {
  const rest = rows.length - most
  const note = rest > 0 ? `\n${words.moreRows(formatCount(rest))} ${words.seeAll}\n` : ''
  return rows.slice(0, most).join('') + note
}
