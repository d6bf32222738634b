import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { describeMissing } from '../../pattern/nearest.ts'
import { quoteAll } from '../spoken.ts'
import type { Say } from '../words.ts'
import type { SlotReading } from './candidate.ts'
import { isSaid, type Reading, type SaidPart } from './reading.ts'
import { textOf } from './slot.ts'

/** What is asked of a script as a whole. */
export interface Demand {
  /** The share of its parts that must be said, 0 to 1. */
  readonly coverage: number
  readonly partial: boolean
}

/** What a reading comes to. Each part that is lacking or out of order is a breach, and each slot that is wrong. */
export function readingOutcome(reading: Reading, { coverage, partial }: Demand, say: Say): Outcome {
  const { due, said, right, parts } = reading
  const needed = Math.ceil(coverage * due - 1e-9)
  const open = parts.filter(part => part.kind === 'open')
  const openDue = open.filter(({ part }) => !part.optional).length
  const lacking = Math.max(0, needed - said - openDue)
  const spoken = parts.filter(isSaid)
  const misplaced = spoken.filter(({ kind }) => kind === 'misplaced')
  const wrong = spoken.flatMap(({ candidate }) => candidate.slots.filter(isWrong))
  const count = lacking + misplaced.length + wrong.length
  if (count === 0) {
    const unknown = [
      ...(said < needed ? open.flatMap(({ names }) => names) : []),
      ...spoken.flatMap(({ candidate }) =>
        candidate.slots.flatMap(({ verdict }) => ('names' in verdict ? verdict.names : []))
      )
    ]
    if (unknown.length > 0) {
      return { status: 'unknown', reason: say('missingField', { fields: [...new Set(unknown)].join(', ') }) }
    }
    return { status: 'pass', earned: 1, evidence: listEvidence(reading, say) }
  }
  const slips = [
    ...(lacking > 0 ? [describeLacking(reading, needed, say)] : []),
    ...(misplaced.length > 0
      ? [say('scriptOrder', { what: list(misplaced.map(({ part }) => part.title)) })]
      : []),
    ...wrong.map(slot => describeSlot(slot, say))
  ]
  return {
    status: 'fail',
    earned: partial && due > 0 ? right / due : 0,
    count,
    evidence: listEvidence(reading, say),
    message: slips.join('; ')
  }
}

function isWrong({ verdict }: SlotReading): boolean {
  return verdict.kind === 'wrong' || verdict.kind === 'empty'
}

function describeLacking({ parts, due, said }: Reading, needed: number, say: Say): string {
  const missing = parts.filter(({ kind, part }) => kind === 'missing' && !part.optional)
  const what = list(missing.map(({ part }) => part.title))
  if (due === 1) return say('missing', { what })
  return say(needed < due ? 'scriptShort' : 'scriptMissing', { said, due, needed, what })
}

function describeSlot({ name, heard, verdict }: SlotReading, say: Say): string {
  if (verdict.kind !== 'wrong') return say('slotEmpty', { slot: name })
  return say('slotWrong', { slot: name, heard: textOf(heard), expected: verdict.expected })
}

// A message names this many parts; the evidence has them all.
const NAMED = 3

function list(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map(title => `“${title}”`)
  return [...named, ...(titles.length > NAMED ? [`… (${titles.length})`] : [])].join(' ')
}

/** First how much was said, then what went wrong, then what was said as it should be. */
function listEvidence({ window, parts, due, said }: Reading, say: Say): readonly Evidence[] {
  const share = due === 0 ? [] : [{ measured: say('scriptCoverage'), value: (100 * said) / due, unit: '%' }]
  const spoken = parts.filter(isSaid)
  const isRight = ({ kind, candidate }: SaidPart): boolean =>
    kind === 'said' && !candidate.slots.some(isWrong)
  return [
    ...share,
    ...parts.flatMap(part =>
      part.kind === 'missing' && !part.part.optional ? [describeMissing(part.missing, window)] : []
    ),
    ...spoken.filter(part => !isRight(part)).flatMap(slipEvidence),
    ...spoken.filter(isRight).flatMap(({ candidate }) => quoteAll(candidate.hits))
  ]
}

/** The words in wrong slots, and the whole part where it stands in the wrong place or a slot is empty. */
function slipEvidence({ kind, candidate: { hits, slots } }: SaidPart): readonly Evidence[] {
  const wrong = slots.filter(isWrong)
  const whole = kind === 'misplaced' || wrong.some(({ verdict }) => verdict.kind === 'empty')
  return quoteAll(whole ? hits : wrong.flatMap(({ heard }) => heard))
}
