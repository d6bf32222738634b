import type { Slot } from '../script.ts'

/** What a slot is filled with, and whether anybody said that it may be. */
export interface Filling {
  readonly text: string
  readonly madeUp: boolean
}

/** A script as it is said, its slots filled, with the way back to the text as written. */
export interface SpokenText {
  readonly text: string
  /**
   * The stretch of the written text that a stretch [from, to) of what is said comes from. A slot counts as a whole:
   * what begins or ends in its filling begins or ends with the slot.
   */
  written(from: number, to: number): readonly [from: number, to: number]
  /** Whether a stretch lies wholly in fillings that nobody asked for, so that it says nothing of the script. */
  isMadeUp(from: number, to: number): boolean
}

interface Piece {
  /** Where it stands in what is said. */
  readonly from: number
  readonly to: number
  /** Where it stands in the text as written. */
  readonly written: readonly [from: number, to: number]
  /** `undefined` for words of the script itself. */
  readonly filling: Filling | undefined
}

/** Fills the slots of a text, which come in order and do not overlap. */
export function fillText(
  text: string,
  slots: readonly Slot[],
  fillingOf: (slot: Slot) => Filling
): SpokenText {
  const pieces: Piece[] = []
  let said = ''
  let at = 0
  const add = (words: string, written: readonly [number, number], filling: Filling | undefined): void => {
    if (words === '') return
    pieces.push({ from: said.length, to: said.length + words.length, written, filling })
    said += words
  }
  for (const slot of slots) {
    add(text.slice(at, slot.from), [at, slot.from], undefined)
    const filling = fillingOf(slot)
    add(filling.text, [slot.from, slot.to], filling)
    at = slot.to
  }
  add(text.slice(at), [at, text.length], undefined)

  return {
    text: said,
    written(from, to) {
      const first = pieces.find(piece => piece.to > from)
      const last = pieces.findLast(piece => piece.from < to)
      const start = first
        ? first.filling
          ? first.written[0]
          : first.written[0] + from - first.from
        : text.length
      const end = last ? (last.filling ? last.written[1] : last.written[0] + to - last.from) : 0
      return [start, Math.max(start, end)]
    },
    isMadeUp(from, to) {
      const touched = pieces.filter(piece => piece.from < to && piece.to > from)
      return touched.length > 0 && touched.every(piece => piece.filling?.madeUp === true)
    }
  }
}
