import type { Outcome } from '../../model/evaluation.ts'
import type { Say } from '../words.ts'

type Passed = Extract<Outcome, { readonly status: 'pass' }>
type Failed = Extract<Outcome, { readonly status: 'fail' }>
type Open = Extract<Outcome, { readonly reason: string }>

/**
 * At least `count` of several outcomes must pass. Parts that are not applicable are left out, and no more is asked
 * than there are others; with none left it is not applicable itself. It fails only when the unknown parts could not
 * save it, and is unknown while they decide.
 *
 * `count` being the number of parts this is "all", and 1 is "any":
 *
 * |     | some fail           | no fail, some unknown | pass only | n/a only |
 * | all | fail                | unknown               | pass      | n/a      |
 *
 * |     | some pass           | no pass, some unknown | fail only | n/a only |
 * | any | pass                | unknown               | fail      | n/a      |
 *
 * Parts that pass decide a pass, and parts that fail a failure: evidence is theirs, and so is the share earned, the
 * least of it for all and the best for any. The breaches counted are the fewest that would have to go for it to pass.
 */
export function atLeast(count: number, parts: readonly Outcome[], say: Say): Outcome {
  const passed = parts.filter((part): part is Passed => part.status === 'pass')
  const failed = parts.filter((part): part is Failed => part.status === 'fail')
  const unknown = parts.filter((part): part is Open => part.status === 'unknown')
  const applicable = passed.length + failed.length + unknown.length
  if (applicable === 0) return { status: 'na', reason: reasonsOf(parts) }
  const needed = Math.min(count, applicable)
  if (passed.length >= needed) {
    const earned = nth(passed, part => -part.earned, needed).earned
    return { status: 'pass', earned, evidence: passed.flatMap(part => part.evidence) }
  }
  const lacking = needed - passed.length - unknown.length
  if (lacking <= 0) return { status: 'unknown', reason: reasonsOf(unknown) }
  const why = [...new Set(failed.map(part => part.message))].join('; ')
  const values = { passed: passed.length, needed, n: applicable, why }
  const message =
    needed === applicable ? why : say(passed.length === 0 && needed === 1 ? 'noneHolds' : 'fewHold', values)
  return {
    status: 'fail',
    earned: nth(failed, part => part.earned, applicable - needed + 1).earned,
    count: fewest(failed, lacking),
    evidence: failed.flatMap(part => part.evidence),
    message
  }
}

/** The opposite: pass and fail change places, with what is earned; n/a and unknown stay. */
export function negate(part: Outcome, what: string, say: Say): Outcome {
  if (part.status === 'pass') {
    const message = say('mustNotHold', { what })
    return { status: 'fail', earned: 1 - part.earned, count: 1, evidence: part.evidence, message }
  }
  if (part.status === 'fail') return { status: 'pass', earned: 1 - part.earned, evidence: part.evidence }
  return part
}

function reasonsOf(parts: readonly Outcome[]): string {
  const reasons = parts.flatMap(part => ('reason' in part ? [part.reason] : []))
  return [...new Set(reasons)].join('; ')
}

/** The nth part in an order, from 1. */
function nth<Part>(parts: readonly Part[], order: (part: Part) => number, n: number): Part {
  return [...parts].sort((a, b) => order(a) - order(b))[n - 1]!
}

function fewest(failed: readonly Failed[], n: number): number {
  const sorted = failed.map(part => part.count).sort((a, b) => a - b)
  return sorted.slice(0, n).reduce((sum, count) => sum + count, 0)
}
