import type { ContactList, CriterionSummary, PartSummary, Scorecard } from '../../model/scorecard.ts'
import { formatCount, formatFixed, formatScore } from '../figures.ts'
import { gradeScore, gradeSigns, paintGrade } from '../grade.ts'
import type { ReportContext, StandardHeader } from '../report.ts'
import type { Words } from '../words.ts'
import { drawMeter } from './chart.ts'
import { cutEnd, displayWidth, joinFitting, pad, showText } from './display.ts'
import { labelClause, labelEstimate, labelKey, labelShare } from './labels.ts'
import { wrapHanging, wrapParts } from './wrap.ts'

const WORST = 3

/** One agent in full: the score and its parts, the worst clauses with advice, and the contacts behind them. */
export function renderAgentCard(
  card: Scorecard,
  standard: StandardHeader,
  by: string,
  context: ReportContext,
  words: Words,
  width: number
): string {
  const lines = [
    headLine(card, standard, by, context, words, width),
    ...figureLines(card, words, width).map(line => context.paint.dim(line)),
    ...partLines(card, standard, context, words, width),
    ...clauseLines(card, standard, context, words, width)
  ]
  return `${lines.join('\n')}\n`
}

function headLine(
  card: Scorecard,
  standard: StandardHeader,
  by: string,
  { paint }: ReportContext,
  words: Words,
  width: number
): string {
  const grade = gradeScore(card.score.value, standard)
  const score = card.score.value === null ? words.notScored : labelEstimate(card.score)
  const team = card.team === undefined || by === 'team' ? '' : ` · ${words.team(showText(card.team))}`
  const label = labelKey(card, words.unknownKey(words.by[by] ?? by))
  const name = cutEnd(`${gradeSigns[grade]} ${label}${team}`.trimStart(), width - displayWidth(score) - 4)
  const line = '─'.repeat(width - displayWidth(name) - displayWidth(score) - 2)
  return `${paint.bold(paintGrade(paint, grade)(name))} ${paint.dim(line)} ${paintGrade(paint, grade)(score)}`
}

function figureLines(card: Scorecard, words: Words, width: number): string[] {
  const { low, high, n } = card.score
  const unscored = card.contacts - n
  const bands = Object.entries(card.bands).filter(([, count]) => count > 0)
  const classes = card.classes.filter(({ accuracy }) => accuracy.value !== null)
  const figures = [
    words.contacts(formatCount(card.contacts)),
    unscored > 0 && words.unscored(formatCount(unscored)),
    low !== null && high !== null && words.interval(formatFixed(low, 1), formatFixed(high, 1)),
    card.passRate.value !== null && words.passShare(labelShare(card.passRate.value)),
    card.fatal > 0 && words.fatals(formatCount(card.fatal)),
    card.fatal > 0 && words.withoutFatal(formatScore(card.scoreWithoutFatal.value)),
    bands.length > 0 &&
      bands.map(([name, count]) => `${showText(name)} ${formatCount(count)}`).join(words.and),
    classes.length > 0 &&
      words.accuracy(
        classes
          .map(({ id, accuracy }) => `${words.classes[id]} ${labelShare(accuracy.value)}`)
          .join(words.and)
      )
  ]
  const parts = figures.filter(figure => typeof figure === 'string')
  return wrapParts(parts, width - 2).map(line => `  ${line}`)
}

/** Sections and SERVQUAL dimensions side by side, a bar each. */
function partLines(
  card: Scorecard,
  standard: StandardHeader,
  context: ReportContext,
  words: Words,
  width: number
): string[] {
  const half = Math.floor((width - 2 - 3) / 2)
  const sections = meterLines(card.sections, part => part.title, standard, context, half)
  const named = (part: PartSummary): string => words.dimensions[part.id] ?? part.title
  const dimensions = meterLines(card.dimensions, named, standard, context, half)
  const left = sections.length === 0 ? dimensions : sections
  const right = sections.length === 0 ? [] : dimensions
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `  ${pad(left[i] ?? '', half)}   ${right[i] ?? ''}`.trimEnd()
  )
}

