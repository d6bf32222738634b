import type { Passage, Window } from '../../pattern/passage.ts'
import { otherSide, samplesOf, sides, type Measure, type Sample } from './measure.ts'

/**
 * Where one side begins to speak while the other is speaking; the value is how long both then speak at once, in ms,
 * if that is at least `delay`. Turns of one side that touch are one stretch of speech. Who begins at the very same
 * moment interrupts nobody. Needs the ends of turns; what turns do not tell, such as pauses inside them, counts as
 * speech.
 */
export const interruption: Measure = {
  name: 'interruption',
  unit: 'time',
  choices: ['each', 'max', 'total', 'count'],
  takes: ['by', 'in', 'delay', 'unless'],
  speakers: ['agent', 'customer', 'anyone'],
  excusedInside: true,
  title: 'measure.interruption',
  help: 'How long somebody speaks over the other side after cutting in.',
  sample(view, lens) {
    const all = view.turnsBy('anyone')
    const speech = {
      agent: joinStretches(view.turnsBy('agent')),
      customer: joinStretches(view.turnsBy('customer'))
    }
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    if (view.turnsBy('agent').length === 0 || view.turnsBy('customer').length === 0) {
      return { kind: 'na', why: 'noSamples' }
    }
    if (!all.some(({ turn }) => turn.start !== undefined)) return { kind: 'unknown', why: 'noTimes' }
    if (!all.some(({ turn }) => turn.end !== undefined)) return { kind: 'unknown', why: 'noEnds' }
    const cutting = sides.filter(side => lens.by === 'anyone' || lens.by === side)
    const samples = cutting.flatMap(by => listOverlaps(speech[by], speech[otherSide(by)]))
    return samplesOf(
      samples
        .filter(({ value, passage }) => value >= lens.delay && passage && lens.includes(passage))
        .sort((a, b) => (a.passage?.index ?? 0) - (b.passage?.index ?? 0))
    )
  }
}

/** Speech of one side without a pause, and the turn that it begins with. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly passage: Passage
}

function joinStretches(turns: Window): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const passage of turns) {
    const { start, end } = passage.turn
    if (start === undefined || end === undefined) continue
    const last = stretches.at(-1)
    if (!last || start > last.end) stretches.push({ start, end, passage })
    else if (end > last.end) stretches[stretches.length - 1] = { ...last, end }
  }
  return stretches
}

/** Both lists are in order of time, so that one walk over each is enough. */
function listOverlaps(cutting: readonly Stretch[], speaking: readonly Stretch[]): readonly Sample[] {
  const samples: Sample[] = []
  let i = 0
  for (const { start, end, passage } of cutting) {
    while (i < speaking.length && speaking[i]!.end <= start) i++
    const other = speaking[i]
    if (!other || other.start >= start) continue
    samples.push({ value: Math.min(end, other.end) - start, weight: 1, passage })
  }
  return samples
}
