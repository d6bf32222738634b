import type { CriterionResult, Evaluation } from '../../model/evaluation.ts'
import { formatScore, formatShort } from '../figures.ts'
import { gradeScore, gradeSigns, paintGrade } from '../grade.ts'
import type { ReportContext, StandardHeader } from '../report.ts'
import type { Words } from '../words.ts'
import { cutEnd, displayWidth, showText } from './display.ts'
import { renderEvidence } from './evidence.ts'
import { labelClause, labelPerson, labelTime } from './labels.ts'
import { wrapHanging, wrapParts } from './wrap.ts'

/** One contact: a line of who and how well, then each criterion it failed and why. '' when there is nothing to show. */
export function renderContact(
  evaluation: Evaluation,
  standard: StandardHeader | undefined,
  several: boolean,
  context: ReportContext,
  words: Words,
  width: number
): string {
  const failed = evaluation.criteria.filter(result => result.status === 'fail')
  const all = context.details === 'all'
  if (context.details === 'none' || (failed.length === 0 && !all)) return ''
  const lines = [
    ...headLines(evaluation, standard, several, context, words, width),
    ...(evaluation.reason === undefined ? [] : wrapHanging(showText(evaluation.reason), width, '  ')),
    ...bandLine(evaluation, standard, width),
    ...failed.flatMap(result => failedLines(result, standard, context, words, width)),
    ...(all ? restLines(evaluation, context, words, width) : [])
  ]
  return `${lines.join('\n')}\n\n`
}

function headLines(
  e: Evaluation,
  standard: StandardHeader | undefined,
  several: boolean,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const grade = standard ? gradeScore(e.score, standard) : 'none'
  const score = e.score === null ? words.notScored : [formatScore(e.score), e.band ?? ''].join(' ').trim()
  const spared = e.scoreWithoutFatal !== null && e.scoreWithoutFatal !== e.score
  const parts = [
    `${gradeSigns[grade]} ${showText(e.contact)}`.trimStart(),
    e.agent === null ? words.unknownKey(words.by['agent'] ?? 'agent') : labelPerson(e.agent, e.agentName),
    ...(e.started === undefined ? [] : [labelTime(e.started)]),
    ...(several ? [showText(e.standard)] : []),
    showText(score),
    ...(spared ? [words.withoutFatal(formatScore(e.scoreWithoutFatal))] : [])
  ]
  return wrapParts(parts, width - 2).map((line, i) =>
    paint.bold(paintGrade(paint, grade)(i === 0 ? line : `  ${line}`))
  )
}

/** Sections that have bands of their own. */
function bandLine({ sections }: Evaluation, standard: StandardHeader | undefined, width: number): string[] {
  const graded = sections.flatMap(({ id, score, band }) => {
    if (score === null || !band) return []
    const title = standard?.sections.find(section => section.id === id)?.title ?? id
    return [showText(`${title} ${formatScore(score)} ${band}`)]
  })
  return wrapParts(graded, width - 2).map(line => `  ${line}`)
}

function failedLines(
  result: CriterionResult,
  standard: StandardHeader | undefined,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const cited = standard?.criteria.find(({ id }) => id === result.id)
  const lost = (result.possible ?? 0) - (result.earned ?? 0) + (result.deducted ?? 0)
  const tail = [
    ...(result.fatal ? [words.fatalMark] : []),
    ...(lost > 0 ? [`-${formatShort(lost)}`] : []),
    ...(result.waived ? [words.knownMark] : [])
  ].join(' ')
  const title = cutEnd(
    `${labelClause(result)} ${showText(cited?.title ?? result.id)}`,
    width - 4 - displayWidth(tail) - 2
  )
  const place =
    cited?.file === undefined ? '' : showText(`${cited.file}${cited.line ? `:${cited.line}` : ''}`)
  const used = 4 + displayWidth(title) + (tail === '' ? 0 : displayWidth(tail) + 2)
  const head = `  ${paint.error('✗')} ${paint.bold(title)}${tail === '' ? '' : `  ${paint.fatal(tail)}`}`
  return [
    used + 2 + displayWidth(place) <= width && place !== '' ? `${head}  ${paint.dim(place)}` : head,
    ...(result.message === undefined ? [] : wrapHanging(showText(result.message), width, '    ')),
    ...renderEvidence(result.evidence ?? [], paint, words, width)
  ]
}

/** What was not failed: how many passed, and what was not judged with the reason. */
function restLines(
  { criteria }: Evaluation,
  { paint }: ReportContext,
  words: Words,
  width: number
): string[] {
  const passed = criteria.filter(result => result.status === 'pass').length
  const unjudged = criteria.filter(result => result.status === 'na' || result.status === 'unknown')
  return [
    ...(passed > 0 ? [`  ${paint.good('✓')} ${words.passed(String(passed))}`] : []),
    ...unjudged.flatMap(result => {
      const [sign, word] = result.status === 'na' ? ['-', words.na] : ['?', words.unknown]
      const why = result.reason === undefined ? word : words.because(word, showText(result.reason))
      const line = `${labelClause(result)} ${why}`
      return wrapHanging(line, width, `  ${sign} `).map(text => paint.dim(text))
    })
  ]
}
