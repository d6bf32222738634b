import type { Passage } from '../../pattern/passage.ts'
import type { RateUnit } from '../../text/quantity.ts'
import type { Measure, Sample } from './measure.ts'

const MINUTE = 60_000

/** How fast the agent speaks: what was said over the time it took, turn by turn. Needs the ends of turns. */
export const speakingRate: Measure = {
  name: 'speaking-rate',
  kind: 'rate',
  aggregates: ['mean', 'each', 'max'],
  help: 'How fast the agent speaks.',
  sample(view, unit) {
    const samples: Sample[] = []
    let timed = false
    for (const passage of view.turnsBy('agent')) {
      const { start, end } = passage.turn
      timed ||= start !== undefined
      if (start === undefined || end === undefined || end <= start) continue
      samples.push(rate(countSpoken(passage, unit), end - start, passage))
    }
    if (samples.length > 0) return { kind: 'samples', samples }
    if (view.turnsBy('agent').length === 0) return { kind: 'na', why: 'noSamples' }
    return { kind: 'unknown', why: timed ? 'noEnds' : 'noTimes' }
  }
}

/**
 * How fast the agent types: what was typed over the time since the later of the customer's last message and the
 * agent's own message before.
 */
export const typingRate: Measure = {
  name: 'typing-rate',
  kind: 'rate',
  aggregates: ['mean', 'each'],
  help: 'How fast the agent types.',
  sample(view, unit) {
    const samples: Sample[] = []
    let previous: number | undefined
    let timed = false
    for (const passage of view.turnsBy('anyone')) {
      const { by, start } = passage.turn
      if (start === undefined) continue
      timed = true
      if (by === 'agent' && previous !== undefined && start > previous) {
        samples.push(rate(countTyped(passage, unit), start - previous, passage))
      }
      previous = start
    }
    if (samples.length > 0) return { kind: 'samples', samples }
    return timed || view.passages.length === 0
      ? { kind: 'na', why: 'noSamples' }
      : { kind: 'unknown', why: 'noTimes' }
  }
}

function rate(count: number, ms: number, passage: Passage): Sample {
  return { value: (count * MINUTE) / ms, weight: ms, passage }
}

function countSpoken(passage: Passage, unit: RateUnit): number {
  return unit === 'words' ? countWords(passage.folded) : passage.folded.replace(/[^\p{L}\p{N}]/gu, '').length
}

function countTyped(passage: Passage, unit: RateUnit): number {
  return unit === 'words'
    ? countWords(passage.folded)
    : Array.from(passage.turn.text.replace(/\s/g, '')).length
}

/** Latin words and figures count as one each, so does every Chinese character. */
function countWords(folded: string): number {
  return folded.match(/[a-z0-9]+(?:[^a-z0-9\u2e80-\uffff\s][a-z0-9]+)*|[\u2e80-\u9fff]/g)?.length ?? 0
}
