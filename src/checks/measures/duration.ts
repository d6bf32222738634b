import { timeSpan } from '../scope.ts'
import type { Measure } from './measure.ts'

/** How long the contact lasted: the field `duration_s` where the export has it, else from first to last turn. */
export const duration: Measure = {
  name: 'duration',
  kind: 'time',
  aggregates: ['total'],
  help: 'How long the contact lasts.',
  sample(view) {
    const stated = Number(view.contact.fields['duration_s'] ?? Number.NaN)
    const span = timeSpan(view.passages)
    const value = Number.isFinite(stated) ? stated * 1000 : span && span.end - span.start
    if (value === undefined) return { kind: 'unknown', why: 'noTimes' }
    return { kind: 'samples', samples: [{ value, weight: 1 }] }
  }
}
