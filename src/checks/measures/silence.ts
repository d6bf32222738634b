import type { ContactView } from '../view.ts'
import { shareOfContact } from './duration.ts'
import { samplesOf, sumOver, type Lens, type Measure, type Sample, type Samples } from './measure.ts'

/** Stretches between turns in which nobody speaks. Needs the ends of turns, which chats do not have. */
export const silence: Measure = {
  name: 'silence',
  unit: 'time',
  choices: ['each', 'max', 'total', 'mean', 'count', 'share'],
  takes: ['in', 'over', 'unless'],
  speakers: ['anyone'],
  title: 'measure.silence',
  help: 'Stretches in which nobody speaks.',
  sample: listSilences
}

/** What part of the contact nobody speaks in. */
export const silenceShare: Measure = {
  name: 'silence-share',
  unit: 'share',
  choices: ['total'],
  takes: ['over'],
  speakers: ['anyone'],
  title: 'measure.silence-share',
  help: 'The part of the contact in which nobody speaks.',
  sample(view, lens) {
    const found = listSilences(view, lens)
    return found.kind === 'samples' ? shareOfContact(sumOver(found.samples, lens.over), view) : found
  }
}

function listSilences(view: ContactView, lens: Lens): Samples {
  const samples: Sample[] = []
  let end: number | undefined
  let timed = false
  let ended = false
  for (const passage of view.passages) {
    const { turn } = passage
    timed ||= turn.start !== undefined
    ended ||= turn.end !== undefined
    if (turn.start === undefined) continue
    if (end !== undefined && turn.start > end && lens.includes(passage)) {
      samples.push({ value: turn.start - end, weight: 1, passage })
    }
    if (turn.end !== undefined) end = Math.max(end ?? turn.end, turn.end)
  }
  if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
  if (!timed) return { kind: 'unknown', why: 'noTimes' }
  return ended ? samplesOf(samples) : { kind: 'unknown', why: 'noEnds' }
}
