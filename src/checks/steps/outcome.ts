import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { describeMissing } from '../../pattern/nearest.ts'
import { formatDuration } from '../../text/quantity.ts'
import { quotePlace } from '../places.ts'
import type { ContactView } from '../view.ts'
import type { Say } from '../words.ts'
import type { Slip, StepResult, Trace } from './trace.ts'

// A message names this many slips; the evidence has them all.
const NAMED = 3

/** What a walk through steps comes to. `partial`: what was done counts though something was not. */
export function traceOutcome(
  { results, interrupted }: Trace,
  partial: boolean,
  view: ContactView,
  say: Say
): Outcome {
  const failed = results.filter(result => result.kind === 'failed')
  const unknown = results.find(result => result.kind === 'unknown')
  const taken = results.filter(result => result.kind === 'done' || result.kind === 'ended')
  if (failed.length === 0) {
    if (unknown) return { status: 'unknown', reason: unknown.reason }
    if (interrupted && taken.length === 0) return { status: 'na', reason: say('cameBack') }
  }
  const evidence = results.flatMap(result => resultEvidence(result, view))
  if (failed.length === 0) return { status: 'pass', earned: 1, evidence }

  const due = results.filter(({ step }) => !step.optional)
  const done = taken.filter(({ step }) => !step.optional)
  const named = failed.slice(0, NAMED).map(({ step, slip }) => {
    const number = step.number
    return describeSlip(slip, { step: number, what: step.title }, say)
  })
  const message = [...named, ...(failed.length > NAMED ? ['…'] : [])].join('; ')
  const earned = partial && due.length > 0 ? done.length / due.length : 0
  return { status: 'fail', earned, count: failed.length, evidence, message }
}

function resultEvidence(result: StepResult, view: ContactView): readonly Evidence[] {
  switch (result.kind) {
    case 'done':
      return quotePlace(result.place, view.passages)
    case 'ended': {
      const ended = view.value('ended_by')
      return ended === undefined ? [] : [{ field: 'ended_by', value: ended }]
    }
    case 'failed':
      return slipEvidence(result.slip, view)
    default:
      return []
  }
}

function slipEvidence(slip: Slip, view: ContactView): readonly Evidence[] {
  switch (slip.kind) {
    case 'missing':
      return slip.parts.map(part => describeMissing(part, slip.window))
    case 'early':
    case 'late':
      return [
        ...(slip.place ? quotePlace(slip.place, view.passages) : []),
        measureWait(slip.wait, slip.place?.from.index, view)
      ]
    case 'overdue':
      return [measureWait(slip.wait, undefined, view)]
    case 'far':
    case 'order':
      return quotePlace(slip.place, view.passages)
    case 'hangup':
      return [{ field: 'ended_by', value: view.value('ended_by') ?? null }]
  }
}

function measureWait(value: number, index: number | undefined, view: ContactView): Evidence {
  const measured = { measured: 'wait', value, unit: 'ms' }
  const turn = index === undefined ? undefined : view.passages[index]?.turn
  return turn && index !== undefined ? { ...measured, turn: index + 1, at: turn.start } : measured
}

function describeSlip(slip: Slip, { step, what }: { step: number; what: string }, say: Say): string {
  switch (slip.kind) {
    case 'missing':
      return say('stepMissing', { step, what })
    case 'early':
      return say('stepEarly', {
        step,
        what,
        value: formatDuration(slip.wait),
        bound: formatDuration(slip.bound)
      })
    case 'late':
      return say('stepLate', {
        step,
        what,
        value: formatDuration(slip.wait),
        bound: formatDuration(slip.bound)
      })
    case 'overdue':
      return say('stepOverdue', {
        step,
        what,
        value: formatDuration(slip.wait),
        bound: formatDuration(slip.bound)
      })
    case 'far':
      return say('stepFar', { step, what, within: slip.within, turn: slip.place.from.index + 1 })
    case 'order':
      return say('stepOrder', { step, what, turn: slip.place.from.index + 1, before: slip.before })
    case 'hangup':
      return say('stepHangup', { step, what, by: say(`by.${slip.by}`) })
  }
}
