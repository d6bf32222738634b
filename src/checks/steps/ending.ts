import { isBefore, wholeSpan } from '../span.ts'
import type { By } from '../view.ts'
import { missingSlip } from './absence.ts'
import { failedStride, unknownStride, type Cursor, type Stride, type Walk } from './cursor.ts'
import { endTime, pauseBefore } from './pause.ts'
import { speakerOf, type Step } from './step.ts'
import type { Wait } from './wait.ts'

/** A turn, or the end of the contact, and when it was. */
interface Moment {
  readonly index: number
  readonly time: number | undefined
}

/** The other side came back: steps not yet due fall away, but one that was overdue by then is missing. */
export function interrupt(
  step: Step,
  moment: Moment,
  wait: Wait | undefined,
  cursor: Cursor,
  { view }: Walk
): Stride {
  const pause = pauseBefore(moment, speakerOf(step), cursor.point, view)
  // Where times are not known, nothing shows that it was overdue.
  if (wait?.max === undefined || pause === undefined || pause <= wait.max)
    return { cursor, interrupted: true }
  const slip = { kind: 'overdue', wait: pause, bound: wait.max } as const
  return { ...failedStride(step, slip, cursor, view), interrupted: true }
}

/** The end of the contact as a step: by the side that was to bring it about, and in time. */
export function hangUp(step: Step, wait: Wait | undefined, cursor: Cursor, walk: Walk): Stride {
  const { view, stretch, interruption, say } = walk
  const wanted = step.hangup ?? 'anyone'
  if (isBefore(stretch.span.to, wholeSpan(view).to)) {
    return failedStride(step, missingSlip(step, stretch.span, cursor.subject, view), cursor, view)
  }
  const moment = { index: view.passages.length, time: endTime(view, wanted) }
  if (wanted !== 'anyone') {
    const ended = readSide(view.value('ended_by'))
    if (!ended) return unknownStride(step, say('missingField', { fields: 'ended_by' }), cursor)
    if (ended !== wanted) {
      const cameBack = cursor.taken > 0 && isSide(ended, interruption?.by)
      return cameBack
        ? interrupt(step, moment, wait, cursor, walk)
        : failedStride(step, { kind: 'hangup', by: ended }, cursor, view)
    }
  }
  if (!wait) return { result: { kind: 'ended', step }, cursor }
  const pause = pauseBefore(moment, wanted, cursor.point, view)
  if (pause === undefined) return unknownStride(step, say('noEndTime'), cursor)
  const slip = (kind: 'early' | 'late', bound: number): Stride =>
    failedStride(step, { kind, place: undefined, wait: pause, bound }, cursor, view)
  if (wait.min !== undefined && pause < wait.min) return slip('early', wait.min)
  if (wait.max !== undefined && pause > wait.max) return slip('late', wait.max)
  return { result: { kind: 'ended', step }, cursor }
}

/** Who ended a contact: a side of the talk, else the system (a lost line, a time-out); `undefined` when not stated. */
function readSide(ended: unknown): By | undefined {
  if (ended === undefined || ended === null || ended === '') return undefined
  return ended === 'agent' || ended === 'customer' || ended === 'bot' ? ended : 'system'
}

function isSide(side: By, by: By | undefined): boolean {
  return side === by || (by === 'anyone' && (side === 'agent' || side === 'customer'))
}