function meterLines(
  parts: readonly PartSummary[],
  nameOf: (part: PartSummary) => string,
  standard: StandardHeader,
  { paint }: ReportContext,
  width: number
): string[] {
  const shown = parts.flatMap(part =>
    part.score.value === null ? [] : [{ name: showText(nameOf(part)), score: part.score.value }]
  )
  const longest = Math.max(...shown.map(({ name }) => displayWidth(name)))
  const named = Math.min(longest, width - 15)
  const bar = Math.min(20, width - named - 7)
  return shown.map(({ name, score }) => {
    const painted = paintGrade(paint, gradeScore(score, standard))(drawMeter(score, bar))
    return `${pad(cutEnd(name, named), named)} ${pad(formatScore(score), 5, 'right')} ${painted}`
  })
}

function clauseLines(
  card: Scorecard,
  standard: StandardHeader,
  context: ReportContext,
  words: Words,
  width: number
): string[] {
  const failed = card.criteria.filter(criterion => criterion.counts.fail > 0)
  const unclear = card.criteria.reduce((total, { counts }) => total + counts.unknown, 0)
  if (failed.length === 0) {
    const judged = card.criteria.some(criterion => criterion.counts.pass > 0)
    const line = card.score.value === null && !judged ? words.nothingJudged : words.nothingFailed
    return wrapHanging(unclear > 0 ? `${line} · ${words.unclear(formatCount(unclear))}` : line, width, '  ')
  }
  const worst = failed
    .slice(0, WORST)
    .flatMap((c, i) => worstLines(c, i + 1, standard, context, words, width))
  const others = failed.slice(WORST).map(c => `${labelClause(c)}×${c.counts.fail}`)
  if (others.length === 0) return worst
  const lead = `  ${words.alsoFailed}  `
  return [...worst, lead + joinFitting(others, '  ', width - displayWidth(lead))]
}

function worstLines(
  criterion: CriterionSummary,
  number: number,
  standard: StandardHeader,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const { pass, fail, unknown } = criterion.counts
  const cited = standard.criteria.find(({ id }) => id === criterion.id)
  const lead = `  ${number}. `
  const inset = ' '.repeat(lead.length)
  const fatal = criterion.fatal ? ` ${words.fatalMark}` : ''
  const often = [
    words.failedOf(formatCount(fail), formatCount(pass + fail)),
    ...(unknown > 0 ? [words.unclear(formatCount(unknown))] : [])
  ].join(' · ')
  const clause = labelClause(criterion)
  const room = width - lead.length - displayWidth(fatal) - displayWidth(often) - 2
  const title = cutEnd(`${clause} ${showText(criterion.title)}`, room)
  const named = paint.bold(title) + paint.fatal(fatal)
  const gap = ' '.repeat(room - displayWidth(title) + 2)
  return [
    `${lead}${named}${gap}${paint.error(often)}`,
    ...(cited?.advice === undefined ? [] : wrapHanging(showText(cited.advice), width, `${inset}→ `)),
    ...contactLine(criterion.failed, inset, words, width).map(line => paint.dim(line))
  ]
}

/** The contacts that fit on a line, lowest first as they came, and how many there are beside them. */
function contactLine({ shown, total }: ContactList, inset: string, words: Words, width: number): string[] {
  if (shown.length === 0) return []
  const items = shown.map(({ contact, score }) =>
    showText(score === null ? contact : `${contact} ${formatScore(score)}`)
  )
  for (let count = items.length; count > 0; count--) {
    const rest = total - count
    const line = [...items.slice(0, count), ...(rest > 0 ? [words.more(formatCount(rest))] : [])].join(
      words.and
    )
    if (displayWidth(inset + line) <= width) return [inset + line]
  }
  return [cutEnd(`${inset}${items[0]}`, width)]
}
