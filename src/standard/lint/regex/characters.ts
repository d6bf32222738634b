import { FIRST_KEPT, foldUnit } from '../../../text/fold-table.ts'
import { fold } from '../../../text/fold.ts'

/**
 * The kinds of characters in folded text: `narrow` ones (Latin, digits, all below CJK), `wide` ones, and the single
 * `mark` that folding leaves between two narrow ones.
 */
export const kinds = ['narrow', 'wide', 'mark'] as const
export type Kind = (typeof kinds)[number]

const FIRST_WIDE = 0x2e80

interface Alphabet {
  readonly text: Readonly<Record<Kind, string>>
}

let alphabet: Alphabet | undefined

/** Every character that folded text can hold, by kind. A memo of a pure function. */
function allCharacters(): Alphabet {
  if (alphabet) return alphabet
  const text: Record<Kind, string> = { narrow: '', wide: '', mark: '' }
  for (let unit = 0; unit < 0xd800; unit++) addUnit(unit, text)
  for (let unit = 0xe000; unit < 0x10000; unit++) addUnit(unit, text)
  return (alphabet = { text })
}

function addUnit(unit: number, text: Record<Kind, string>): void {
  const folded = foldUnit(unit)
  const character = String.fromCharCode(unit)
  if (folded === unit && folded >= FIRST_KEPT) text[unit < FIRST_WIDE ? 'narrow' : 'wide'] += character
  else if (folded < FIRST_KEPT && fold(`a${character}b`) === `a${character}b`) text.mark += character
}

const known = new Map<string, readonly Kind[]>()

/** The kinds of characters that a set such as `您`, `[a-z]` or `\s` can take in folded text. */
export function kindsOf(set: string, flags: string): readonly Kind[] {
  const key = `${flags}/${set}`
  let found = known.get(key)
  if (!found) {
    if (known.size > 10_000) known.clear()
    known.set(key, (found = findKinds(set, flags)))
  }
  return found
}

function findKinds(set: string, flags: string): readonly Kind[] {
  const { text } = allCharacters()
  // Beyond the basic plane: rare characters stay, emoji go; a class of them is taken to hold one that stays.
  if (/[\ud800-\udfff]/.test(set)) return set.length > 2 || fold(set) === set ? ['wide'] : []
  const expression = new RegExp(set, flags)
  return kinds.filter(kind => expression.test(text[kind]))
}

/**
 * Whether two sets have a character in common, tried with the characters that stand in the expression and one or more
 * of every usual kind.
 */
export function overlap(a: string, b: string, flags: string): boolean {
  if (a === b) return true
  const [x, y] = [new RegExp(a, flags), new RegExp(b, flags)]
  for (const character of a + b + usual) if (x.test(character) && y.test(character)) return true
  return false
}

// Printable ASCII, white space, and a few of what else people write.
const usual = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}\t\n您中龥，。！？、：；“”（）…　ＡａéÀ１①😀`
