import { formatCount } from '../figures.ts'
import { formatMetric } from '../metric-figures.ts'
import { gradeScore } from '../grade.ts'
import type { RankedScorecard, ReportContext, RunHeader, RunSummary, StandardHeader } from '../report.ts'
import type { Words } from '../words.ts'
import { displayWidth, joinFitting, showText } from './display.ts'
import { labelClause, labelEstimate, labelKey, labelShare } from './labels.ts'
import { codeParts, rowParts } from './rows-read.ts'
import { wrapHanging, wrapParts, wrapText } from './wrap.ts'

const COACHED = 3

/** The end of the report, which is what stays on the screen: what was read, the means, whom to coach, the verdict. */
export function renderSummary(
  summary: RunSummary,
  header: RunHeader,
  cards: readonly RankedScorecard[],
  context: ReportContext,
  words: Words,
  width: number
): string {
  const { paint } = context
  const several = header.standards.length > 1
  const lines = [
    paint.dim('─'.repeat(width)),
    ...wrapParts(countParts(summary, words), width),
    ...wrapParts(rowParts(summary.counts, words), width),
    ...wrapParts(codeParts(summary.problemCodes ?? []), width),
    ...header.standards.flatMap(standard => meanLines(standard, summary, several, words, width)),
    ...header.standards.flatMap(standard => neverLines(standard, summary, words, width)),
    ...coachLines(cards, header, context, words, width),
    ...missedLines(summary, words, width).map(line => context.paint.bold(line)),
    ...verdictLines(summary, context, words, width)
  ]
  return `${lines.join('\n')}\n`
}

function countParts({ counts, problems }: RunSummary, words: Words): string[] {
  const scored = counts.evaluated - counts.notScored
  return [
    words.files(formatCount(counts.files)),
    words.contactsRead(formatCount(counts.contacts)),
    words.turns(formatCount(counts.turns)),
    ...(counts.evaluated > 0 || !counts.measured ? [words.scored(formatCount(scored))] : []),
    ...(counts.evaluated === 0 && counts.measured ? [words.measured(formatCount(counts.measured))] : []),
    ...(counts.notScored > 0 ? [words.unscored(formatCount(counts.notScored))] : []),
    ...(counts.notApplicable > 0 ? [words.notApplicable(formatCount(counts.notApplicable))] : []),
    ...(counts.suppressed ? [words.suppressed(formatCount(counts.suppressed))] : []),
    ...(counts.inBaseline ? [words.inBaseline(formatCount(counts.inBaseline))] : []),
    ...(counts.badRows > 0 ? [words.skipped(formatCount(counts.badRows))] : []),
    ...(problems > 0 ? [words.problems(formatCount(problems))] : [])
  ]
}

function meanLines(
  standard: StandardHeader,
  { overall }: RunSummary,
  several: boolean,
  words: Words,
  width: number
): string[] {
  const card = overall.find(each => each.standard === standard.id)
  if (card === undefined || card.score.value === null) return []
  const parts = [
    `${words.mean} ${labelEstimate(card.score)}`,
    ...(card.passRate.value === null ? [] : [words.passShare(labelShare(card.passRate.value))]),
    words.fatals(formatCount(card.fatal))
  ]
  return wrapParts([...(several ? [showText(standard.id)] : []), ...parts], width)
}

/** Criteria that no contact passed or failed: a rule that never fires looks like one that is kept. */
function neverLines(
  standard: StandardHeader,
  { overall }: RunSummary,
  words: Words,
  width: number
): string[] {
  const card = overall.find(each => each.standard === standard.id)
  const never = (card?.criteria ?? []).filter(({ counts }) => counts.pass + counts.fail === 0)
  if (never.length === 0 || card?.contacts === 0) return []
  const lead = `${words.neverJudged(formatCount(never.length))}  `
  return [lead + joinFitting(never.map(labelClause), '  ', width - displayWidth(lead))]
}

/** The first few below the pass mark or with a fatal breach, and the clauses to begin with. */
function coachLines(
  cards: readonly RankedScorecard[],
  header: RunHeader,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const by = header.by ?? 'agent'
  const needy = cards.filter(({ card }) => {
    const standard = header.standards.find(({ id }) => id === card.standard)
    const grade = standard ? gradeScore(card.score.value, standard) : 'none'
    return grade === 'fair' || grade === 'bad' || card.fatal > 0
  })
  const lead = `${words.coachFirst}  `
  return needy.slice(0, COACHED).flatMap(({ card }, i) => {
    const clauses = card.criteria.filter(({ counts }) => counts.fail > 0).slice(0, 3)
    const who = labelKey(card, words.unknownKey(words.by[by] ?? by))
    const figures = `${labelEstimate(card.score)}${words.and}${words.contacts(formatCount(card.contacts))}`
    const line = `${who} ${figures}  ${clauses.map(labelClause).join(words.and)}`.trimEnd()
    const first = i === 0 ? lead : ' '.repeat(displayWidth(lead))
    return wrapHanging(line, width, first).map(text => paint.bold(text))
  })
}

/** The metrics that missed their targets. */
function missedLines({ metrics = [] }: RunSummary, words: Words, width: number): string[] {
  const missed = metrics.filter(({ figure }) => figure.verdict === 'missed')
  if (missed.length === 0) return []
  const lead = `${words.targetsMissed}  `
  const names = missed.map(
    ({ metric, figure }) =>
      `${labelClause(metric)} ${formatMetric(figure.value, metric.unit)} (${showText(metric.target ?? '')})`
  )
  return [lead + joinFitting(names, words.and, width - displayWidth(lead))]
}

function verdictLines(
  { verdict }: RunSummary,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const notes = (verdict.notes ?? []).flatMap(note => wrapText(showText(note), width))
  const left = notes.map(line => paint.dim(line))
  if (!verdict.negative) return [...left, paint.good(words.verdictClean)]
  const lead = `${words.verdictNegative}  `
  const rest = ' '.repeat(displayWidth(lead))
  const reasons = verdict.reasons.flatMap((reason, i) =>
    wrapHanging(showText(reason), width, i === 0 ? lead : rest, rest)
  )
  return [...left, ...(reasons.length === 0 ? [lead.trimEnd()] : reasons).map(line => paint.error(line))]
}
