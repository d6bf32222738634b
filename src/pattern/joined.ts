import { locate } from './like.ts'
import { stripFillers, type Stripped } from './fillers.ts'
import type { Hit, Passage, Window } from './passage.ts'

/** Turns of one speaker as one text, folded and without fillers, so that a sentence may be spread over them. */
export interface Joined {
  readonly text: string
  readonly turns: readonly JoinedTurn[]
}

export interface JoinedTurn {
  readonly passage: Passage
  readonly stripped: Stripped
  /** Where in the joined text it stands. */
  readonly from: number
  readonly to: number
}

/**
 * Joins the turns of a window, a text for each row of them by one speaker. What others say in between does not matter
 * when the window leaves it out; a sentence is seldom finished by chance in a later turn.
 */
export function joinTurns(window: Window): readonly Joined[] {
  const rows: { readonly pieces: string[]; readonly turns: JoinedTurn[] }[] = []
  for (const passage of window) {
    const stripped = stripFillers(passage.folded, true)
    if (stripped.text === '') continue
    let row = rows.at(-1)
    let before = row?.turns.at(-1)
    if (!row || before?.passage.turn.by !== passage.turn.by) {
      row = { pieces: [], turns: [] }
      before = undefined
      rows.push(row)
    }
    // Folding keeps words of Latin letters apart, and so must this.
    const isApart = !isLatin(before?.stripped.text.at(-1)) || !isLatin(stripped.text[0])
    const from = (before?.to ?? 0) + (isApart ? 0 : 1)
    row.pieces.push(isApart ? stripped.text : ` ${stripped.text}`)
    row.turns.push({ passage, stripped, from, to: from + stripped.text.length })
  }
  return rows.map(({ pieces, turns }) => ({ text: pieces.join(''), turns }))
}

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character)

/** A stretch of a joined text as hits, one for each turn that has a part in it. */
export function locateJoined({ turns }: Joined, from: number, to: number): readonly Hit[] {
  const hits: Hit[] = []
  for (let i = firstEndingBehind(turns, from); i < turns.length && turns[i]!.from < to; i++) {
    const turn = turns[i]!
    const [start, end] = [Math.max(from, turn.from) - turn.from, Math.min(to, turn.to) - turn.from]
    if (end > start) hits.push(locate(turn.passage, turn.stripped, { from: start, to: end }))
  }
  return hits
}

/** The place of the first turn that ends behind a place of the joined text. */
function firstEndingBehind(turns: readonly JoinedTurn[], at: number): number {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.to <= at) low = middle + 1
    else high = middle
  }
  return low
}
