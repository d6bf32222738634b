import type { Alignment } from '../../pattern/align.ts'
import { locateJoined, type Joined } from '../../pattern/joined.ts'
import type { Hit } from '../../pattern/passage.ts'
import { hasOpen, traceOpen, type Template } from '../../pattern/template.ts'

/** A template where it was found. */
export interface Trace {
  readonly template: Template
  readonly joined: Joined
  /** From its first words that were said to its last. */
  readonly from: number
  readonly to: number
  /** What its open stretches stand for; one at an end of all has no words of the template beyond it. */
  readonly stretches: readonly Stretch[]
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly edge: 'before' | 'after' | undefined
}

/** Where other parts of the script begin and end in a turn of the contact. */
export interface Neighbours {
  startsIn(index: number): readonly number[]
  endsIn(index: number): readonly number[]
}

/** Follows a template through the stretch of text that was found to say it. */
export function traceTemplate(template: Template, joined: Joined, { from, to }: Alignment): Trace {
  if (!hasOpen(template)) return { template, joined, from, to, stretches: [] }
  const size = to - from
  const stretches = traceOpen(template.sentence, joined.text.slice(from, to))
  // Words at an end of the template may not have been said; what is in the slot there is open at that end.
  const before = stretches.findLastIndex(([start]) => start === 0)
  const after = stretches.findIndex(([, end]) => end === size)
  const first = stretches[before]?.[1] ?? 0
  const last = stretches[after]?.[0] ?? size
  return {
    template,
    joined,
    from: from + first,
    to: from + Math.max(first, last),
    stretches: stretches.map(([start, end], i) => ({
      from: from + start,
      to: from + end,
      edge: i === before ? 'before' : i === after ? 'after' : undefined
    }))
  }
}

/** What was said in the slots of a template, where it was found; no hits for a slot that nothing fills. */
export function captureSlots(
  { template, joined, from, to, stretches }: Trace,
  others: Neighbours
): ReadonlyMap<string, readonly Hit[]> {
  const captured = new Map<string, readonly Hit[]>()
  const isTaken = (edge: Stretch['edge']): boolean => stretches.some(stretch => stretch.edge === edge)
  for (const { name, place, stretch } of template.slots) {
    const within = place === 'within' ? stretches[stretch] : undefined
    const edge = within ? within.edge : isTaken(place as Stretch['edge']) ? undefined : place
    if (edge === 'after') captured.set(name, takeAfter(joined, to, others))
    else if (edge === 'before') captured.set(name, takeBefore(joined, from, others))
    else captured.set(name, within ? locateJoined(joined, within.from, within.to).flatMap(trimMarks) : [])
  }
  return captured
}

/** A hit without the marks and blanks at its ends; none where nothing is left. */
function trimMarks({ passage, from, to }: Hit): readonly Hit[] {
  const match = /[\p{L}\p{N}\p{Sc}](?:.*[\p{L}\p{N}\p{Sc}%‰℃+])?/su.exec(passage.turn.text.slice(from, to))
  if (!match) return []
  const start = from + match.index
  return [{ passage, from: start, to: start + match[0].length }]
}

// As much as a slot at an end of a sentence may take in; one between words has its own room.
const ROOM = 24

// Marks that end what stands in a slot, unless they stand in a number.
const inner = '(?:[^，。！？；、\\n,.!?;]|(?<=[0-9a-z])[.,](?=[0-9a-z]))'
const ahead = new RegExp(`^[^\\p{L}\\p{N}$¥￥€£]*(${inner}+)`, 'iu')
const behind = new RegExp(`(${inner}*[\\p{L}\\p{N}])[^\\p{L}\\p{N}]*$`, 'iu')

/** What follows, up to a mark, another part of the script or the end of the turn; in the next turn where nothing does. */
function takeAfter(joined: Joined, at: number, others: Neighbours): readonly Hit[] {
  const [rest] = locateJoined(joined, at, at + ROOM)
  if (!rest) return []
  const { passage, from } = rest
  const stops = others.startsIn(passage.index).filter(offset => offset >= from && offset <= rest.to)
  const to = Math.min(rest.to, ...stops)
  const match = ahead.exec(passage.turn.text.slice(from, to))
  if (match?.[1] === undefined) return []
  const start = from + match[0].length - match[1].length
  return [{ passage, from: start, to: start + match[1].trimEnd().length }]
}

/** The same, back from where a sentence begins. */
function takeBefore(joined: Joined, at: number, others: Neighbours): readonly Hit[] {
  const rest = locateJoined(joined, Math.max(0, at - ROOM), at).at(-1)
  if (!rest) return []
  const { passage, to } = rest
  const stops = others.endsIn(passage.index).filter(offset => offset >= rest.from && offset <= to)
  const from = Math.max(rest.from, ...stops)
  const match = behind.exec(passage.turn.text.slice(from, to))
  if (match?.[1] === undefined) return []
  const text = match[1].trimStart()
  const start = from + match.index + match[1].length - text.length
  return [{ passage, from: start, to: start + text.length }]
}
