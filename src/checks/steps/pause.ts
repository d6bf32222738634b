import { coerceField } from '../fields.ts'
import type { ReachPoint } from '../reach.ts'
import { timeSpan } from '../scope.ts'
import { countBefore } from '../span.ts'
import type { By, ContactView } from '../view.ts'

/**
 * How long a speaker has kept silent at a moment, in ms: since the end of the speaker's last turn before it, or of the
 * step before when that is later. `undefined` where times are not known.
 */
export function pauseBefore(
  moment: { readonly index: number; readonly time: number | undefined },
  by: By,
  point: ReachPoint,
  view: ContactView
): number | undefined {
  if (moment.time === undefined || point.time === undefined) return undefined
  let silentSince = point.time
  const turns = view.turnsBy(by)
  const last = turns[countBefore(turns, moment.index) - 1]
  if (last && last.index > point.index) {
    silentSince = Math.max(silentSince, last.turn.end ?? last.turn.start ?? silentSince)
  }
  return Math.max(0, moment.time - silentSince)
}

/**
 * When a contact ended, in ms from its start: its `duration_s`, else the end of the last turn. That is no proof of
 * anything when the last turn is by whoever is said to have waited after it; then, `undefined`.
 */
export function endTime(view: ContactView, waiting: By): number | undefined {
  const end = timeSpan(view.passages)?.end
  const duration = coerceField(view.value('duration_s'), 'number')
  if (typeof duration === 'number') return Math.max(duration * 1000, end ?? 0)
  const last = view.passages.at(-1)
  return last && view.turnsBy(waiting).at(-1)?.index === last.index ? undefined : end
}
