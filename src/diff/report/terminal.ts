import { formatShort } from '../../report/figures.ts'
import type { ReportContext } from '../../report/report.ts'
import { showText } from '../../report/terminal/display.ts'
import { wrapHanging, wrapParts, wrapText } from '../../report/terminal/wrap.ts'
import { wordsOf } from '../../report/words.ts'
import type { StandardDiff } from '../result.ts'
import type { DiffFormat, DiffReport } from './diff-format.ts'
import { isUnchanged, tellCounts, tellHeadline, tellUnmatched } from './headline.ts'
import { tellBandMoves } from './tell-moves.ts'
import { renderChanges } from './terminal/changes.ts'
import { renderCriteria } from './terminal/criteria.ts'
import { renderGroups } from './terminal/groups.ts'
import { renderLook } from './terminal/look.ts'
import { moreRows, type Screen } from './terminal/screen.ts'
import { diffWordsOf } from './words.ts'

const NARROWEST = 60
const USUAL = 80
/** Lines of running text get no longer than this; only tables use a wider terminal. */
const READABLE = 100
/** Rows of a list, unless more contacts are asked for. */
const ROWS = 10

/** What a change does, for whoever answers for the scores: what happened, why, to whom, and where to look first. */
export const terminal: DiffFormat = {
  name: 'terminal',
  extensions: ['.txt'],
  create: context => ({ end: report => renderReport(report, context) })
}

function* renderReport(report: DiffReport, context: ReportContext): Generator<string> {
  const { result } = report
  const width = Math.max(NARROWEST, context.width ?? USUAL)
  const screen: Screen = {
    paint: context.paint,
    words: diffWordsOf(context.lang),
    report: wordsOf(context.lang),
    width,
    text: Math.min(width, READABLE)
  }
  for (const standard of result.standards) yield* renderStandard(standard, screen)
  const unmatched = tellUnmatched(result.contacts, screen.words)
  if (unmatched !== '')
    yield `${wrapText(unmatched, screen.text)
      .map(line => screen.paint.warning(line))
      .join('\n')}\n\n`
  yield renderEnd(report, screen)
}

function* renderStandard(standard: StandardDiff, screen: Screen): Generator<string> {
  const { words, report, paint, text } = screen
  const rows = Math.max(ROWS, standard.look.shown.length)
  yield `${wrapText(headingOf(standard), text)
    .map(line => paint.bold(line))
    .join('\n')}\n\n`
  yield `${wrapText(tellHeadline(standard, words, report), text)
    .map(line => paint.bold(line))
    .join('\n')}\n`
  yield `${wrapParts(tellCounts(standard, words), text).join('\n')}\n\n`
  yield* renderChanges(standard, rows, screen)
  if (isUnchanged(standard)) return
  const told = standard.criteria.some(({ changed, moves }) => changed > 0 || moves.length > 0)
  if (told) yield* renderCriteria(standard, rows, screen)
  yield* renderGroups(words.teams, 'team', standard.teams, rows, screen)
  yield* renderGroups(words.agents, 'agent', standard.agents, rows, screen)
  const bands = tellBandMoves(standard.overall, words).map(showText)
  if (bands.length > 0) yield `${paint.bold(words.bands)}\n${indent(wrapParts(bands, text - 1))}\n\n`
  if (hasInterval(standard))
    yield `${wrapHanging(words.legendExact, text, ' ')
      .map(line => paint.dim(line))
      .join('\n')}\n\n`
  yield* renderLook(standard, screen)
}

/** `热线服务用语规范 (telecom-hotline)`, and the other one first where two are compared. */
function headingOf({ before, after }: StandardDiff): string {
  const label = ({ id, title }: StandardDiff['after']): string => (title === id ? id : `${title} (${id})`)
  const [first, second] = [label(before), label(after)]
  return showText(first === second ? first : `${first} → ${second}`)
}

/** What became worse, then the verdict: what stays on the screen. */
function renderEnd(report: DiffReport, screen: Screen): string {
  const { paint, text } = screen
  const lines = [paint.dim('─'.repeat(text)), ...worseLines(report, screen), ...verdictLines(report, screen)]
  return `${lines.join('\n')}\n`
}

function worseLines({ result, regressions, verdict }: DiffReport, screen: Screen): readonly string[] {
  const { words, paint, text } = screen
  const show = (reason: string): string[] =>
    wrapHanging(showText(reason), text, '  ').map(line => paint.error(line))
  const texts = regressions.map(each => each.text)
  const others = verdict.reasons.filter(reason => !texts.includes(reason)).flatMap(show)
  const tolerance = result.tolerance === 0 ? undefined : formatShort(result.tolerance, 6)
  const count = texts.length
  if (count === 0) {
    const clean = tolerance === undefined ? words.notWorse : words.notWorseBeyond(tolerance)
    return [paint.good(clean), ...others]
  }
  const heading = tolerance === undefined ? words.worse(count) : words.worseBeyond(count, tolerance)
  const rows = Math.max(ROWS, ...result.standards.map(({ look }) => look.shown.length))
  const more = moreRows(count - rows, screen).trimEnd()
  return [
    paint.bold(heading),
    ...texts.slice(0, rows).flatMap(show),
    ...(more === '' ? [] : [` ${more}`]),
    ...others
  ]
}

function verdictLines({ regressions, verdict }: DiffReport, screen: Screen): readonly string[] {
  const { words, report, paint, text } = screen
  if (verdict.negative) return [paint.error(report.verdictNegative)]
  const tolerated = regressions.length > 0 ? words.inBrackets(words.tolerated) : ''
  return wrapText(`${report.verdictClean}${tolerated}`, text).map(line => paint.good(line))
}

/** Whether an interval is shown: only then there is one to explain. */
const hasInterval = ({ overall, agents, teams }: StandardDiff): boolean =>
  [overall, ...agents, ...teams].some(({ shift }) => shift.low !== null)

const indent = (lines: readonly string[]): string => lines.map(line => ` ${line}`).join('\n')
