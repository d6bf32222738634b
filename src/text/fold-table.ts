import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/** What a UTF-16 unit folds to: itself, another unit, or one of these classes. */
const UNSEEN = 0
/** White space. */
export const SPACE = 1
/** Punctuation and symbols that carry no meaning, emoji too. */
export const MARK = 2
/** Characters that are as good as not there: zero-width ones, accents, apostrophes, controls. */
export const DROP = 3
/** Folds to more than one unit, or is half of a surrogate pair: see `foldWide`. */
export const WIDE = 4
/** Folded units below this are the classes above. */
export const FIRST_KEPT = 5

// Characters that stand for one simplified character in some words only (等著, 甚麼, 回覆), or are a variant of it (妳).
// Phrases fold the same way, so that a word in which they are themselves is still found.
const variants = { 著: '着', 甚: '什', 覆: '复', 妳: '你' }

const simplified: ReadonlyMap<string, string> = new Map([
  ...traditionalToSimplified.split('|').map(entry => {
    const [from = '', to = ''] = entry.split(' ')
    return [from, to] as const
  }),
  ...Object.entries(variants)
])

const dropped = /^[\p{Cf}\p{Cc}\p{M}'\u2018\u2019\u02bc\uff07`\u00b4]$/u
const space = /^[\s\p{Z}]$/u
const meaningful = /^[\p{L}\p{N}%‰℃+$¥€£￠]$/u
const latin = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/** Folds one character; an empty string where it is a mark. */
export function foldCharacter(character: string): string {
  let folded = character.normalize('NFKC').toLowerCase()
  if (latin.test(folded)) folded = folded.normalize('NFKD').replace(/\p{M}/gu, '')
  let kept = ''
  for (const part of folded) {
    const plain = simplified.get(part) ?? part
    if (meaningful.test(plain)) kept += plain
  }
  return kept
}

// A memo of a pure function, filled as characters are met: computing all 65 536 at start would cost 40 ms.
const table = new Uint16Array(0x10000)

/** The class or the folded form of a UTF-16 unit. */
export function foldUnit(unit: number): number {
  const known = table[unit]!
  return known === UNSEEN ? (table[unit] = classify(unit)) : known
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return WIDE
  const character = String.fromCharCode(unit)
  if (space.test(character)) return SPACE
  if (dropped.test(character)) return DROP
  const folded = foldCharacter(character)
  if (folded === '') return MARK
  return folded.length === 1 ? folded.charCodeAt(0) : WIDE
}
