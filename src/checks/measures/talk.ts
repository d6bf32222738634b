import type { Passage } from '../../pattern/passage.ts'
import { countTyped } from './count-text.ts'
import { figure, samplesOf, sides, type Measure } from './measure.ts'

/**
 * What part of the talk is one side's: of the time both speak, where all turns have an end; else, as in a chat, of
 * the characters both write.
 */
export const talkShare: Measure = {
  name: 'talk-share',
  unit: 'share',
  choices: sides,
  takes: ['in'],
  speakers: sides,
  scopeOf: 'anyone',
  title: 'measure.talk-share',
  help: 'The part of the talk that is the agent’s, or the customer’s: of the time, without times of the text.',
  sample(view, lens) {
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    const turns = view.turnsBy('anyone').filter(lens.includes)
    const timed = turns.every(({ turn }) => turn.start !== undefined && turn.end !== undefined)
    const amount = (passage: Passage): number =>
      timed ? Math.max(0, passage.turn.end! - passage.turn.start!) : countTyped(passage, 'chars')
    const sum = (passages: readonly Passage[]): number =>
      passages.reduce((total, passage) => total + amount(passage), 0)
    const all = sum(turns)
    if (all === 0) return { kind: 'na', why: 'noSamples' }
    return figure(sum(turns.filter(({ turn }) => turn.by === lens.by)) / all)
  }
}

/** How many turns there are. */
export const turns: Measure = {
  name: 'turns',
  unit: 'count',
  choices: ['agent', 'customer', 'anyone'],
  takes: ['in'],
  speakers: ['agent', 'customer', 'anyone'],
  title: 'measure.turns',
  help: 'How many turns the agent, the customer, or both together have.',
  sample(view, lens) {
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    return figure(view.turnsBy(lens.by).filter(lens.includes).length)
  }
}

/** How long each message is, in characters without white space, or in words. */
export const messageLength: Measure = {
  name: 'message-length',
  unit: 'length',
  choices: ['each', 'mean', 'min', 'max'],
  takes: ['by', 'in', 'unless'],
  speakers: sides,
  excusedInside: true,
  title: 'measure.message-length',
  help: 'How long the messages of the agent, or of whoever `by` names, are.',
  sample(view, lens) {
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    const samples = view
      .turnsBy(lens.by)
      .filter(lens.includes)
      .map(passage => ({ value: countTyped(passage, lens.unit), weight: 1, passage }))
    return samples.length > 0 ? samplesOf(samples) : { kind: 'na', why: 'noSamples' }
  }
}
