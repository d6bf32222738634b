import type { Passage } from '../../pattern/passage.ts'
import { otherSide, samplesOf, sides, type Measure, type Sample } from './measure.ts'

/**
 * How long one side waited for each reply of the other: the customer for the agent, or the other way round. In speech
 * the wait runs from the end of what was said last; in a chat, where turns have no end, from the first message not yet
 * answered, or from the last one before the reply where `from` says so. Robots do not reply.
 */
export const reply: Measure = {
  name: 'reply',
  unit: 'time',
  choices: ['first', 'each', 'mean', 'max', 'p90', 'share', 'count'],
  takes: ['by', 'in', 'over', 'from', 'unless'],
  speakers: sides,
  title: 'measure.reply',
  help: 'How long the customer waits for a reply; with by: customer, how long the agent waits.',
  sample(view, lens) {
    const asking = otherSide(lens.by)
    const samples: Sample[] = []
    let asked: Passage | undefined
    let last: Passage | undefined
    let timed = false
    for (const passage of view.passages) {
      const { turn } = passage
      timed ||= turn.start !== undefined
      if (turn.by === asking) {
        asked ??= passage
        last = passage
      } else if (turn.by === lens.by && asked && last) {
        const from = last.turn.end ?? (lens.fromLast ? last : asked).turn.start
        if (from !== undefined && turn.start !== undefined && lens.includes(passage)) {
          samples.push({ value: Math.max(0, turn.start - from), weight: 1, passage })
        }
        asked = last = undefined
      }
    }
    if (samples.length > 0) return samplesOf(samples)
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    if (view.turnsBy(asking).length === 0) return { kind: 'na', why: 'noSamples' }
    if (lens.by === 'agent' && view.turnsBy('agent').length === 0) return { kind: 'never' }
    return timed ? { kind: 'na', why: 'noSamples' } : { kind: 'unknown', why: 'noTimes' }
  }
}
