import type { CriterionSummary, Scorecard } from '../../model/scorecard.ts'
import { formatCount } from '../figures.ts'
import { gradeScore, gradeSigns, paintGrade } from '../grade.ts'
import type { RankedScorecard, ReportContext, StandardHeader } from '../report.ts'
import type { Words } from '../words.ts'
import { drawEstimate, drawScale, fitScale } from './chart.ts'
import { joinFitting } from './display.ts'
import { labelEstimate, labelFirstClause, labelKey, labelShare } from './labels.ts'
import { type Cell, type Column, layoutTable } from './table.ts'
import { wrapParts } from './wrap.ts'

const CHART_WIDTH = 21

/** What the table is made of: the scorecards of one standard in the order of need, and the sum of them all. */
export interface AgentsTable {
  readonly standard: StandardHeader
  readonly cards: readonly RankedScorecard[]
  readonly overall: Scorecard | undefined
  readonly by: string
}

/** One line for each agent: place, score with its interval, pass rate, fatal contacts and what is failed most. */
export function* renderAgentsTable(
  { standard, cards, overall, by }: AgentsTable,
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  const ranked = cards.filter(({ places }) => places !== null).length > 1
  const who = words.by[by] ?? by
  const scale = fitScale(
    cards.map(({ card }) => card.score),
    standard.pass,
    CHART_WIDTH
  )
  const columns: readonly Column[] = [
    ...(ranked ? [{ id: 'place', head: words.place, align: 'right', drop: 2 } as const] : []),
    { id: 'who', head: `  ${who}`, align: 'left', min: 14, max: 22 },
    { id: 'contacts', head: words.contactsHead, align: 'right' },
    { id: 'score', head: words.score, align: 'right' },
    { id: 'chart', head: drawScale(scale), align: 'left', drop: 3 },
    { id: 'passRate', head: words.passRate, align: 'right', drop: 1 },
    { id: 'fatal', head: words.fatal, align: 'right' },
    { id: 'worst', head: words.failsMost, align: 'left', min: 20 }
  ]
  const row = (card: Scorecard, label: string, places: RankedScorecard['places']): Cell[] => {
    const grade = gradeScore(card.score.value, standard)
    const paint = paintGrade(context.paint, grade)
    const failed = card.criteria.filter(criterion => criterion.counts.fail > 0).map(countFailed)
    return [
      ...(ranked ? [{ text: labelPlaces(places) }] : []),
      { text: `${gradeSigns[grade]} ${label}`, paint },
      { text: formatCount(card.contacts) },
      { text: labelEstimate(card.score), paint },
      { text: drawEstimate(card.score, scale), paint },
      { text: labelShare(card.passRate.value) },
      { text: String(card.fatal), paint: card.fatal > 0 ? context.paint.fatal : context.paint.dim },
      { text: failed.join(' '), fit: room => joinFitting(failed, ' ', room) }
    ]
  }
  const body = cards.map(({ card, places }) => row(card, labelKey(card, words.unknownKey(who)), places))
  const foot = overall && cards.length > 1 ? [row(overall, words.overall, null)] : []
  const lines = layoutTable(columns, [...body, ...foot], width - 1, context.paint)
  yield ` ${lines.head.trimEnd()}\n ${lines.rule}\n`
  for (const [i, line] of lines.rows.entries()) {
    yield i === body.length ? ` ${lines.rule}\n ${line.trimEnd()}\n` : ` ${line.trimEnd()}\n`
  }
  const alone = cards.some(({ card }) => card.score.value !== null && card.score.low === null)
  for (const line of wrapParts(legend(standard, words, lines.kept, alone), width - 1)) {
    yield ` ${context.paint.dim(line)}\n`
  }
}

function legend(standard: StandardHeader, words: Words, kept: readonly string[], alone: boolean): string[] {
  const { good, fair, bad } = gradeSigns
  const bands = standard.bands.length > 1
  const mark = standard.pass === undefined ? undefined : String(standard.pass)
  const signs =
    mark === undefined
      ? bands && words.legendBands(good, fair, bad)
      : bands
        ? words.legendPass(good, fair, bad, mark)
        : words.legendMark(good, bad, mark)
  return [
    signs,
    kept.includes('chart') && mark !== undefined && words.legendChart,
    words.legendInterval,
    kept.includes('place') && words.legendPlace,
    alone && words.legendAlone
  ].filter(part => typeof part === 'string')
}

function labelPlaces(places: RankedScorecard['places']): string {
  if (places === null) return ''
  return places.best === places.worst ? String(places.best) : `${places.best}-${places.worst}`
}

function countFailed(criterion: CriterionSummary): string {
  return `${labelFirstClause(criterion)}×${criterion.counts.fail}`
}
