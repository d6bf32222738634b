import type { Subject } from '../pattern/pattern.ts'
import type { Side } from './anchor-source.ts'
import type { Budget, Place } from './places.ts'
import { cutWindow, isBefore, wholeSpan, type Span } from './span.ts'
import type { By, ContactView } from './view.ts'
import type { Say } from './words.ts'

/** A part of a contact in which a check looks, with what was captured on the way there. */
export interface Stretch {
  readonly span: Span
  readonly subject: Subject
  /** The anchors it hangs on, in the order in which they narrowed it. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly side: Side
  readonly place: Place
}

export function wholeStretch(view: ContactView): Stretch {
  return { span: wholeSpan(view), subject: view, marks: [] }
}

/** The stretches that anchors leave, or why there are none: `label` names what was not said. */
export type Located =
  | { readonly kind: 'stretches'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'absent'; readonly label: string }
  | { readonly kind: 'unknown'; readonly reason: string }

/** Whether a check must hold in each stretch or in one of them. */
export type Quantifier = 'every' | 'any'

/** The anchors of one scope made ready. */
export interface Anchors {
  /** What their patterns capture. */
  readonly names: readonly string[]
  readonly quantifier: Quantifier
  locate(view: ContactView, within: Stretch, budget: Budget): Located
}

/** Where a stretch lies, for messages: after turn 3, between turns 3 and 9; empty for a whole contact. */
export function describeStretch({ marks }: Stretch, say: Say): string {
  const [first, second] = marks
  if (!first) return ''
  const turnOf = ({ place, side }: Mark): number => (side === 'after' ? place.to : place.from).index + 1
  if (first.side === 'after' && second?.side === 'before') {
    return say('at.between', { from: turnOf(first), to: turnOf(second) })
  }
  return say(`at.${first.side}`, { turn: turnOf(first) })
}

/** Whether the customer left before that speaker could say anything in a stretch behind an anchor. */
export function isCutOff({ marks, span }: Stretch, by: By, view: ContactView): boolean {
  return (
    marks.some(mark => mark.side === 'after') &&
    !isBefore(span.to, wholeSpan(view).to) &&
    view.value('ended_by') === 'customer' &&
    cutWindow(view.turnsBy(by), span).length === 0
  )
}
