import type { Measure, Sample } from './measure.ts'

/** Stretches between turns in which nobody speaks. Needs the ends of turns, which chats do not have. */
export const silence: Measure = {
  name: 'silence',
  kind: 'time',
  aggregates: ['each', 'max', 'total', 'mean', 'share'],
  help: 'Stretches in which nobody speaks.',
  sample(view) {
    const samples: Sample[] = []
    let end: number | undefined
    let timed = false
    let ended = false
    for (const passage of view.passages) {
      const { turn } = passage
      timed ||= turn.start !== undefined
      ended ||= turn.end !== undefined
      if (turn.start === undefined) continue
      if (end !== undefined && turn.start > end) samples.push({ value: turn.start - end, weight: 1, passage })
      if (turn.end !== undefined) end = Math.max(end ?? turn.end, turn.end)
    }
    if (!timed) return { kind: 'unknown', why: 'noTimes' }
    if (!ended) return { kind: 'unknown', why: 'noEnds' }
    return { kind: 'samples', samples }
  }
}
