import type { Place } from '../places.ts'
import { isBefore, type Position } from '../span.ts'
import type { Walk } from './cursor.ts'
import { hangUp } from './ending.ts'
import { startCursor } from './cursor.ts'
import { missingSlip } from './absence.ts'
import { findStep, type Step } from './step.ts'
import type { StepResult, Trace } from './trace.ts'

/** Where the words of each step first stand in a stretch. */
export function findFirsts({ steps, stretch, view, budget }: Walk): readonly (Place | undefined)[] {
  return steps.map(step => findStep(step, stretch.span, stretch.subject, view, budget, 1)[0])
}

/** The same trace, in which a step whose words stand before those of an earlier one is out of order. */
export function keepStrict({ results, interrupted }: Trace, { firsts, steps }: Walk): Trace {
  const checked = results.map((result): StepResult => {
    const { step } = result
    const first = firsts[step.number - 1]
    if (!first) return result
    const overtaken = results.find(other => {
      // Words that an earlier step asks for as well were said for that one.
      const shared = steps.slice(0, other.step.number).some(({ key }) => key === step.key)
      return (
        other.kind === 'done' &&
        other.step.number < step.number &&
        !shared &&
        isBefore(first.from, other.place.from)
      )
    })
    if (!overtaken) return result
    return { kind: 'failed', step, slip: { kind: 'order', place: first, before: overtaken.step.number } }
  })
  return { results: checked, interrupted }
}

/** Looks for each step anywhere in the stretch; of steps that ask for the same, each behind the one before. */
export function findLoose(walk: Walk): Trace {
  const { steps, stretch, view, budget } = walk
  const used = new Map<string, Position>()
  const results = steps.map((step): StepResult => {
    const span = { from: used.get(step.key) ?? stretch.span.from, to: stretch.span.to }
    const [place] = findStep(step, span, stretch.subject, view, budget, 1)
    if (place) {
      used.set(step.key, place.to)
      return { kind: 'done', step, place }
    }
    if (step.hangup !== undefined) return hangUp(step, undefined, startCursor(walk), walk).result!
    if (step.optional) return { kind: 'skipped', step }
    return { kind: 'failed', step, slip: missingSlip(step, span, stretch.subject, view) }
  })
  return { results, interrupted: false }
}

/** Keys that speak of the step before, which an order that is none does not know. */
export function ordered({ wait, within }: Step): boolean {
  return wait !== undefined || within !== undefined
}
