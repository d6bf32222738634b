import { formatCount } from '../../report/figures.ts'
import type { DiffWords } from './words.ts'

/** A table with what stands around it. */
export interface Section {
  /** Its heading and the head of its table. */
  readonly head: string
  readonly rows: readonly string[]
  /** Rows that are shown at most. */
  readonly most?: number | undefined
  readonly tail: string
}

/** Sections in the room that there was. */
export interface Fitted {
  readonly text: string
  /** Sections that had no room at all. */
  readonly left: number
}

/** Puts sections one below the other, each with as many rows as there is room for, and says how many are left out. */
export function fitSections(sections: readonly Section[], room: number, words: DiffWords): Fitted {
  let [text, left] = ['', 0]
  for (const section of sections) {
    const fitted = fitRows(section, room - text.length, words)
    if (fitted === undefined) left++
    else text += fitted
  }
  return { text, left }
}

function fitRows({ head, rows, most, tail }: Section, room: number, words: DiffWords): string | undefined {
  const note = (hidden: number): string =>
    hidden > 0 ? `\n${words.page.leftOut(formatCount(hidden))}\n` : ''
  const wanted = rows.slice(0, most ?? rows.length)
  let used = head.length + tail.length + note(rows.length).length
  let text = ''
  let shown = 0
  for (const row of wanted) {
    if (used + row.length > room) break
    text += row
    used += row.length
    shown++
  }
  if (shown === 0 && (rows.length > 0 || used > room)) return undefined
  return head + text + note(rows.length - shown) + tail
}
