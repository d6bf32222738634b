import type { Passage } from '../../pattern/passage.ts'
import { timeSpan } from '../scope.ts'
import type { ContactView } from '../view.ts'
import { numberOf, secondsOf, shareOfContact } from './duration.ts'
import { samplesOf, sumOver, type Lens, type Measure, type Sample, type Samples } from './measure.ts'

/**
 * How long the customer is kept waiting on the line. What the telephone system states comes first: the fields
 * `hold_s` (all of it), `hold_count` and `longest_hold_s`. Else a hold runs from what the agent says before it
 * (`started_by`) to the agent's next turn, or to the end of the contact when the agent does not come back, less the
 * time the customer speaks in between. With neither it is unknown.
 */
export const hold: Measure = {
  name: 'hold',
  unit: 'time',
  choices: ['each', 'max', 'total', 'mean', 'count'],
  takes: ['in', 'over', 'started_by'],
  speakers: ['agent'],
  title: 'measure.hold',
  help: 'How long the customer is kept waiting on the line.',
  sample: listHolds
}

/** What part of the contact the customer is kept waiting. */
export const holdShare: Measure = {
  name: 'hold-share',
  unit: 'share',
  choices: ['total'],
  takes: ['over', 'started_by'],
  speakers: ['agent'],
  title: 'measure.hold-share',
  help: 'The part of the contact in which the customer is kept waiting.',
  sample(view, lens) {
    const found = listHolds(view, lens)
    if (found.kind !== 'samples' && found.kind !== 'stated') return found
    const held = found.kind === 'stated' ? found.value : sumOver(found.samples, lens.over)
    return shareOfContact(held, view)
  }
}

function listHolds(view: ContactView, lens: Lens): Samples {
  const stated = lens.scoped ? undefined : statedHold(view, lens)
  if (stated !== undefined) return { kind: 'stated', value: stated }
  return lens.startedBy ? announcedHolds(view, lens) : { kind: 'unknown', why: 'noHolds' }
}

/** What fields tell of what is asked; `undefined` where they do not. */
function statedHold(view: ContactView, { aggregate, over }: Lens): number | undefined {
  const total = secondsOf(view, 'hold_s')
  const count = numberOf(view, 'hold_count')
  const longest = secondsOf(view, 'longest_hold_s') ?? (count === 1 ? total : undefined)
  if (total === 0 || count === 0 || longest === 0) return 0
  // If the longest keeps the bound they all do, and no other could be told from the fields.
  if (aggregate === 'each' || aggregate === 'max') return longest
  // How many of them are short is not told.
  if (over > 0) return longest !== undefined && longest <= over ? 0 : undefined
  if (aggregate === 'count') return count
  if (aggregate === 'total') return total
  return total === undefined || count === undefined ? undefined : total / count
}

function announcedHolds(view: ContactView, lens: Lens): Samples {
  const agent = view.turnsBy('agent')
  if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
  if (!agent.some(({ turn }) => turn.start !== undefined)) {
    return agent.length === 0 ? { kind: 'na', why: 'noSamples' } : { kind: 'unknown', why: 'noTimes' }
  }
  const samples = agent.flatMap((passage, i): Sample[] => {
    if (!lens.includes(passage) || !lens.startedBy?.find([passage], view, 'first').matched) return []
    const value = waitAfter(passage, agent[i + 1], view)
    return value > 0 ? [{ value, weight: 1, passage }] : []
  })
  return samplesOf(samples)
}

/** Time from a turn to the next of the same speaker in which the customer says nothing. */
function waitAfter({ turn }: Passage, next: Passage | undefined, view: ContactView): number {
  const from = turn.end ?? turn.start
  const until = next ? next.turn.start : timeSpan(view.passages)?.end
  if (from === undefined || until === undefined) return 0
  const spoken = view.turnsBy('customer').reduce((sum, { turn: { start, end } }) => {
    if (start === undefined || end === undefined) return sum
    return sum + Math.max(0, Math.min(end, until) - Math.max(start, from))
  }, 0)
  return until - from - spoken
}
