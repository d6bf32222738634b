import type { Passage } from '../../pattern/passage.ts'
import { findPlaces, type Place } from '../places.ts'
import { clipSpan, countBefore, cutWindow, isBefore } from '../span.ts'
import { explainAbsence } from './absence.ts'
import {
  failedStride,
  moveTo,
  startCursor,
  unknownStride,
  type Cursor,
  type Stride,
  type Walk
} from './cursor.ts'
import { hangUp, interrupt } from './ending.ts'
import { pauseBefore } from './pause.ts'
import { findStep, speakerOf, type Step } from './step.ts'
import type { Slip, StepResult, Trace } from './trace.ts'
import type { Wait } from './wait.ts'

/** Takes steps one after the other, each behind the one before. After a slip it goes on from where it stands. */
export function walkSteps(walk: Walk): Trace {
  const results: StepResult[] = []
  let cursor = startCursor(walk)
  for (const step of walk.steps) {
    const stride = takeStep(step, cursor, walk)
    if (stride.result) results.push(stride.result)
    if (stride.interrupted) return { results, interrupted: true }
    cursor = stride.cursor
  }
  return { results, interrupted: false }
}

function takeStep(step: Step, cursor: Cursor, walk: Walk): Stride {
  const { view, stretch, say } = walk
  const wait = step.wait?.(view)
  if (step.wait && !wait) return unknownStride(step, say('badBound', { name: step.title }), cursor)
  const reached = step.within ? step.within.reach.ahead(cursor.point, speakerOf(step), view) : stretch.span.to
  if (!reached) return unknownStride(step, say('noTimes'), cursor)

  const from = wait?.min ? { index: cursor.point.index + 1, offset: 0 } : cursor.at
  const interruption = findInterruption(step, cursor, walk)
  const open = clipSpan(stretch.span, { from, to: reached })
  const span = interruption
    ? clipSpan(open, { from, to: { index: interruption.index + 1, offset: 0 } })
    : open
  const places = findStep(step, span, cursor.subject, view, walk.budget, wait ? undefined : 1)
  const choice = choosePlace(step, places, wait, cursor, walk)

  if (choice.kind === 'unknown') {
    return unknownStride(step, say('noTimes'), moveTo(choice.place, step, cursor, view))
  }
  if (choice.kind === 'done') {
    const { place } = choice
    return { result: { kind: 'done', step, place }, cursor: moveTo(place, step, cursor, view) }
  }
  const forgiven =
    choice.kind === 'slip' &&
    interruption !== undefined &&
    isForgiven(choice.slip, interruption, wait, cursor)
  if (choice.kind === 'slip' && !forgiven) return failedStride(step, choice.slip, cursor, view)
  if (interruption) {
    const moment = { index: interruption.index, time: interruption.turn.start }
    return interrupt(step, moment, wait, cursor, walk)
  }
  if (step.hangup !== undefined) return hangUp(step, wait, cursor, walk)
  if (step.optional) return { result: { kind: 'skipped', step }, cursor }
  return failedStride(step, explainAbsence(step, span, wait, cursor, walk), cursor, view)
}

/** Where the other side comes back, once steps are under way or an anchor's wait is. */
function findInterruption(
  step: Step,
  { point, taken, anchored, subject }: Cursor,
  { interruption, view, stretch, budget }: Walk
): Passage | undefined {
  if (!interruption || !(taken > 0 || (anchored && step.wait))) return undefined
  const { by, pattern } = interruption
  const turns = view.turnsBy(by)
  if (!pattern) {
    const next = turns[countBefore(turns, point.index + 1)]
    return next && next.index < stretch.span.to.index ? next : undefined
  }
  const window = cutWindow(turns, { from: { index: point.index + 1, offset: 0 }, to: stretch.span.to })
  const [place] = findPlaces(pattern, window, subject, budget, 1)
  return place && view.passages[place.from.index]
}

/** A step taken too early harms nobody when the other side came back before its time was over. */
function isForgiven(slip: Slip, { turn }: Passage, wait: Wait | undefined, { point }: Cursor): boolean {
  if (slip.kind !== 'early' || turn.start === undefined || point.time === undefined) return false
  return turn.start - point.time <= (wait?.max ?? slip.bound)
}

type Choice =
  | { readonly kind: 'done' | 'unknown'; readonly place: Place }
  | { readonly kind: 'slip'; readonly slip: Slip }
  | { readonly kind: 'none' }

/** The first place that comes in time. Where one is too early a later one may do, but nothing mends one too late. */
function choosePlace(
  step: Step,
  places: readonly Place[],
  wait: Wait | undefined,
  cursor: Cursor,
  { firsts, steps, view }: Walk
): Choice {
  const later = firsts.filter((_, i) => i >= step.number && steps[i]!.key !== step.key)
  let early: Slip | undefined
  for (const place of places) {
    if (!wait) return { kind: 'done', place }
    if (early && later.some(first => first && isBefore(first.from, place.from))) break
    const { turn } = view.passages[place.from.index]!
    const moment = { index: place.from.index, time: turn.start }
    const pause = pauseBefore(moment, turn.by, cursor.point, view)
    if (pause === undefined) return { kind: 'unknown', place }
    if (wait.min !== undefined && pause < wait.min) {
      early ??= { kind: 'early', place, wait: pause, bound: wait.min }
    } else if (wait.max !== undefined && pause > wait.max) {
      return { kind: 'slip', slip: early ?? { kind: 'late', place, wait: pause, bound: wait.max } }
    } else {
      return { kind: 'done', place }
    }
  }
  return early ? { kind: 'slip', slip: early } : { kind: 'none' }
}
