import type { Span } from '../scanner.ts'
import { keepApart } from './entity.ts'

/** Chinese digits as they are read out one by one, as the inside of a character class. */
export const hanDigits = '零〇幺一二两三四五六七八九'

const values: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  幺: '1',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  叉: 'x',
  // Recognisers put commas where a speaker pauses.
  ',': ' ',
  '、': ' '
}

// Stands for a figure where only digits that are read out are looked for.
const HIDDEN = '\u0000'

const spoken = new RegExp(`(?:[${hanDigits}][ ,、-]?){3}`)
const readable = /[零〇幺一二两三四五六七八九叉,、0-9]/g

/** What a plain text holds where there is a number of several digits. */
export const numberHint = /\d|[零〇幺一二两三四五六七八九][ ,、-]?[零〇幺一二两三四五六七八九]/

/**
 * Looks for numbers in a plain text twice: as figures, and as digits that are read out (幺三八零零…), which the search
 * sees as figures where they stand. The two do not mix in one number.
 */
export function findNumbers(plain: string, find: (text: string) => readonly Span[]): readonly Span[] {
  const written = /\d/.test(plain) ? find(plain) : []
  if (!spoken.test(plain)) return written
  const read = plain.replace(readable, character => values[character] ?? HIDDEN)
  return keepApart([...written, ...find(read)])
}

/** The digits of a number without what stands between them. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9x]/g, '')
}

/** What may stand between two digits of a number, for expressions: a blank, a dash, or something not seen. */
export const between = '[ \\-\\u200b]{0,3}'
