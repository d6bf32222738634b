import { DROP, FIRST_KEPT, foldUnit, MARK, SPACE } from './fold-table.ts'

// A memo of a pure function, as in the fold table.
const table = new Uint16Array(0x10000)

/**
 * A text in half width, lower case and simplified characters, with every character where it was: unlike folding it
 * keeps marks and blanks, so that ranges hold for the text as written. All blanks become one kind, all dashes `-`,
 * all apostrophes `'`, all characters that are not seen U+200B.
 */
export function plainText(text: string): string {
  let out = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let plain = table[unit]!
    if (plain === 0) table[unit] = plain = plainUnit(unit)
    if (plain === unit) continue
    out += text.slice(copied, i) + String.fromCharCode(plain)
    copied = i + 1
  }
  return copied === 0 ? text : out + text.slice(copied)
}

const UNSEEN = 0x200b

function plainUnit(unit: number): number {
  const folded = foldUnit(unit)
  if (folded >= FIRST_KEPT) return folded
  const character = String.fromCharCode(unit)
  if (folded === SPACE) return 0x20
  if (folded === DROP) return /\p{P}|\p{S}|\p{L}/u.test(character) ? 0x27 : UNSEEN
  if (folded !== MARK) return unit
  if (/\p{Pd}|\u2212/u.test(character)) return 0x2d
  const half = character.normalize('NFKC')
  return half.length === 1 ? half.charCodeAt(0) : unit
}
