import type { Outcome, Status } from '../model/evaluation.ts'
import { makeScorer, type Scored } from '../scoring/evaluate.ts'
import { strip } from '../scoring/fixed-point.ts'
import type { ScoringPlan } from '../scoring/plan.ts'
import {
  pairCriteria,
  planChanges,
  type CriterionPair,
  type DiffStandard,
  type PlanChange
} from './diff-standard.ts'
import { decodeOutcomes, type OutcomeCode } from './outcome-code.ts'
import { outside, standingOf, type Cause, type Comparison } from './standing.ts'

/** Compares one contact by its outcomes; `undefined`: the standard is not for it. */
export type Comparer = (before: OutcomeCode | undefined, after: OutcomeCode | undefined) => Comparison

/** Contacts with the same outcomes compare the same; so many pairs of outcomes are remembered. */
const REMEMBERED = 20_000

/**
 * Makes two standards into a function of outcomes. The points of a cause are found by letting it alone happen: the
 * score of the outcomes before, with this one criterion's outcome or this one part of the scoring as it is after, less the
 * score before. What all causes together do beyond their sum is told as such.
 */
export function createComparer(before: DiffStandard, after: DiffStandard): Comparer {
  const pairs = pairCriteria(before, after)
  const scoreBefore = makeScorer(before.plan)
  const scoreAfter = makeScorer(after.plan)
  const trials = createTrials(before.plan, after.plan, pairs)
  const changes = planChanges(before.plan, after.plan).map(change => ({
    change,
    score: makeScorer(applyChange(before.plan, after.plan, change))
  }))
  const known = new Map<string, Comparison>()

  function compare(codeBefore: OutcomeCode | undefined, codeAfter: OutcomeCode | undefined): Comparison {
    const first = codeBefore === undefined ? undefined : read(codeBefore, before)
    const second = codeAfter === undefined ? undefined : read(codeAfter, after)
    const scoredBefore = first && scoreBefore(first)
    const scoredAfter = second && scoreAfter(second)
    const standings = {
      before: scoredBefore ? standingOf(scoredBefore) : outside,
      after: scoredAfter ? standingOf(scoredAfter) : outside
    }
    const statuses = pairs.map(pair => ({
      criterion: pair.id,
      from: statusAt(first, pair.before),
      to: statusAt(second, pair.after)
    }))
    const shift = difference(standings.before.score, standings.after.score)
    if (!first || !second || !scoredBefore) {
      const causes: Cause[] = first || second ? [{ kind: 'scope', points: null }] : []
      return { ...standings, shift, causes, statuses }
    }
    const causes = [
      ...changes.flatMap(({ change, score }) => weighingCause(change, score(first), scoredBefore)),
      ...pairs.flatMap((pair, i) => {
        const { from, to } = statuses[i]!
        const [old, now] = [first[pair.before], second[pair.after]]
        if (isSameOutcome(old, now)) return []
        const points = difference(scoredBefore.score, trials[i]!(first, now).score)
        return [{ kind: 'outcome', criterion: pair.id, from, to, points } satisfies Cause]
      })
    ].sort((a, b) => sizeOf(b) - sizeOf(a))
    return { ...standings, shift, causes: [...causes, ...together(causes, shift)], statuses }
  }

  return (codeBefore, codeAfter) => {
    const key = `${codeBefore ?? ''}|${codeAfter ?? ''}`
    let comparison = known.get(key)
    if (!comparison) {
      comparison = compare(codeBefore, codeAfter)
      if (known.size >= REMEMBERED) known.clear()
      known.set(key, comparison)
    }
    return comparison
  }
}

function read(code: OutcomeCode, standard: DiffStandard): Outcome[] {
  const outcomes = decodeOutcomes(code, standard.criteria.length)
  if (!outcomes) throw new RangeError(`not outcomes of ${standard.id}: ${code}`)
  return outcomes
}

/** For each pair of criteria: the score before, if this one criterion had come out, or were there, as it is after. */
function createTrials(
  before: ScoringPlan,
  after: ScoringPlan,
  pairs: readonly CriterionPair[]
): readonly ((first: readonly Outcome[], now: Outcome | undefined) => Scored)[] {
  const asBefore = makeScorer(before)
  return pairs.map(pair => {
    if (pair.before >= 0 && pair.after >= 0) {
      return (first, now) => asBefore(first.map((outcome, i) => (i === pair.before ? now! : outcome)))
    }
    if (pair.after < 0) {
      const without = makeScorer({ ...before, criteria: before.criteria.filter((_, i) => i !== pair.before) })
      return first => without(first.filter((_, i) => i !== pair.before))
    }
    const added = after.criteria[pair.after]!
    const sections = withSection(before, after, added.section)
    const withAdded = makeScorer({ ...before, sections, criteria: [...before.criteria, added] })
    return (first, now) => withAdded([...first, now!])
  })
}

/** The plan before with one thing as it is after. */
function applyChange(before: ScoringPlan, after: ScoringPlan, change: PlanChange): ScoringPlan {
  switch (change.kind) {
    case 'scoring':
      return {
        ...before,
        ...Object.fromEntries(change.keys.map(key => [key, after[key as keyof ScoringPlan]]))
      }
    case 'section': {
      const section = after.sections.find(({ id }) => id === change.id)!
      return { ...before, sections: before.sections.map(old => (old.id === change.id ? section : old)) }
    }
    case 'criterion': {
      const criterion = after.criteria.find(({ id }) => id === change.id)!
      return {
        ...before,
        sections: withSection(before, after, criterion.section),
        criteria: before.criteria.map(old => (old.id === change.id ? criterion : old))
      }
    }
  }
}

function withSection(before: ScoringPlan, after: ScoringPlan, id: string): ScoringPlan['sections'] {
  if (before.sections.some(section => section.id === id)) return before.sections
  return [...before.sections, ...after.sections.filter(section => section.id === id)]
}

function weighingCause(change: PlanChange, trial: Scored, before: Scored): readonly Cause[] {
  const points = difference(before.score, trial.score)
  const moved = points !== 0 || trial.passed !== before.passed || trial.band !== before.band
  if (!moved) return []
  const id = change.kind === 'scoring' ? change.keys[0]! : change.id
  return [{ kind: 'weighing', what: change.kind, id, keys: change.keys, points }]
}

/** Figures below a billionth of a point are noise of binary fractions. */
function together(causes: readonly Cause[], shift: number | null): readonly Cause[] {
  if (shift === null || causes.some(({ points }) => points === null)) return []
  const rest = strip(shift - causes.reduce((sum, { points }) => sum + (points ?? 0), 0))
  return rest === 0 ? [] : [{ kind: 'together', points: rest }]
}

const sizeOf = ({ points }: Cause): number => (points === null ? Infinity : Math.abs(points))

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : strip(after - before)
}

function statusAt(outcomes: readonly Outcome[] | undefined, at: number): Status | 'absent' {
  return outcomes?.[at]?.status ?? 'absent'
}

function isSameOutcome(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (!a || !b) return a === b
  if (a.status !== b.status) return false
  if (a.status === 'pass' && b.status === 'pass') return a.earned === b.earned
  if (a.status === 'fail' && b.status === 'fail') return a.earned === b.earned && a.count === b.count
  return true
}
