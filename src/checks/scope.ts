import * as z from 'zod'
import type { Passage, Window } from '../pattern/passage.ts'
import { parseDuration } from '../text/quantity.ts'
import { coerceField, parseInstant } from './fields.ts'
import { bys, type By, type ContactView } from './view.ts'

/** The keys that say which turns a check looks at. */
export const scopeKeys = {
  by: z.enum(bys).optional().describe('Whose turns: agent (default), customer, anyone, bot, system.'),
  in: z
    .string()
    .optional()
    .describe(
      'Which of them: first 2 turns, last run, turns 3..5, first 30s, last 20s, 0%..25%, before paid_at.'
    )
}

export interface ScopeSource {
  readonly by?: By | undefined
  readonly in?: string | undefined
}

export const scopeExamples =
  'first 2 turns, first run, last 1 turn, turns 3..5, first 30s, last 20s, 10s..40s, 0%..25%, before identity_verified_at'

/** Picks the turns of a contact that lie in scope; `null` when that needs times which the turns do not carry. */
export type Scope = (view: ContactView) => Window | null

/**
 * Reads a scope, `undefined` when its `in` is none. Turns and runs are counted among the speaker's own; a run is
 * a row of turns by one speaker that nobody else of the talk breaks. Seconds and percentages run from the first
 * to the last moment of the contact.
 */
export function parseScope(source: ScopeSource, fallback: By = 'agent'): Scope | undefined {
  const by = source.by ?? fallback
  if (source.in === undefined) return view => view.turnsBy(by)
  const text = source.in.trim()

  const counted = /^(first|last)(?:\s+(\d+))?\s+(turns?|runs?)$/.exec(text)
  if (counted) {
    const count = Number(counted[2] ?? 1)
    if (count === 0) return undefined
    const [from, to] = counted[1] === 'first' ? [0, count] : [-count, undefined]
    return counted[3]!.startsWith('turn')
      ? view => view.turnsBy(by).slice(from, to)
      : view => splitRuns(view.turnsBy(by), view).slice(from, to).flat()
  }
  const ordinal = /^(turns?|runs?)\s+(\d+)(?:\s*\.\.\s*(\d+))?$/.exec(text)
  if (ordinal) {
    const from = Number(ordinal[2])
    const to = Number(ordinal[3] ?? from)
    if (from === 0 || to < from) return undefined
    return ordinal[1]!.startsWith('turn')
      ? view => view.turnsBy(by).slice(from - 1, to)
      : view =>
          splitRuns(view.turnsBy(by), view)
            .slice(from - 1, to)
            .flat()
  }
  const percent = /^(\d+(?:\.\d+)?)%\s*\.\.\s*(\d+(?:\.\d+)?)%$/.exec(text)
  if (percent) {
    const [from, to] = [Number(percent[1]) / 100, Number(percent[2]) / 100]
    return from < to && to <= 1
      ? within(by, (start, end) => [lerp(start, end, from), lerp(start, end, to)])
      : undefined
  }
  const moment = momentOf(text)
  return moment ? besideMoment(by, moment) : parseTimeScope(text, by)
}

/** A scope by the clock: before or after what a field with a time says. */
export interface ScopeMoment {
  readonly side: 'before' | 'after'
  readonly field: string
}

/** Reads `before paid_at`; `undefined` when it is something else. */
export function momentOf(text: string | undefined): ScopeMoment | undefined {
  const match = /^(before|after)\s+([\p{L}_][\p{L}\p{N}_]*)$/u.exec(text?.trim() ?? '')
  return match ? { side: match[1] as ScopeMoment['side'], field: match[2]! } : undefined
}

/** Turns that begin before a moment, or at it and after. The contact must say when it started. */
function besideMoment(by: By, { side, field }: ScopeMoment): Scope {
  return view => {
    const moment = coerceField(view.value(field), 'time')
    const started = view.contact.started === undefined ? undefined : parseInstant(view.contact.started)
    if (!(moment instanceof Date) || !started) return null
    const at = moment.getTime() - started.getTime()
    const turns = view.turnsBy(by)
    if (turns.some(({ turn }) => turn.start === undefined)) return null
    return turns.filter(({ turn }) => turn.start! < at === (side === 'before'))
  }
}

function parseTimeScope(text: string, by: By): Scope | undefined {
  const edge = /^(first|last)\s+(\S.*)$/.exec(text)
  if (edge) {
    const span = parseDuration(edge[2]!)
    if (span === undefined || span === 0) return undefined
    return edge[1] === 'first'
      ? within(by, start => [start, start + span])
      : within(by, (_, end) => [end - span, end + 1])
  }
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  if (!range) return undefined
  const [from, to] = [parseDuration(range[1]!), parseDuration(range[2]!)]
  if (from === undefined || to === undefined || from >= to) return undefined
  return within(by, start => [start + from, start + to])
}

const lerp = (start: number, end: number, share: number): number =>
  // The last turn belongs to the range that ends with the contact.
  share === 1 ? end + 1 : start + (end - start) * share

/** Turns that begin in a stretch of the contact, [from, to). */
function within(by: By, stretch: (start: number, end: number) => readonly [number, number]): Scope {
  return view => {
    const span = timeSpan(view.passages)
    if (!span) return null
    const [from, to] = stretch(span.start, span.end)
    return view
      .turnsBy(by)
      .filter(({ turn }) => turn.start !== undefined && turn.start >= from && turn.start < to)
  }
}

/** First and last moment of the turns in ms, `undefined` without times. */
export function timeSpan(passages: Window): { readonly start: number; readonly end: number } | undefined {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const { turn } of passages) {
    if (turn.start === undefined) continue
    start = Math.min(start, turn.start)
    end = Math.max(end, turn.end ?? turn.start)
  }
  return start === Number.POSITIVE_INFINITY ? undefined : { start, end }
}

/** Splits turns into runs: rows of turns by one speaker with no turn of the other side between them. */
function splitRuns(window: Window, view: ContactView): Passage[][] {
  const runs: Passage[][] = []
  let previous: Passage | undefined
  for (const passage of window) {
    const joined =
      previous !== undefined && previous.turn.by === passage.turn.by && !isBroken(previous, passage, view)
    if (joined) runs.at(-1)!.push(passage)
    else runs.push([passage])
    previous = passage
  }
  return runs
}

/** Whether somebody of the talk speaks between two turns. */
export function isBroken(before: Passage, after: Passage, view: ContactView): boolean {
  for (let i = before.index + 1; i < after.index; i++) {
    const by = view.passages[i]!.turn.by
    if (by === 'agent' || by === 'customer') return true
  }
  return false
}
