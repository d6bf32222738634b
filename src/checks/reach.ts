import type { Passage, Window } from '../pattern/passage.ts'
import { parseDuration } from '../text/quantity.ts'
import { isBroken } from './scope.ts'
import { countBefore, type Position } from './span.ts'
import type { By, ContactView } from './view.ts'

/** What a reach looks like, for messages. */
export const reachExamples = '1 turn, 3 turns, 2 runs, 30s, same turn'

/** A turn from which something reaches on, by its index and its time; -1 and 0 stand before the first. */
export interface ReachPoint {
  readonly index: number
  readonly time: number | undefined
}

/**
 * How far something reaches from a turn. Turns and runs are counted among the speaker's own, without that turn itself;
 * a run is counted from there on, even where the turn stands inside it. `null`: it needs times that are not there.
 */
export interface Reach {
  /** Where it ends. */
  ahead(point: ReachPoint, by: By, view: ContactView): Position | null
  /** Where it begins, going back. */
  back(point: ReachPoint, by: By, view: ContactView): Position | null
}

/** Reads a reach such as `3 turns`; `undefined` when it is none. */
export function parseReach(text: string): Reach | undefined {
  if (/^same\s+turn$/.test(text.trim())) {
    return { ahead: ({ index }) => startOf(index + 1), back: ({ index }) => startOf(Math.max(0, index)) }
  }
  const counted = /^(\d+)\s+(turns?|runs?)$/.exec(text.trim())
  if (counted) {
    const count = Number(counted[1])
    if (count === 0) return undefined
    return counted[2]!.startsWith('turn') ? reachTurns(count) : reachRuns(count)
  }
  const span = parseDuration(text)
  return span === undefined ? undefined : reachTime(span)
}

const startOf = (index: number): Position => ({ index, offset: 0 })

/** Where the turn stands that is the first beyond a reach; the end or the beginning of the contact when none is. */
const before = (passage: Passage | undefined, view: ContactView): Position =>
  startOf(passage?.index ?? view.passages.length)
const behind = (passage: Passage | undefined): Position => startOf((passage?.index ?? -1) + 1)

function reachTurns(count: number): Reach {
  return {
    ahead({ index }, by, view) {
      const turns = view.turnsBy(by)
      return before(turns[countBefore(turns, index + 1) + count], view)
    },
    back({ index }, by, view) {
      const turns = view.turnsBy(by)
      return behind(turns[countBefore(turns, index) - 1 - count])
    }
  }
}

function reachRuns(count: number): Reach {
  // Counting stops at the first turn beyond, so that a long contact is not gone through for each of its turns.
  const beyond = (turns: Window, from: number, step: 1 | -1, view: ContactView): Passage | undefined => {
    let runs = 0
    for (let i = from; i >= 0 && i < turns.length; i += step) {
      const turn = turns[i]!
      const next = i === from ? undefined : turns[i - step]!
      const [earlier, later] = step === 1 ? [next, turn] : [turn, next]
      if (!earlier || !later || earlier.turn.by !== later.turn.by || isBroken(earlier, later, view)) runs++
      if (runs > count) return turn
    }
    return undefined
  }
  return {
    ahead({ index }, by, view) {
      const turns = view.turnsBy(by)
      return before(beyond(turns, countBefore(turns, index + 1), 1, view), view)
    },
    back({ index }, by, view) {
      const turns = view.turnsBy(by)
      return behind(beyond(turns, countBefore(turns, index) - 1, -1, view))
    }
  }
}

/** Turns that begin in time, going on; that end in time, going back. Turns without times go with their neighbours. */
function reachTime(span: number): Reach {
  return {
    ahead({ index, time }, by, view) {
      if (time === undefined) return null
      const turns = view.turnsBy(by)
      let i = countBefore(turns, index + 1)
      while (i < turns.length && !((turns[i]!.turn.start ?? 0) > time + span)) i++
      return before(turns[i], view)
    },
    back({ index, time }, by, view) {
      if (time === undefined) return null
      const turns = view.turnsBy(by)
      let i = countBefore(turns, index) - 1
      while (i >= 0 && !((turns[i]!.turn.end ?? turns[i]!.turn.start ?? time) < time - span)) i--
      return behind(turns[i])
    }
  }
}
