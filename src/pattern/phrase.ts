import { fold } from '../text/fold.ts'

// A phrase is literal pieces between gaps.
const gapMark = /\s*(?:…+|\.{3,})\s*/

/**
 * The source of a regular expression that finds a phrase in folded text, or `undefined` when nothing of the
 * phrase is left after folding. A gap stands for up to 12 characters, between Latin words for up to 6 words.
 * Latin words match on word boundaries only, and whatever one mark or blank separates them in the text.
 */
export function phraseToRegex(phrase: string): string | undefined {
  const pieces = phrase.split(gapMark).map(fold)
  if (pieces.length > 2 && pieces.slice(1, -1).includes('')) return undefined
  const kept = pieces.filter(piece => piece !== '')
  if (kept.length === 0) return undefined
  let source = ''
  let before = ''
  for (const piece of kept) {
    if (before !== '') source += endsLatin(before) && startsLatin(piece) ? latinGap : hanGap
    source += pieceToRegex(piece)
    before = piece
  }
  return source
}

const hanGap = '.{0,12}?'
const latinGap = '[^a-z0-9](?:[a-z0-9]+[^a-z0-9]+){0,6}?'

const startsLatin = (text: string): boolean => /^[a-z0-9]/.test(text)
const endsLatin = (text: string): boolean => /[a-z0-9]$/.test(text)

// What folding leaves between two Latin words: one blank or one mark, whichever the writer chose.
const separator = /(?<=[a-z0-9])[^\p{L}\p{N}%‰℃+$¥€£](?=[a-z0-9])/u

function pieceToRegex(piece: string): string {
  const body = piece.split(separator).map(escapeRegex).join('[^a-z0-9]')
  return (startsLatin(piece) ? '\\b' : '') + body + (endsLatin(piece) ? '\\b' : '')
}

/** Escapes what has a meaning in a regular expression, with or without the `u` flag. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
