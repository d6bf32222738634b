import { fold } from '../text/fold.ts'
import { createSentence, OPEN, type Sentence } from './align.ts'
import { stripFillers } from './fillers.ts'
import type { Piece } from './wording.ts'

/** A piece of a sentence whose names have their values. */
export type FilledPiece = Exclude<Piece, { readonly kind: 'name' }>

/** Where in a template a slot stands: between its first and its last words, or outside of them. */
export interface TemplateSlot {
  readonly name: string
  readonly place: 'before' | 'within' | 'after'
  /** Of those within: which open stretch of the sentence it is, from 0. */
  readonly stretch: number
}

/** A sentence with slots, made ready to be found again in what was said. */
export interface Template {
  /** From its first to its last words; what stands in slots between them may be anything. */
  readonly sentence: Sentence
  readonly slots: readonly TemplateSlot[]
  /** Its words without what stands in slots. */
  readonly words: readonly string[]
}

// What a slot or a gap may take in: a full name, a sum in words, an address in short.
const ROOM = { slot: 24, gap: 12 }
// Latin words are longer than Chinese ones.
const LATIN_ROOM = { slot: 48, gap: 36 }

/** Makes a template; `undefined` when its pieces hold no words. */
export function createTemplate(pieces: readonly FilledPiece[], sound: boolean): Template | undefined {
  const folded = foldPieces(pieces)
  const isWords = (piece: FilledPiece): boolean => piece.kind === 'words'
  const first = folded.findIndex(isWords)
  const last = folded.findLastIndex(isWords)
  if (first < 0) return undefined
  let text = ''
  let stretch = 0
  const slots: TemplateSlot[] = []
  const words: string[] = []
  for (const [i, piece] of folded.entries()) {
    if (piece.kind === 'words') {
      text += piece.text
      words.push(piece.text)
      continue
    }
    const place = i < first ? 'before' : i > last ? 'after' : 'within'
    if (piece.name !== undefined) slots.push({ name: piece.name, place, stretch })
    if (place !== 'within') continue
    const room = /[a-z]$/.test(text) ? LATIN_ROOM : ROOM
    text += OPEN.repeat(piece.name === undefined ? room.gap : room.slot)
    stretch++
  }
  return { sentence: createSentence(text, sound), slots, words }
}

/** Whether something stands between its words that it does not tell. */
export function hasOpen({ sentence }: Template): boolean {
  return sentence.text.length > sentence.size
}

/** Words in a row become one piece, and those of which folding leaves nothing go. */
function foldPieces(pieces: readonly FilledPiece[]): readonly FilledPiece[] {
  const joined: FilledPiece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (piece.kind === 'words' && before?.kind === 'words') {
      joined.splice(-1, 1, { kind: 'words', text: before.text + piece.text })
    } else joined.push(piece)
  }
  return joined.flatMap((piece): readonly FilledPiece[] => {
    if (piece.kind !== 'words') return [piece]
    const text = stripFillers(fold(piece.text)).text
    return text === '' ? [] : [{ kind: 'words', text }]
  })
}

/**
 * What each open stretch of a sentence stands for in a text that says the sentence from its beginning to its end: the
 * way back through the edits that `align` counts.
 */
export function traceOpen(
  { text: wanted, costs, drops }: Sentence,
  said: string
): readonly (readonly [from: number, to: number])[] {
  const width = said.length + 1
  const cost = new Int32Array((wanted.length + 1) * width)
  const added = 2
  for (let j = 1; j < width; j++) cost[j] = j * added
  for (let i = 1; i <= wanted.length; i++) {
    const row = i * width
    cost[row] = cost[row - width]! + drops[i - 1]!
    for (let j = 1; j < width; j++) {
      cost[row + j] = Math.min(
        cost[row - width + j - 1]! + costs(said.charCodeAt(j - 1))[i - 1]!,
        cost[row - width + j]! + drops[i - 1]!,
        cost[row + j - 1]! + added
      )
    }
  }
  const stretches: (readonly [number, number])[] = []
  let [i, j] = [wanted.length, said.length]
  let end: number | undefined
  while (i > 0) {
    const isOpen = wanted[i - 1] === OPEN
    if (isOpen) end ??= j
    else if (end !== undefined) {
      stretches.unshift([j, end])
      end = undefined
    }
    const here = cost[i * width + j]!
    if (j > 0 && here === cost[(i - 1) * width + j - 1]! + costs(said.charCodeAt(j - 1))[i - 1]!) {
      i--
      j--
    } else if (here === cost[(i - 1) * width + j]! + drops[i - 1]!) i--
    else j--
  }
  return stretches
}
