import { editDistance } from '../../diagnostics/suggest.ts'
import { readingsOf } from '../../text/readings.ts'

// More letters than this make another word.
const MOST_LETTERS = 2

/**
 * Whether a word is another one mistyped, for certain enough to put it in its place unasked. Stricter than a hint for
 * people: TEL-20 is not TEL-10, `no-thanks` not `thanks`, 不满意 not 满意. Numbers and the number of words must be the
 * same, Chinese characters sound the same (as input methods confuse them) or be swapped, and of the other letters two
 * at most may differ.
 */
export function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()]
  if (numbersOf(a) !== numbersOf(b)) return false
  if (lettersOf(a) === lettersOf(b)) return true
  if (wordsOf(a) !== wordsOf(b) || !soundsAlike(hanOf(a), hanOf(b))) return false
  const distance = editDistance(a.replace(han, '一'), b.replace(han, '一'))
  const longer = Math.max(a.length, b.length)
  if (distance > MOST_LETTERS || distance * 2 > longer) return false
  // One more letter at an end may be a slip; two are a prefix that turns the meaning round.
  return distance < 2 || !(a.includes(b) || b.includes(a))
}

const han = /\p{Script=Han}/gu

const numbersOf = (text: string): string => text.match(/\d+/g)?.join(' ') ?? ''
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const wordsOf = (text: string): number => text.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '').length
const hanOf = (text: string): readonly string[] => text.match(han) ?? []

function soundsAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  if (a.toSorted().join('') === b.toSorted().join('')) return true
  return a.every((character, i) => {
    const other = b[i]!
    if (character === other) return true
    const readings = readingsOf(other.charCodeAt(0))
    return readingsOf(character.charCodeAt(0)).some(reading => readings.includes(reading))
  })
}
