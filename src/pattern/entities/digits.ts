import { digitOf, hanDigits } from '../../text/numbers.ts'
import type { Span } from '../scanner.ts'
import { keepApart } from './entity.ts'

const values: Readonly<Record<string, string>> = {
  ...digitOf,
  叉: 'x',
  // Recognisers put commas where a speaker pauses.
  ',': ' ',
  '、': ' '
}

// Stands for a figure where only digits that are read out are looked for.
const HIDDEN = '\u0000'

const spoken = new RegExp(`(?:[${hanDigits}][ ,、-]?){3}`)
const readable = new RegExp(`[${hanDigits}叉,、0-9]`, 'g')

/** What a plain text holds where there is a number of several digits. */
export const numberHint: RegExp = new RegExp(`\\d|[${hanDigits}][ ,、-]?[${hanDigits}]`)

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
