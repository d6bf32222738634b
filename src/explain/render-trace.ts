import type { Evidence, FoundEvidence } from '../model/evaluation.ts'
import { cutEnd, cutMiddle, displayWidth, showText } from '../report/terminal/display.ts'
import { renderEvidence } from '../report/terminal/evidence.ts'
import { labelShare } from '../report/terminal/labels.ts'
import { wrapHanging } from '../report/terminal/wrap.ts'
import { wordsOf } from '../report/words.ts'
import type { Style } from './style.ts'
import { closedLabel, turnLabel, windowLabel } from './render-window.ts'
import { scriptLines } from './render-script.ts'
import type { ConditionTrace } from './trace-condition.ts'
import type { PartTrace, TurnTrace } from './trace-search.ts'
import type { CriterionTrace, TraceStep } from './trace.ts'
import { createTell, type Tell } from './words.ts'

// Of more turns than this only those are shown in which something was found or nearly found.
const MOST_TURNS = 40

const signs = { pass: '✓', fail: '✗', na: '-', unknown: '?' } as const

const heads = {
  applies: 'applies',
  when: 'when',
  unless: 'unless',
  field: 'trace.field'
} as const

/** How one criterion was judged, step by step, and what came of it. */
export function renderTrace(trace: CriterionTrace, style: Style): string {
  const { paint, width, lang } = style
  const tell = createTell(lang)
  const { criterion, outcome, steps } = trace
  const told = outcome.status === 'fail' ? outcome.message : 'reason' in outcome ? outcome.reason : undefined
  const verdict = [tell(outcome.status), told].filter(part => part !== undefined && part !== '').join(': ')
  const sign = signs[outcome.status]
  const title = criterion.title === criterion.id ? criterion.id : `${criterion.id} ${criterion.title}`
  const evidence = 'evidence' in outcome ? outcome.evidence : []
  const lines = [
    paint.bold(cutEnd(`${sign} ${showText(title)}`, width)),
    ...wrapHanging(showText(verdict), width, '  '),
    ...steps.flatMap(step => ['', ...stepLines(step, tell, style)]),
    ...(evidence.length > 0
      ? ['', `  ${tell('head.evidence')}`, ...renderEvidence(evidence, paint, wordsOf(lang), width)]
      : [])
  ]
  return `${lines.join('\n')}\n`
}

function stepLines(step: TraceStep, tell: Tell, style: Style): readonly string[] {
  switch (step.kind) {
    case 'conditions':
      return [`  ${tell(heads[step.role])}`, ...step.parts.flatMap(part => conditionLines(part, tell, style))]
    case 'search':
      return searchLines(step, tell, style)
    case 'script':
      return scriptLines(step, tell, style)
    case 'values':
      return [
        `  ${tell('trace.values')}`,
        ...step.bounds.map(({ key, written, value }) =>
          !written.includes('{')
            ? `    ${tell('trace.bound', { key, written })}`
            : `    ${tell('trace.boundValue', { key, written, value })}`
        ),
        ...step.values.map(({ figure, turn, at, excused }) => {
          const where = turn === undefined ? '' : `${turnLabel(turn, at, tell)}  `
          return `    ${where}${figure}${excused ? ` (${tell('trace.excused')})` : ''}`
        })
      ]
    case 'requires':
      return [
        `  ${tell('requires')}`,
        ...step.parts.map(({ id, wanted, actual }) => {
          const values = { id, wanted: tell(wanted), actual: tell(actual) }
          return `    ${wanted === actual ? '✓' : '✗'} ${tell('trace.requires', values)}`
        })
      ]
    case 'part': {
      const { of, number, outcome } = step
      const told = outcome.status === 'fail' ? outcome.message : 'reason' in outcome ? outcome.reason : ''
      const head = tell('trace.part', { of, n: number, status: tell(outcome.status) })
      return wrapHanging(
        showText(told === '' ? head : `${head}: ${told}`),
        style.width,
        `  ${signs[outcome.status]} `
      )
    }
  }
}

