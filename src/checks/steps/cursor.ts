import { withCaptured } from '../../pattern/captures.ts'
import type { Pattern, Subject } from '../../pattern/pattern.ts'
import type { Budget, Place } from '../places.ts'
import type { ReachPoint } from '../reach.ts'
import type { Position } from '../span.ts'
import type { Stretch } from '../stretch.ts'
import type { By, ContactView } from '../view.ts'
import type { Say } from '../words.ts'
import type { Step } from './step.ts'
import type { Slip, StepResult } from './trace.ts'

/** Who ends a walk by coming back; by any turn when there is no pattern. */
export interface Interruption {
  readonly by: By
  readonly pattern: Pattern | undefined
}

/** What a walk through steps knows from the start. */
export interface Walk {
  readonly steps: readonly Step[]
  readonly stretch: Stretch
  readonly view: ContactView
  readonly interruption: Interruption | undefined
  /** By step, where its words first stand; only where the order is strict. */
  readonly firsts: readonly (Place | undefined)[]
  readonly budget: Budget
  readonly say: Say
}

/** How far a walk has come. */
export interface Cursor {
  /** Where words of the next step may stand. */
  readonly at: Position
  /** The turn of the step before, from whose end waits are counted. */
  readonly point: ReachPoint
  /** Number of the step last taken, 0 before the first. */
  readonly taken: number
  /** Whether an anchor stands where the walk began. */
  readonly anchored: boolean
  readonly subject: Subject
}

/** One step looked at: what became of it, where the walk stands now, and whether it ends there. */
export interface Stride {
  readonly result?: StepResult | undefined
  readonly cursor: Cursor
  readonly interrupted?: boolean | undefined
}

export function startCursor({ stretch, view }: Walk): Cursor {
  const { span, subject, marks } = stretch
  const anchor = marks.findLast(mark => mark.side === 'after')
  const point = anchor
    ? pointAt(anchor.place, view)
    : { index: span.from.index - 1, time: span.from.index === 0 ? 0 : undefined }
  return { at: span.from, point, taken: 0, anchored: anchor !== undefined, subject }
}

export function moveTo(place: Place, step: Step, cursor: Cursor, view: ContactView): Cursor {
  return {
    ...cursor,
    at: place.to,
    point: pointAt(place, view),
    taken: step.number,
    subject: withCaptured(cursor.subject, place.captured)
  }
}

function pointAt({ to }: Place, view: ContactView): ReachPoint {
  const turn = view.passages[to.index]?.turn
  return { index: to.index, time: turn?.end ?? turn?.start }
}

/** A step that cannot be judged; one that may be left out needs no judging. */
export function unknownStride(step: Step, reason: string, cursor: Cursor): Stride {
  if (step.optional) return { result: { kind: 'skipped', step }, cursor }
  return { result: { kind: 'unknown', step, reason }, cursor }
}

/** A step that went wrong; the walk goes on from where it was taken, if it was. */
export function failedStride(step: Step, slip: Slip, cursor: Cursor, view: ContactView): Stride {
  if (step.optional) return { result: { kind: 'skipped', step }, cursor }
  const place = 'place' in slip && slip.kind !== 'order' ? slip.place : undefined
  return {
    result: { kind: 'failed', step, slip },
    cursor: place ? moveTo(place, step, cursor, view) : cursor
  }
}
