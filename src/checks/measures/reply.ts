import type { Passage } from '../../pattern/passage.ts'
import type { Measure, Sample } from './measure.ts'

/**
 * How long the customer waited for each reply of the agent. In speech the wait runs from the end of the customer's
 * last turn; in a chat, where turns have no end, from the first message not yet answered. Robots do not reply.
 */
export const reply: Measure = {
  name: 'reply',
  kind: 'time',
  aggregates: ['first', 'each', 'mean', 'max', 'p90', 'share'],
  help: 'How long the customer waits for a reply.',
  sample(view) {
    const samples: Sample[] = []
    let asked: Passage | undefined
    let last: Passage | undefined
    let timed = false
    for (const passage of view.passages) {
      const { turn } = passage
      timed ||= turn.start !== undefined
      if (turn.by === 'customer') {
        asked ??= passage
        last = passage
      } else if (turn.by === 'agent' && asked && last) {
        const from = last.turn.end ?? asked.turn.start
        if (from !== undefined && turn.start !== undefined) {
          samples.push({ value: Math.max(0, turn.start - from), weight: 1, passage })
        }
        asked = last = undefined
      }
    }
    if (samples.length > 0) return { kind: 'samples', samples }
    if (view.turnsBy('customer').length === 0) return { kind: 'na', why: 'noSamples' }
    if (view.turnsBy('agent').length === 0) return { kind: 'never' }
    return timed ? { kind: 'na', why: 'noSamples' } : { kind: 'unknown', why: 'noTimes' }
  }
}
