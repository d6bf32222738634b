import { fold } from '../text/fold.ts'

// A phrase is literal pieces between gaps.
const gapMark = /\s*(?:…+|\.{3,})\s*/

/** The folded pieces of a phrase between its gaps; `undefined` when folding leaves nothing of one that counts. */
export function splitPhrase(phrase: string): readonly string[] | undefined {
  const pieces = phrase.split(gapMark).map(fold)
  if (pieces.length > 2 && pieces.slice(1, -1).includes('')) return undefined
  const kept = pieces.filter(piece => piece !== '')
  return kept.length === 0 ? undefined : kept
}

/**
 * The source of a regular expression that finds the pieces of a phrase in folded text. A gap stands for up to 12
 * characters, between Latin words for up to 6 words. Latin words match on word boundaries only, and whatever one
 * mark or blank separates them in the text. `write` says how the characters of a word are written.
 */
export function phraseToRegex(
  pieces: readonly string[],
  write: (text: string) => string = escapeRegex
): string {
  let source = ''
  let before = ''
  for (const piece of pieces) {
    if (before !== '') source += endsLatin(before) && startsLatin(piece) ? latinGap : hanGap
    const body = splitWords(piece).map(write).join('[^a-z0-9]')
    source += (startsLatin(piece) ? '\\b' : '') + body + (endsLatin(piece) ? '\\b' : '')
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

/** A folded phrase without the marks or blanks between its Latin words. */
export function splitWords(folded: string): readonly string[] {
  return folded.split(separator)
}

/** Escapes what has a meaning in a regular expression, with or without the `u` flag. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
