import { spanAt, type Spot, textAt } from '../spot.ts'
import type { LabelledTurn } from './talk.ts'

/** How a recognizer writes one stretch of speech, or one word. */
export interface Wording {
  /** Keys of the text, the surest first. */
  readonly text: readonly string[]
  /** Ms in a unit of its times. */
  readonly unit: number
  readonly label: (spot: Spot) => string
}

/** A stretch of speech with the times that its source states. */
export function spokenTurn(spot: Spot, { text, unit, label }: Wording): LabelledTurn {
  return {
    spot,
    label: label(spot),
    by: undefined,
    text: textAt(spot, ...text),
    start: spanAt(spot, unit, 'start'),
    end: spanAt(spot, unit, 'end')
  }
}

/** Words of one voice that are nearer than this, in ms, belong together. */
const PAUSE = 800

/** Puts the words of a recognizer together: a new turn begins with another voice or after a pause. */
export function wordTurns(words: readonly Spot[], wording: Wording): LabelledTurn[] {
  const turns: LabelledTurn[] = []
  for (const word of words) {
    const next = spokenTurn(word, wording)
    const last = turns.at(-1)
    const pause = (next.start ?? 0) - (last?.end ?? last?.start ?? 0)
    if (last && last.label === next.label && pause < PAUSE) {
      turns[turns.length - 1] = { ...last, text: joined(last.text, next.text), end: next.end ?? last.end }
    } else turns.push(next)
  }
  return turns
}

const han = /\p{Script=Han}$/u

function joined(before: string | undefined, next: string | undefined): string | undefined {
  if (before === undefined || next === undefined) return before ?? next
  return han.test(before.trimEnd())
    ? `${before.trimEnd()}${next.trim()}`
    : `${before.trimEnd()} ${next.trim()}`
}
