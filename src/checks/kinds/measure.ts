import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Evidence, MeasuredEvidence, Outcome } from '../../model/evaluation.ts'
import { formatDuration, parseDuration, parseRate, type RateUnit } from '../../text/quantity.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { measures } from '../measures/index.ts'
import type { Aggregate, Measure, Sample } from '../measures/measure.ts'
import { compileSpoken, saidSchema } from '../spoken.ts'
import type { SaidSource } from '../sources.ts'
import type { ContactView } from '../view.ts'

type MeasureOptions = { readonly [name: string]: unknown } & {
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly within?: string | number | undefined
  readonly unless?: SaidSource | undefined
}

type Bound = (view: ContactView) => number | undefined

// A bare number lacks its unit; it is taken here so that the message can say which units there are.
const bound = z.union([z.string(), z.number()])

const quantityKeys = Object.fromEntries(
  measures.map(measure => [measure.name, z.enum(measure.aggregates).optional().describe(measure.help)])
)

/** A figure of the talk must lie within bounds. */
export const measure: CheckKind<MeasureOptions> = {
  name: 'measure',
  options: closed({
    ...quantityKeys,
    min: bound.optional().describe('Lower bound: 2s, 80 chars/min; a percentage for share.'),
    max: bound.optional().describe('Upper bound: 30s, 7 chars/s.'),
    within: bound.optional().describe('For share: the bound that counts as kept.'),
    unless: saidSchema.optional().describe('Said in one of the three turns before: the value does not count.')
  }),
  compile(options, env) {
    const chosen = measures.filter(candidate => options[candidate.name] !== undefined)
    const [quantity] = chosen
    if (!quantity || chosen.length > 1) {
      env.report({ kind: 'one-measure', value: chosen.map(c => c.name).join(', ') }, [])
      return () => ({ status: 'unknown', reason: '' })
    }
    const aggregate = options[quantity.name] as Aggregate
    const bounds = compileBounds(options, quantity, aggregate, env)
    const excepted = compileExcepted(options.unless, env)
    const name = env.say(`measure.${aggregate === 'first' ? 'first-reply' : (quantity.name as 'reply')}`)

    return view => {
      const sampled = quantity.sample(view, bounds.unit)
      if (sampled.kind === 'never') {
        return { status: 'fail', earned: 0, count: 1, evidence: [], message: env.say('neverReplied') }
      }
      if (sampled.kind !== 'samples') return { status: sampled.kind, reason: env.say(sampled.why, { name }) }
      const samples = sampled.samples.filter(sample => !excepted(sample, view))
      // Where there is no silence, or every one is excused, there is nothing to blame.
      if (samples.length === 0) return { status: 'pass', earned: 1, evidence: [] }
      const [min, max, within] = [bounds.min?.(view), bounds.max?.(view), bounds.within?.(view)]
      if (
        (bounds.min && min === undefined) ||
        (bounds.max && max === undefined) ||
        (bounds.within && !within)
      ) {
        return { status: 'unknown', reason: env.say('badBound', { name }) }
      }
      const figures = { name, quantity, unit: bounds.unit, min, max }
      if (aggregate === 'share') return judgeShare(samples, within ?? 0, figures, env)
      return judgeValues(aggregated(samples, aggregate), figures, env)
    }
  }
}

interface Bounds {
  readonly unit: RateUnit
  readonly min?: Bound | undefined
  readonly max?: Bound | undefined
  readonly within?: Bound | undefined
}

function compileBounds(
  options: MeasureOptions,
  quantity: Measure,
  aggregate: Aggregate,
  env: CompileEnv
): Bounds {
  const share = aggregate === 'share'
  if (
    share
      ? options.min === undefined || options.within === undefined
      : options.min === undefined && options.max === undefined
  ) {
    env.report({ kind: 'no-bound' }, [])
  }
  const percent = (text: string): number | undefined => {
    const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())
    return match ? Number(match[1]) / 100 : undefined
  }
  const rate = (text: string): number | undefined => parseRate(text)?.perMinute
  const read = (key: 'min' | 'max' | 'within'): Bound | undefined => {
    if (options[key] === undefined) return undefined
    const text = String(options[key])
    if (share && key === 'min') return env.bound(text, percent, 'percent', [key])
    return quantity.kind === 'rate'
      ? env.bound(text, rate, 'rate', [key])
      : env.bound(text, parseDuration, 'duration', [key])
  }
  const unit = [options.min, options.max, options.within].some(text => String(text).includes('word'))
    ? 'words'
    : 'chars'
  return { unit, min: read('min'), max: read('max'), within: read('within') }
}

