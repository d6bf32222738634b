import type { By } from '../checks/view.ts'
import { formatClock } from '../report/figures.ts'
import type { Tell } from './words.ts'

/** Where something was looked for. */
export interface Place {
  readonly by: By
  /** Which of their turns, in words; '' for all. */
  readonly scope: string
  /** Where an anchor puts it: `after turn 3`; '' without one. */
  readonly where: string
}

/** `turn 3 0:12`. */
export function turnLabel(turn: number, at: number | undefined, tell: Tell): string {
  const label = tell('trace.turn', { turn })
  return at === undefined ? label : `${label} ${formatClock(at)}`
}

/** Whose turns were looked at, and which those were. */
export function windowLabel(place: Place, turns: readonly number[], tell: Tell): string {
  const who = whoOf(place, tell)
  const [first, last] = [turns[0], turns.at(-1)]
  const found =
    first === undefined || last === undefined
      ? tell('trace.empty', who)
      : tell(turns.length === 1 ? 'trace.one' : 'trace.window', { ...who, first, last, n: turns.length })
  return place.where === '' ? found : tell('trace.where', { head: found, where: place.where })
}

/** Whose turns could not be looked at, and why. */
export function closedLabel(place: Place, reason: string, tell: Tell): string {
  return tell('trace.closed', { ...whoOf(place, tell), reason })
}

function whoOf({ by, scope }: Place, tell: Tell): { readonly by: string; readonly scope: string } {
  return { by: tell(`by.${by}`), scope: scope === '' ? tell('trace.whole') : scope }
}
