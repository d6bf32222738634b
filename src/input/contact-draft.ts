import type { Contact, FieldValue, Person, Speaker, Turn } from '../model/contact.ts'
import { formatMoment, type Moment } from './times.ts'

/**
 * What the times of a draft's turns count from: the start of the contact, the year 1970 (with or without a known
 * offset), or midnight of a day that is not named.
 */
export type Clock = 'offset' | 'absolute' | 'day'

/** A turn that is still being read; `start` and `end` in ms of the draft's clock. */
export interface DraftTurn {
  by: Speaker
  text: string
  start: number | undefined
  end: number | undefined
}

/** A contact as its source tells it. `finishContact` makes it canonical, whatever format it came from. */
export interface Draft {
  readonly id: string
  readonly channel?: string | undefined
  readonly agent: Person
  readonly customer: Person
  readonly started?: Moment | undefined
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Taken over and changed. */
  readonly turns: DraftTurn[]
  readonly clock: Clock
  /** The offset that absolute times are shown in, as in `Moment`. */
  readonly zone: string
}

const DAY = 86_400_000

export function makeTurn(by: Speaker, text: string, start?: number, end?: number): DraftTurn {
  return { by, text, start, end }
}

/** A person with only the parts that are known and not empty. */
export function makePerson(id: string | undefined, name?: string, team?: string): Person {
  const person: { id?: string; name?: string; team?: string } = {}
  if (id) person.id = id
  if (name) person.name = name
  if (team) person.team = team
  return person
}

/**
 * Counts the times from the contact's first moment, which becomes `started` when they are absolute, and puts the
 * turns in the order of their starts when every one has a start; otherwise they stay in the order of the source.
 */
export function finishContact(draft: Draft): Contact {
  const { turns } = draft
  if (draft.clock === 'day') unrollMidnight(turns)
  const first = draft.clock === 'offset' ? undefined : firstTime(turns)
  const start = first === undefined ? { base: 0, started: draft.started } : startOf(draft, first)
  let timed = true
  let sorted = true
  let before = Number.NEGATIVE_INFINITY
  for (const turn of turns) {
    if (turn.end !== undefined) turn.end = Math.round(turn.end - start.base)
    if (turn.start === undefined) {
      timed = false
      continue
    }
    turn.start = Math.round(turn.start - start.base)
    if (turn.start < before) sorted = false
    before = turn.start
  }
  if (timed && !sorted) turns.sort((a, b) => a.start! - b.start!)
  return {
    id: draft.id,
    channel: draft.channel,
    agent: draft.agent,
    customer: draft.customer,
    started: start.started && formatMoment(start.started),
    fields: draft.fields,
    turns: turns satisfies readonly Turn[]
  }
}

function firstTime(turns: readonly DraftTurn[]): number | undefined {
  let first: number | undefined
  for (const { start, end } of turns) {
    const time = start ?? end
    if (time !== undefined && (first === undefined || time < first)) first = time
  }
  return first
}

function startOf(draft: Draft, first: number): { base: number; started: Moment | undefined } {
  const { started } = draft
  if (draft.clock === 'day') {
    // A stated day completes the times; a stated moment is kept, since it says more than they do.
    return {
      base: first,
      started: started?.dateOnly ? { ms: started.ms + first, zone: started.zone } : started
    }
  }
  const own: Moment = { ms: first, zone: draft.zone }
  if (!started || started.dateOnly) return { base: first, started: own }
  // Between a wall clock and a clock of known offset nothing can be counted.
  if ((started.zone === '') !== (draft.zone === '')) return { base: first, started }
  return started.ms <= first
    ? { base: started.ms, started }
    : { base: first, started: { ...started, ms: first } }
}

/** Times of day that are more than half a day apart went past midnight. */
function unrollMidnight(turns: readonly DraftTurn[]): void {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { start } of turns) {
    if (start === undefined) continue
    low = Math.min(low, start)
    high = Math.max(high, start)
  }
  if (high - low <= DAY / 2) return
  for (const turn of turns) {
    if (turn.start !== undefined && turn.start < DAY / 2) turn.start += DAY
    if (turn.end !== undefined && turn.end < DAY / 2) turn.end += DAY
  }
}
