import type { Subject } from '../../pattern/pattern.ts'
import { cutWindow, isBefore, type Span } from '../span.ts'
import type { ContactView } from '../view.ts'
import type { Cursor, Walk } from './cursor.ts'
import { findStep, type Step } from './step.ts'
import type { Slip } from './trace.ts'
import type { Wait } from './wait.ts'

/** Why a step is not where it was looked for: said at once instead of after a wait, too far on, too soon, or not at all. */
export function explainAbsence(
  step: Step,
  searched: Span,
  wait: Wait | undefined,
  cursor: Cursor,
  { steps, stretch, view, budget }: Walk
): Slip {
  const seek = (span: Span) => findStep(step, span, cursor.subject, view, budget, 1)[0]
  if (wait?.min) {
    const place = seek({ from: cursor.at, to: { index: cursor.point.index + 1, offset: 0 } })
    if (place) return { kind: 'early', place, wait: 0, bound: wait.min }
  }
  if (step.within && isBefore(searched.to, stretch.span.to)) {
    const place = seek({ from: searched.to, to: stretch.span.to })
    if (place) return { kind: 'far', place, within: step.within.text }
  }
  // Words that an earlier step asks for as well were said for that one.
  const shared = steps.some(other => other.number < step.number && other.key === step.key)
  if (cursor.taken > 0 && !shared) {
    const place = seek({ from: stretch.span.from, to: cursor.at })
    if (place) return { kind: 'order', place, before: cursor.taken }
  }
  return missingSlip(step, searched, cursor.subject, view)
}

export function missingSlip(step: Step, span: Span, subject: Subject, view: ContactView): Slip {
  const [first] = step.said
  if (!first) return { kind: 'missing', window: [], parts: [{ label: step.title, phrases: [] }] }
  const window = cutWindow(view.turnsBy(first.by), span)
  const parts = step.said.flatMap(({ pattern }) => pattern.find(window, subject, 'first').missing)
  const titled = step.title !== step.said.map(({ pattern }) => pattern.label).join(' / ')
  return {
    kind: 'missing',
    window,
    parts: titled ? parts.map(part => ({ ...part, label: `${step.title}: ${part.label}` })) : parts
  }
}
