import { DROP, FIRST_KEPT, foldCharacter, foldUnit, SPACE, WIDE } from './fold-table.ts'

/** A folded text that remembers where each of its units stood in the original. */
export interface Folded {
  readonly text: string
  /** The range [from, to) of the original that a range of the folded text came from. */
  original(from: number, to: number): readonly [from: number, to: number]
}

/**
 * Makes texts comparable that a listener would call the same: half width, lower case, simplified characters,
 * no accents, no white space, no punctuation. Between two Latin letters or digits a single punctuation mark
 * stays and a longer gap becomes one space, so that words and figures ("3.5") keep apart. `% ‰ ℃ + $ ¥ € £`
 * stay, since they carry meaning; apostrophes go, so that "don't" is "dont". Folding twice changes nothing.
 */
export function fold(text: string): string {
  return run(text, undefined)
}

/** Folds with offsets kept. Dearer than `fold`: for texts in which something was found. */
export function foldWithOffsets(text: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  const folded = run(text, (from, to) => {
    starts.push(from)
    ends.push(to)
  })
  return {
    text: folded,
    original: (from, to) => {
      const start = starts[from] ?? text.length
      return [start, to > from ? (ends[to - 1] ?? text.length) : start]
    }
  }
}

/** Called once for each folded unit with the range of the original that it stands for. */
type Keep = (from: number, to: number) => void

const NONE = 0
const BLANK = 0x20
// CJK radicals begin here; whatever is kept below is written in words or figures with gaps between them.
const FIRST_CJK = 0x2e80

function run(text: string, keep: Keep | undefined): string {
  let out = ''
  let copied = 0 // text before this is in `out`
  let last = NONE // the unit last kept
  let gap = NONE // the mark or blank met since
  let gapFrom = 0
  let gapTo = 0

  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i)
    const folded = foldUnit(unit)
    if (folded >= FIRST_KEPT && gap === NONE && folded === unit) {
      keep?.(i, i + 1)
      last = folded
      i++
      continue
    }
    if (copied < i) out += text.slice(copied, i)

    let width = 1
    let kept = ''
    if (folded >= FIRST_KEPT) kept = String.fromCharCode(folded)
    else if (folded === WIDE) {
      const character = String.fromCodePoint(text.codePointAt(i)!)
      width = character.length
      kept = foldCharacter(character)
    }
    if (kept !== '') {
      const first = kept.charCodeAt(0)
      if (gap !== NONE && last !== NONE && first < FIRST_CJK && last < FIRST_CJK) {
        out += gap === BLANK ? ' ' : String.fromCharCode(plainMark(gap))
        keep?.(gapFrom, gapTo)
      }
      gap = NONE
      out += kept
      if (keep) for (let k = 0; k < kept.length; k++) keep(i, i + width)
      last = kept.charCodeAt(kept.length - 1)
    } else if (folded !== DROP) {
      if (gap === NONE) gapFrom = i
      gap = gap === NONE && folded !== SPACE ? unit : BLANK
      gapTo = i + width
    }
    i += width
    copied = i
  }
  return copied < text.length ? out + text.slice(copied) : out
}

// A memo of a pure function, as in the fold table.
const plainMarks = new Map<number, number>()

/** A punctuation mark in half width; a blank for symbols and emoji, which are no part of words. */
function plainMark(unit: number): number {
  const known = plainMarks.get(unit)
  if (known !== undefined) return known
  const mark = String.fromCharCode(unit).normalize('NFKC')
  const plain = mark.length === 1 && /^\p{P}$/u.test(mark) ? mark.charCodeAt(0) : BLANK
  plainMarks.set(unit, plain)
  return plain
}
