import type { Problem } from '../../diagnostics/problem.ts'
import { isSlip } from './slip.ts'
import { offsetOf } from './offset.ts'

/** The text with what was meant in the place of a word, `undefined` where that is not certain. */
export function replaceWord(text: string, problem: Problem): string | undefined {
  const { meant, sole, place, values } = problem
  const written = values['value']
  if (meant === undefined || sole !== true || typeof written !== 'string' || !isSlip(written, meant))
    return undefined
  const from = offsetOf(text, place)
  if (from === undefined) return undefined
  const to = from + (place?.length ?? 0)
  const shown = text.slice(from, to)
  const word = wordPattern(written, problem.code === 'standard/unknown-name')
  const hits = shown.match(word)?.length ?? 0
  // The same name twice in one phrase is one problem; any other word that is there twice may stand for something else.
  if (hits === 0 || (hits > 1 && problem.code !== 'standard/unknown-name')) return undefined
  return text.slice(0, from) + shown.replace(word, () => meant) + text.slice(to)
}

/** A word by itself; of names in phrases those in braces. */
function wordPattern(word: string, braced: boolean): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return braced
    ? new RegExp(`(?<=\\{)${escaped}(?=[}?.])`, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu')
}
