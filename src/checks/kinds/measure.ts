import type { Outcome } from '../../model/evaluation.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { compileBounds } from '../measures/bounds.ts'
import { compileExcuse } from '../measures/excuse.ts'
import { compileGrades } from '../measures/grades.ts'
import { measures } from '../measures/index.ts'
import { judgeSamples, judgeStated, type Figures } from '../measures/judge.ts'
import { compileLens, scopeNames } from '../measures/lens.ts'
import { aggregates, lensKeys, type Aggregate, type Measure } from '../measures/measure.ts'
import { nameFigure } from '../measures/name.ts'
import { measureSchema, type MeasureOptions } from '../measures/options.ts'
import type { By } from '../view.ts'
import type { Say, WordKey } from '../words.ts'

/** A figure of the talk must lie within bounds. */
export const measure: CheckKind<MeasureOptions> = {
  name: 'measure',
  options: measureSchema,
  compile(options, env) {
    const chosen = measures.filter(candidate => options[candidate.name] !== undefined)
    const [quantity] = chosen
    if (!quantity || chosen.length > 1) {
      env.report({ kind: 'one-measure', value: chosen.map(c => c.name).join(', ') }, [])
      return () => ({ status: 'unknown', reason: '' })
    }
    const choice = options[quantity.name] as Aggregate | By
    const aggregate = isAggregate(choice) ? choice : 'total'
    const by = isAggregate(choice) ? (options.by ?? quantity.speakers[0]) : choice
    reportMisfits(options, quantity, aggregate, env)
    const bounds = compileBounds(options, quantity, aggregate, env)
    const grades = compileGrades(options, bounds.unit, env)
    const excused = compileExcuse(options.unless, quantity, env)
    const lensOf = compileLens(options, quantity, aggregate, by, env)
    const nameOf = nameFigure(quantity, aggregate, by, env.say)
    const name = nameOf({ over: undefined })
    const close = createClosings(name, env.say)
    const figures: Figures = { nameOf, measure: quantity, aggregate, bounds, say: env.say }

    return view => {
      const { limits: given, complete } = bounds.limits(view)
      const graded = grades?.(view)
      const limits = graded ? { ...given, ...graded.bound } : given
      const lens = lensOf(view, bounds.counting, limits)
      if (!lens) return close('unknown', 'noTimes')
      const sampled = quantity.sample(view, lens)
      if (sampled.kind === 'never') {
        return { status: 'fail', earned: 0, count: 1, evidence: [], message: env.say('neverReplied') }
      }
      if (sampled.kind !== 'samples' && sampled.kind !== 'stated') {
        return close(sampled.kind, sampled.why)
      }
      if (!complete || (grades && !graded)) return close('unknown', 'badBound')
      if (sampled.kind === 'stated') return judgeStated(sampled.value, limits, figures, graded?.grade)
      const counted = sampled.samples.filter(
        sample => (quantity.unit !== 'time' || sample.value > lens.over) && !excused(sample, view)
      )
      return judgeSamples(counted, limits, figures, graded?.grade)
    }
  }
}

/** The outcomes without a figure; each is made once, for there may be one for every contact. */
function createClosings(name: string, say: Say): (status: 'na' | 'unknown', why: WordKey) => Outcome {
  const made = new Map<string, Outcome>()
  return (status, why) => {
    const key = `${status} ${why}`
    const outcome = made.get(key) ?? { status, reason: say(why, { name }) }
    made.set(key, outcome)
    return outcome
  }
}

function isAggregate(choice: Aggregate | By): choice is Aggregate {
  return (aggregates as readonly string[]).includes(choice)
}

/** An option that the quantity has no use for would look as if it did something. */
function reportMisfits(
  options: MeasureOptions,
  quantity: Measure,
  aggregate: Aggregate,
  env: CompileEnv
): void {
  const named = scopeNames.map(key => [key, 'in'] as const)
  const rest = lensKeys.filter(key => key !== 'in').map(key => [key, key] as const)
  const allowed = quantity.takes.join(', ') || '–'
  for (const [key, meaning] of [...named, ...rest]) {
    if (options[key] === undefined || quantity.takes.includes(meaning)) continue
    env.report({ kind: 'unused-option', value: key, beside: quantity.name, allowed }, [key])
  }
  const idle = aggregate === 'share' ? 'max' : 'within'
  if (options[idle] !== undefined) {
    env.report(
      {
        kind: 'unused-option',
        value: idle,
        beside: aggregate,
        allowed: aggregate === 'share' ? 'within, min' : 'min, max'
      },
      [idle]
    )
  }
  if (options.by !== undefined && quantity.takes.includes('by') && !quantity.speakers.includes(options.by)) {
    env.report({ kind: 'bad-value', value: options.by, allowed: quantity.speakers.join(', ') }, ['by'])
  }
}
