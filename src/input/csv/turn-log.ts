import { speakers, type Speaker } from '../../model/contact.ts'
import type { Turns } from './group.ts'

/**
 * The turns of a log whose contacts lie all over it. A large log has millions: as objects and strings of their own
 * they would take three times as much and keep the garbage collector busy, so they lie in blocks, the texts of a block
 * in one string. The turns of one contact hang together from the last to the first.
 */
export interface TurnLog {
  /**
   * Adds a turn behind another one of the same contact, `NOWHERE` for its first; gives its place. Times are NaN where
   * there are none.
   */
  readonly add: (before: number, by: Speaker, text: string, start: number, end: number) => number
  /** The turns of a contact in the order they were added, from the place of the last; `count` is their number. */
  readonly list: (last: number, count: number) => Turns
  /** Bytes that the turns take, at most. */
  readonly size: () => number
  readonly clear: () => void
}

/** Stands for the turn before the first one. */
export const NOWHERE = -1

interface Block {
  /** The places of the turns before. */
  readonly before: Int32Array
  readonly by: Uint8Array
  readonly start: Float64Array
  readonly end: Float64Array
  /** Where in the text of the block each turn's text ends. */
  readonly ends: Uint32Array
  /** Texts that are not joined yet. */
  parts: string[]
  text: string
}

/** Turns of a block; the place of a turn is its block's number times this, and its own number in the block. */
const TURNS = 4096
/** A block with more text than this takes no more turns. */
const UNITS = 1 << 20
const BLOCK_BYTES = TURNS * (4 + 1 + 8 + 8 + 4)

export function createTurnLog(): TurnLog {
  let blocks: Block[] = []
  let count = TURNS
  let units = 0
  let closed = 0

  function openBlock(): Block {
    const last = blocks.at(-1)
    if (last && count < TURNS && units < UNITS) return last
    if (last) joinParts(last)
    closed += units
    count = 0
    units = 0
    const block: Block = {
      before: new Int32Array(TURNS),
      by: new Uint8Array(TURNS),
      start: new Float64Array(TURNS),
      end: new Float64Array(TURNS),
      ends: new Uint32Array(TURNS),
      parts: [],
      text: ''
    }
    blocks.push(block)
    return block
  }

  return {
    add(before, by, text, start, end) {
      const block = openBlock()
      const i = count++
      units += text.length
      block.before[i] = before
      block.by[i] = speakers.indexOf(by)
      block.start[i] = start
      block.end[i] = end
      block.ends[i] = units
      block.parts.push(text)
      return (blocks.length - 1) * TURNS + i
    },

    list(last, length) {
      const turns: Turns = { by: [], text: [], start: [], end: [] }
      let place = last
      for (let k = 0; k < length; k++) {
        const block = blocks[Math.floor(place / TURNS)]!
        const i = place % TURNS
        if (block.parts.length > 0) joinParts(block)
        turns.by.push(speakers[block.by[i]!]!)
        turns.text.push(block.text.slice(i === 0 ? 0 : block.ends[i - 1]!, block.ends[i]!))
        turns.start.push(block.start[i]!)
        turns.end.push(block.end[i]!)
        place = block.before[i]!
      }
      for (const column of [turns.by, turns.text, turns.start, turns.end]) column.reverse()
      return turns
    },

    size: () => blocks.length * BLOCK_BYTES + 2 * (closed + units),

    clear() {
      blocks = []
      count = TURNS
      units = 0
      closed = 0
    }
  }
}

function joinParts(block: Block): void {
  block.text += block.parts.join('')
  block.parts = []
}
