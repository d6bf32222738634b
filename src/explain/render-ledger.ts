import type { CriterionResult, Evaluation } from '../model/evaluation.ts'
import { formatScore, formatShort } from '../report/figures.ts'
import { gradeSigns } from '../report/grade.ts'
import { cutEnd, displayWidth, pad, showText } from '../report/terminal/display.ts'
import { labelClause, labelPerson } from '../report/terminal/labels.ts'
import { wrapHanging } from '../report/terminal/wrap.ts'
import { wordsOf } from '../report/words.ts'
import type { ScoringPlan } from '../scoring/plan.ts'
import { apportion } from './apportion.ts'
import { makeLedger, type Ledger, type LedgerItem } from './ledger.ts'
import type { Style } from './style.ts'
import { createTell, type Tell } from './words.ts'

/** One line with its figure at the right edge. */
interface Line {
  readonly text: string
  readonly figure: string
  /** What could have been had, behind the figure. */
  readonly most?: string | undefined
  readonly paint?: ((text: string) => string) | undefined
}

/**
 * How the score of a contact came about, item by item. The figures in the right column add up to the score at its
 * foot, as they are printed.
 */
export function renderLedger(plan: ScoringPlan, evaluation: Evaluation, style: Style): string {
  const tell = createTell(style.lang)
  const ledger = makeLedger(plan, evaluation)
  const lines = [
    style.paint.bold(headLine(plan, evaluation, style)),
    '',
    ...layout(sectionLines(plan, evaluation, ledger, tell, style), style),
    ...reasonLines(evaluation, plan.pass, tell, style)
  ]
  return `${lines.join('\n')}\n`
}

function headLine(plan: ScoringPlan, evaluation: Evaluation, { lang }: Style): string {
  const { contact, agent, agentName } = evaluation
  const parts = [
    contact,
    agent === null
      ? wordsOf(lang).unknownKey(wordsOf(lang).by['agent'] ?? 'agent')
      : labelPerson(agent, agentName),
    `${plan.title} (${plan.id})`
  ]
  return parts.map(showText).join(' · ')
}

function sectionLines(
  plan: ScoringPlan,
  evaluation: Evaluation,
  ledger: Ledger,
  tell: Tell,
  style: Style
): readonly Line[] {
  const { paint } = style
  if (ledger.score === null) {
    return [{ text: tell('ledger.score'), figure: tell('ledger.notScored'), paint: paint.bold }]
  }
  const printed = apportion(
    ledger.items.map(item => item.points),
    ledger.score,
    1
  )
  const earned = ledger.items.filter(item => item.kind === 'earned')
  const most = apportion(
    earned.map(item => item.of ?? 0),
    earned.reduce((sum, item) => sum + (item.of ?? 0), 0),
    1
  )
  const figureOf = (item: LedgerItem): string => {
    const figure = printed[ledger.items.indexOf(item)]!
    const gives = item.kind === 'bonus' || item.kind === 'limit'
    return gives || (item.kind === 'cut' && item.points > 0) ? `+${figure}` : figure
  }
  const results = new Map(evaluation.criteria.map(result => [result.id, result]))
  const titles = new Map(plan.criteria.map(({ id, title }) => [id, title]))
  const line = (item: LedgerItem): Line => {
    const result = item.criterion === undefined ? undefined : results.get(item.criterion)
    const text = [
      ...(result
        ? [
            `${gradeSigns[result.status === 'pass' ? 'good' : 'bad']} ${labelCriterion(result, titles, style)}`
          ]
        : []),
      ...(item.kind === 'earned' ? [] : [tell(`ledger.${item.kind}`)])
    ].join(' · ')
    const of = item.kind === 'earned' ? tell('ledger.of', { of: most[earned.indexOf(item)]! }) : undefined
    return {
      text: `  ${text}`,
      figure: figureOf(item),
      most: of,
      paint: item.points < 0 ? paint.error : undefined
    }
  }
  const whole = ledger.items.filter(item => item.section === undefined)
  return [
    ...ledger.sections.flatMap((section): Line[] => {
      const items = ledger.items.filter(item => item.section === section.id)
      if (items.length === 0) return []
      const head =
        section.possible > 0
          ? tell('ledger.section', {
              title: section.title,
              weight: formatShort(section.weight, 2),
              total: formatShort(section.total, 2),
              earned: formatShort(section.earned, 2),
              possible: formatShort(section.possible, 2)
            })
          : section.title
      const band = section.band ? ` · ${section.band}` : ''
      return [{ text: `${head}${band}`, figure: '', paint: paint.bold }, ...items.map(line)]
    }),
    ...whole.map(item => ({ ...line(item), text: line(item).text.trimStart() })),
    { text: tell('ledger.score'), figure: formatScore(ledger.score), paint: paint.bold }
  ]
}

function labelCriterion(
  result: CriterionResult,
  titles: ReadonlyMap<string, string>,
  { lang }: Style
): string {
  const title = titles.get(result.id) ?? result.id
  const names = [labelClause(result), ...(title === result.id ? [] : [title])]
  const fatal = result.fatal ? [wordsOf(lang).fatalMark] : []
  return showText([...new Set([result.id, ...names]), ...fatal].join(' '))
}

/** Figures one below the other, so that they can be added up; what could have been had behind them. */
function layout(lines: readonly Line[], { width }: Style): readonly string[] {
  const widest = (textOf: (line: Line) => string): number =>
    Math.max(...lines.map(line => displayWidth(textOf(line))))
  const [room, behind] = [widest(({ figure }) => figure), widest(({ most = '' }) => most)]
  const left = Math.min(
    width - room - behind - 4,
    widest(({ text }) => text)
  )
  return lines.flatMap(({ text, figure, most = '', paint = same }, i) => {
    const shown = `${pad(cutEnd(text, left), left)}  ${pad(figure, room, 'right')}  ${most}`.trimEnd()
    const last = i === lines.length - 1
    return last ? ['─'.repeat(left + 2 + room), paint(shown)] : [paint(shown)]
  })
}

const same = (text: string): string => text

/** What stands beside the score: band, pass mark, the score without a fatal breach, and what was not judged. */
function reasonLines(
  evaluation: Evaluation,
  mark: number | undefined,
  tell: Tell,
  { paint, width }: Style
): readonly string[] {
  const { score, scoreWithoutFatal, band, passed, criteria, reason } = evaluation
  const facts = [
    ...(band === null ? [] : [showText(band)]),
    ...(scoreWithoutFatal !== score
      ? [tell('ledger.without', { score: formatScore(scoreWithoutFatal) })]
      : []),
    ...(passed === null
      ? []
      : [tell(passed ? 'ledger.passed' : 'ledger.failed', { mark: formatShort(mark ?? 0) })])
  ]
  const unjudged = (['na', 'unknown'] as const).flatMap(status => {
    const results = criteria.filter(result => result.status === status)
    const lines = results.flatMap(({ id, reason: why }) =>
      wrapHanging(`${id}: ${showText(why ?? '')}`, width, '  ', '    ')
    )
    return lines.length > 0 ? ['', tell(status), ...lines] : []
  })
  return [
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    ...(score === null && criteria.length > 0 ? [tell('ledger.nothing')] : []),
    ...(reason === undefined ? [] : wrapHanging(showText(reason), width, '')),
    ...unjudged.map(text => (text === '' ? text : paint.dim(text)))
  ]
}
