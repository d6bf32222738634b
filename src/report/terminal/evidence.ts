import type { Evidence, FoundEvidence, MissingEvidence } from '../../model/evaluation.ts'
import { formatClock, formatShort } from '../figures.ts'
import type { ReportPaint } from '../paint.ts'
import type { Words } from '../words.ts'
import { cutEnd, displayWidth, showText } from './display.ts'
import { labelShare } from './labels.ts'
import { shortenQuote } from './quote.ts'
import { wrapHanging } from './wrap.ts'

const MOST = 5
const INSET = '    '

/** Where it was seen, a line for each piece of evidence; for what is missing, where it was looked for. */
export function renderEvidence(
  evidence: readonly Evidence[],
  paint: ReportPaint,
  words: Words,
  width: number
): string[] {
  const lines = evidence.slice(0, MOST).flatMap(piece => renderPiece(piece, paint, words, width))
  if (evidence.length > MOST)
    lines.push(paint.dim(`${INSET}${words.moreHits(String(evidence.length - MOST))}`))
  return lines
}

function renderPiece(piece: Evidence, paint: ReportPaint, words: Words, width: number): string[] {
  if ('quote' in piece) return [renderQuote(INSET, piece, paint, words, width)]
  if ('missing' in piece) return renderMissing(piece, paint, words, width)
  if ('measured' in piece) {
    const where = piece.turn === undefined ? '' : `${labelTurn(piece.turn, piece.at, words)}  `
    const figure = `${showText(piece.measured)} ${formatShort(piece.value, 2)} ${showText(piece.unit)}`
    return wrapHanging(`${where}${figure.trimEnd()}`, width, INSET)
  }
  const value = typeof piece.value === 'number' ? formatShort(piece.value, 6) : String(piece.value ?? '-')
  return wrapHanging(`${showText(piece.field)} = ${showText(value)}`, width, INSET)
}

function renderMissing(
  { missing, searched, nearest }: MissingEvidence,
  paint: ReportPaint,
  words: Words,
  width: number
): string[] {
  const window = searched
    ? words.searched(String(searched.first), String(searched.last))
    : words.searchedNothing
  const lines = wrapHanging(`${words.missing(showText(missing))} · ${window}`, width, INSET)
  if (nearest === undefined) return lines
  const lead = `${INSET}${words.nearest(labelShare(nearest.similarity * 100))} `
  return [...lines, renderQuote(lead, nearest, paint, words, width)]
}

/** `turn 4 00:12.3  “...”` on one line, the hit painted. */
function renderQuote(
  lead: string,
  piece: FoundEvidence,
  paint: ReportPaint,
  words: Words,
  width: number
): string {
  const where = cutEnd(`${lead}${labelTurn(piece.turn, piece.at, words)}  `, width - 2)
  const { before, hit, after } = shortenQuote(piece, width - displayWidth(where) - 2)
  return `${paint.dim(where)}“${before}${paint.warning(hit)}${after}”`
}

function labelTurn(turn: number, at: number | undefined, words: Words): string {
  return at === undefined ? words.turn(String(turn)) : `${words.turn(String(turn))} ${formatClock(at)}`
}
