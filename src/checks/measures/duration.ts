import { timeSpan } from '../scope.ts'
import type { ContactView } from '../view.ts'
import { figure, type Measure, type Samples } from './measure.ts'

/** How long the contact lasted. */
export const duration: Measure = {
  name: 'duration',
  unit: 'time',
  choices: ['total'],
  takes: [],
  speakers: ['anyone'],
  title: 'measure.duration',
  help: 'How long the contact lasts.',
  sample(view) {
    const value = lengthOf(view)
    return value === undefined ? { kind: 'unknown', why: 'noTimes' } : figure(value)
  }
}

/**
 * Milliseconds that the contact lasted: the field `duration_s` where the export has it, else from the first moment of
 * the turns to the last; `undefined` with neither.
 */
function lengthOf(view: ContactView): number | undefined {
  const stated = secondsOf(view, 'duration_s')
  if (stated !== undefined) return stated
  const span = timeSpan(view.passages)
  return span && span.end - span.start
}

/** A time as a part of the whole contact. */
export function shareOfContact(ms: number, view: ContactView): Samples {
  const whole = lengthOf(view)
  if (whole === undefined) return { kind: 'unknown', why: 'noTimes' }
  return whole > 0 ? figure(ms / whole) : { kind: 'na', why: 'noSamples' }
}

/** A field that holds seconds, in milliseconds; `undefined` where it is absent or no number. */
export function secondsOf(view: ContactView, name: string): number | undefined {
  const value = numberOf(view, name)
  return value === undefined ? undefined : value * 1000
}

/** A field that holds a number; `undefined` where it is absent or none. */
export function numberOf({ contact }: ContactView, name: string): number | undefined {
  const written = contact.fields[name]
  if (written === undefined || written === null || written === '') return undefined
  const value = Number(written)
  return Number.isFinite(value) ? value : undefined
}