function conditionLines(part: ConditionTrace, tell: Tell, { paint, width }: Style): readonly string[] {
  const value = part.value === undefined ? 'unknown' : part.value ? 'true' : 'false'
  const indent = '  '.repeat(part.depth)
  const sign = { true: '✓', false: '✗', unknown: '?' }[value]
  const seen = part.evidence.map(piece => showPiece(piece, tell)).join(', ')
  const why = [
    tell(value),
    ...(part.reason === undefined ? [] : [part.reason]),
    ...(seen === '' ? [] : [seen])
  ]
  return [
    ...wrapHanging(showText(part.text), width, `${indent}    ${sign} `),
    ...wrapHanging(showText(why.join(' · ')), width, `${indent}      `).map(line => paint.dim(line))
  ]
}

function showPiece(piece: Evidence, tell: Tell): string {
  if ('quote' in piece) return `${tell('trace.turn', { turn: piece.turn })} “${piece.quote}”`
  if ('field' in piece) return `${piece.field} = ${piece.value === null ? '-' : String(piece.value)}`
  return ''
}

function searchLines(
  step: Extract<TraceStep, { kind: 'search' }>,
  tell: Tell,
  style: Style
): readonly string[] {
  const { paint, width } = style
  const banned = step.role === 'avoid' || step.role === 'never'
  const head =
    step.reply === undefined ? step.role : `${step.role} · ${tell('trace.reply', { turn: step.reply })}`
  const { search } = step
  if ('reason' in search)
    return wrapHanging(`${head} · ${closedLabel(step, search.reason, tell)}`, width, '  ')
  const { turns } = search
  const window = windowLabel(
    step,
    turns.map(({ turn }) => turn),
    tell
  )
  const shown =
    turns.length > MOST_TURNS ? turns.filter(turn => turn.found.length > 0 || turn.nearest) : turns
  const hidden = turns.length - shown.length
  return [
    ...wrapHanging(`${head} · ${window}`, width, '  '),
    ...search.parts.flatMap(part => partLines(part, banned, tell, style)),
    ...shown.map(turn => turnLine(turn, tell, style)),
    ...(hidden > 0 ? [paint.dim(`      ${tell('trace.more', { n: hidden })}`)] : [])
  ]
}

function partLines(part: PartTrace, banned: boolean, tell: Tell, { paint, width }: Style): readonly string[] {
  // Of what is banned, the finding is the breach.
  const good = part.matched !== banned
  const found = part.hits.length > 0 ? tell('trace.said', { n: part.hits.length }) : tell('trace.notSaid')
  const near = part.nearest
    ? ` · ${tell('trace.nearest', { share: labelShare(part.nearest.similarity * 100) })}: ${tell('trace.turn', { turn: part.nearest.turn })} “${part.nearest.quote}”`
    : ''
  const lines = wrapHanging(showText(`${part.label}: ${found}${near}`), width, `    ${good ? '✓' : '✗'} `)
  return good ? lines : lines.map(line => paint.warning(line))
}

/** A turn on one line: what was found in it, or what came nearest, and its text. */
function turnLine(turn: TurnTrace, tell: Tell, { paint, width }: Style): string {
  const { found, nearest } = turn
  const sign = found.length > 0 ? '●' : nearest ? '○' : '·'
  const where = `      ${sign} ${turnLabel(turn.turn, turn.at, tell)}  `
  const note = found.length > 0 ? quotes(found.map(({ hit }) => hit)) : nearest ? nearNote(nearest, tell) : ''
  const tail = note === '' ? '' : `  ${cutEnd(note, Math.floor(width / 2))}`
  const room = Math.max(8, width - displayWidth(where) - displayWidth(tail))
  const text = cutMiddle(showText(turn.text), room)
  if (found.length > 0) return `${where}${text}${paint.good(tail)}`
  return `${paint.dim(where)}${paint.dim(text)}${paint.warning(tail)}`
}

function quotes(hits: readonly FoundEvidence[]): string {
  return [...new Set(hits.map(hit => `“${showText(hit.quote)}”`))].join(' ')
}

function nearNote(nearest: NonNullable<TurnTrace['nearest']>, tell: Tell): string {
  const share = labelShare(nearest.similarity * 100)
  return `“${showText(nearest.quote)}” ${tell('trace.nearest', { share })}: ${showText(nearest.label)}`
}
