import type { Passage } from '../../pattern/passage.ts'
import { countSpoken, countTyped } from './count-text.ts'
import { samplesOf, sides, type Measure, type Sample } from './measure.ts'

const MINUTE = 60_000

/** How fast somebody speaks: what was said over the time it took, turn by turn. Needs the ends of turns. */
export const speakingRate: Measure = {
  name: 'speaking-rate',
  unit: 'rate',
  choices: ['mean', 'each', 'min', 'max'],
  takes: ['by', 'in', 'skip_under', 'unless'],
  speakers: sides,
  title: 'measure.speaking-rate',
  help: 'How fast the agent, or whoever `by` names, speaks.',
  sample(view, lens) {
    const samples: Sample[] = []
    let timed = false
    for (const passage of view.turnsBy(lens.by)) {
      const { start, end } = passage.turn
      timed ||= start !== undefined
      if (start === undefined || end === undefined || end <= start || !lens.includes(passage)) continue
      const count = countSpoken(passage, lens.unit)
      if (count >= lens.skipUnder) samples.push(rate(count, end - start, passage))
    }
    if (samples.length > 0) return samplesOf(samples)
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    const spoken = view.turnsBy(lens.by)
    if (spoken.length === 0 || spoken.some(({ turn }) => turn.end !== undefined))
      return { kind: 'na', why: 'noSamples' }
    return { kind: 'unknown', why: timed ? 'noEnds' : 'noTimes' }
  }
}

/**
 * How fast the agent types: what was typed over the time since the later of the customer's last message and the
 * agent's own message before.
 */
export const typingRate: Measure = {
  name: 'typing-rate',
  unit: 'rate',
  choices: ['mean', 'each', 'min'],
  takes: ['in', 'skip_under', 'unless'],
  speakers: ['agent'],
  title: 'measure.typing-rate',
  help: 'How fast the agent types.',
  sample(view, lens) {
    const samples: Sample[] = []
    let previous: number | undefined
    let timed = false
    for (const passage of view.turnsBy('anyone')) {
      const { by, start } = passage.turn
      if (start === undefined) continue
      timed = true
      if (by === 'agent' && previous !== undefined && start > previous && lens.includes(passage)) {
        const count = countTyped(passage, lens.unit)
        if (count >= lens.skipUnder) samples.push(rate(count, start - previous, passage))
      }
      previous = start
    }
    if (samples.length > 0) return samplesOf(samples)
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    return timed ? { kind: 'na', why: 'noSamples' } : { kind: 'unknown', why: 'noTimes' }
  }
}

function rate(count: number, ms: number, passage: Passage): Sample {
  return { value: (count * MINUTE) / ms, weight: ms, passage }
}
