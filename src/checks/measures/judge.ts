import type { MeasuredEvidence, Outcome } from '../../model/evaluation.ts'
import type { Say } from '../words.ts'
import { aggregateSamples } from './aggregate.ts'
import type { Bounds, Limits } from './bounds.ts'
import { gradeOutcome, type Grade } from './grades.ts'
import type { Aggregate, Measure, Sample } from './measure.ts'
import type { NameOf } from './name.ts'
import type { Unit } from './unit.ts'

/** What the judging of one measure needs to know of it. */
export interface Figures {
  readonly nameOf: NameOf
  readonly measure: Measure
  readonly aggregate: Aggregate
  readonly bounds: Bounds
  readonly say: Say
}

/** Judges the values of a contact: what they come to against the bounds, and what that earns by the grades. */
export function judgeSamples(
  samples: readonly Sample[],
  limits: Limits,
  figures: Figures,
  grade?: Grade
): Outcome {
  const { aggregate, bounds, measure } = figures
  if (aggregate === 'share') return judgeShare(samples, limits, figures, grade)
  const values = aggregateSamples(samples, aggregate)
  const outcome = judgeValues(values, limits, figures, grade)
  // The figure alone says little: where it came from goes with it.
  if (outcome.status !== 'fail' || (aggregate !== 'count' && aggregate !== 'total')) return outcome
  const parts = samples
    .filter(({ passage }) => passage)
    .map(sample => evidenceOf(sample, measure, bounds.own))
  return { ...outcome, evidence: [...outcome.evidence, ...parts] }
}

/** Judges a figure that the input states itself. */
export function judgeStated(value: number, limits: Limits, figures: Figures, grade?: Grade): Outcome {
  return judgeValues([{ value, weight: 1 }], limits, figures, grade)
}

function judgeValues(
  values: readonly Sample[],
  limits: Limits,
  figures: Figures,
  grade: Grade | undefined
): Outcome {
  const outcome = compareValues(values, limits, figures)
  return gradeOutcome(
    outcome,
    grade,
    values.map(({ value }) => value)
  )
}

function compareValues(values: readonly Sample[], limits: Limits, figures: Figures): Outcome {
  const { min, max } = limits
  const { aggregate, bounds, measure, say } = figures
  const evidence = (samples: readonly Sample[]): readonly MeasuredEvidence[] =>
    samples.map(sample => evidenceOf(sample, measure, bounds.unit))
  const isAbove = (value: number): boolean => max !== undefined && value > max
  const breaches = values.filter(({ value }) => isAbove(value) || (min !== undefined && value < min))
  const [first] = breaches
  // Where there is no silence, or every one is excused, there is nothing to blame.
  if (!first) return { status: 'pass', earned: 1, evidence: evidence(values.slice(0, 1)) }
  const above = isAbove(first.value)
  const key = aggregate === 'count' ? (above ? 'aboveCount' : 'belowCount') : above ? 'above' : 'below'
  const bound = (above ? max : min) ?? 0
  const name = figures.nameOf(limits)
  const message = say(key, { name, value: bounds.unit.show(first.value), bound: bounds.unit.show(bound) })
  const excess = aggregate === 'count' && above ? Math.ceil(first.value - bound) : breaches.length
  return { status: 'fail', earned: 0, count: excess, evidence: evidence(breaches), message }
}

function judgeShare(
  samples: readonly Sample[],
  { within = 0, min = 0 }: Limits,
  figures: Figures,
  grade: Grade | undefined
): Outcome {
  const { bounds, measure, say } = figures
  if (samples.length === 0) return { status: 'pass', earned: 1, evidence: [] }
  const late = samples.filter(sample => sample.value > within)
  const share = (samples.length - late.length) / samples.length
  const evidence = late.map(sample => evidenceOf(sample, measure, bounds.own))
  if (share >= min)
    return gradeOutcome({ status: 'pass', earned: 1, evidence: evidence.slice(0, 1) }, grade, [share])
  const message = say('shareBelow', {
    value: bounds.unit.show(share),
    n: samples.length,
    within: bounds.own.show(within),
    bound: bounds.unit.show(min)
  })
  return gradeOutcome({ status: 'fail', earned: 0, count: late.length, evidence, message }, grade, [share])
}

function evidenceOf({ value, passage }: Sample, measure: Measure, unit: Unit): MeasuredEvidence {
  const measured = { measured: measure.name, ...unit.evidence(value) }
  if (!passage) return measured
  const { turn, index } = passage
  return turn.start === undefined
    ? { ...measured, turn: index + 1 }
    : { ...measured, turn: index + 1, at: turn.start }
}