// How far back an excuse such as "one moment, please" may lie: it, the customer's "fine", and one more.
const EXCUSE_REACH = 3

function compileExcepted(
  source: SaidSource | undefined,
  env: CompileEnv
): (sample: Sample, view: ContactView) => boolean {
  if (!source) return () => false
  const { by, pattern } = compileSpoken(source, env, ['unless'], 'agent')
  return (sample, view) => {
    if (!sample.passage) return false
    const { index } = sample.passage
    const before = view.passages
      .slice(Math.max(0, index - EXCUSE_REACH), index)
      .filter(({ turn }) =>
        by === 'anyone' ? turn.by === 'agent' || turn.by === 'customer' : turn.by === by
      )
    return pattern.find(before, view, 'first').matched
  }
}

/** The values to be judged: all of them, or the one they come to. */
function aggregated(samples: readonly Sample[], aggregate: Aggregate): readonly Sample[] {
  const sorted = (): Sample[] => [...samples].sort((a, b) => a.value - b.value)
  switch (aggregate) {
    case 'each':
    case 'share':
      return samples
    case 'first':
      return samples.slice(0, 1)
    case 'max':
      return sorted().slice(-1)
    case 'p90': {
      // Nearest rank: the smallest value that at least 90 % of the values do not exceed.
      const ordered = sorted()
      const rank = Math.ceil(ordered.length * 0.9)
      return ordered.slice(rank - 1, rank)
    }
    case 'total':
      return [{ value: samples.reduce((sum, sample) => sum + sample.value, 0), weight: 1 }]
    case 'mean': {
      const weight = samples.reduce((sum, sample) => sum + sample.weight, 0)
      const sum = samples.reduce((total, sample) => total + sample.value * sample.weight, 0)
      return [{ value: sum / weight, weight }]
    }
  }
}

interface Figures {
  readonly name: string
  readonly quantity: Measure
  readonly unit: RateUnit
  readonly min: number | undefined
  readonly max: number | undefined
}

function judgeValues(values: readonly Sample[], figures: Figures, env: CompileEnv): Outcome {
  const { name, min, max } = figures
  const breaches = values.filter(({ value }) => isBelow(value, min) || isAbove(value, max))
  const [worst] = breaches
  if (!worst)
    return { status: 'pass', earned: 1, evidence: values.slice(0, 1).map(v => toEvidence(v, figures)) }
  const above = isAbove(worst.value, max)
  const bound = (above ? max : min) ?? 0
  const message = env.say(above ? 'above' : 'below', {
    name,
    value: show(worst.value, figures),
    bound: show(bound, figures)
  })
  const evidence: readonly Evidence[] = breaches.map(sample => toEvidence(sample, figures))
  return { status: 'fail', earned: 0, count: breaches.length, evidence, message }
}

function judgeShare(samples: readonly Sample[], within: number, figures: Figures, env: CompileEnv): Outcome {
  const late = samples.filter(sample => sample.value > within)
  const share = (samples.length - late.length) / samples.length
  const wanted = figures.min ?? 0
  const evidence = late.map(sample => toEvidence(sample, figures))
  if (share >= wanted) return { status: 'pass', earned: 1, evidence: evidence.slice(0, 1) }
  const message = env.say('shareBelow', {
    value: percentText(share),
    n: samples.length,
    within: show(within, figures),
    bound: percentText(wanted)
  })
  return { status: 'fail', earned: 0, count: late.length, evidence, message }
}

const isBelow = (value: number, min: number | undefined): boolean => min !== undefined && value < min
const isAbove = (value: number, max: number | undefined): boolean => max !== undefined && value > max
const percentText = (share: number): string => `${Math.round(share * 1000) / 10}%`

function toEvidence(sample: Sample, figures: Figures): MeasuredEvidence {
  const { quantity, unit } = figures
  const measured = {
    measured: quantity.name,
    value: sample.value,
    unit: quantity.kind === 'time' ? 'ms' : `${unit}/min`
  }
  if (!sample.passage) return measured
  const { turn, index } = sample.passage
  return turn.start === undefined
    ? { ...measured, turn: index + 1 }
    : { ...measured, turn: index + 1, at: turn.start }
}

function show(value: number, figures: Figures): string {
  if (figures.quantity.kind === 'time') return formatDuration(value)
  return `${Math.round(value)} ${figures.unit}/min`
}
