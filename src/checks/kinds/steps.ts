import type { Outcome } from '../../model/evaluation.ts'
import { compileAnchors } from '../anchors.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { createBudget, isSpent, type Budget } from '../places.ts'
import { combineStretches, placeOutcome } from '../stretch-outcomes.ts'
import { wholeStretch, type Stretch } from '../stretch.ts'
import type { Interruption, Walk } from '../steps/cursor.ts'
import { findFirsts, findLoose, keepStrict, ordered } from '../steps/order.ts'
import { traceOutcome } from '../steps/outcome.ts'
import { stepsSchema, type StepsParts, type StepsSource } from '../steps/source.ts'
import { compileSteps, type Step } from '../steps/step.ts'
import { walkSteps } from '../steps/walk.ts'
import type { ContactView } from '../view.ts'

/** Several things must be done, one after the other; with anchors, at each of their hits or at one of them. */
export const steps: CheckKind<StepsSource> = {
  name: 'steps',
  options: stepsSchema,
  compile(options, env) {
    const parts: StepsParts = isList(options) ? { of: options } : options
    const anchors = compileAnchors(parts, 'agent', env, [])
    const inner = env.withNames(anchors?.names ?? [])
    const compiled = compileSteps(parts.of, inner, isList(options) ? [] : ['of'])
    if (parts.order === 'loose') reportOrdered(parts, compiled, env)
    const judge = createJudge(parts, compiled, env)

    return view => {
      if (view.passages.length === 0) return { status: 'unknown', reason: env.say('noTranscript') }
      const speakers = new Set(compiled.flatMap(({ said }) => said.map(({ by }) => by)))
      if (speakers.size > 0 && [...speakers].every(by => view.turnsBy(by).length === 0)) {
        return { status: 'na', reason: env.say('noTurnsBy', { by: env.say(`by.${[...speakers][0]!}`) }) }
      }
      const budget = createBudget()
      const whole = wholeStretch(view)
      if (!anchors) return judge(whole, view, budget)
      const located = anchors.locate(view, whole, budget)
      if (located.kind === 'unknown') return { status: 'unknown', reason: located.reason }
      if (located.kind === 'absent') {
        return { status: 'na', reason: env.say('noTrigger', { what: located.label }) }
      }
      const outcomes = located.stretches.map(stretch => judge(stretch, view, budget))
      return combineStretches(outcomes, anchors.quantifier, parts.partial === true, env.say)
    }
  }
}

function isList(options: StepsSource): options is StepsParts['of'] {
  return Array.isArray(options)
}

function reportOrdered(parts: StepsParts, compiled: readonly Step[], env: CompileEnv): void {
  const mix = (key: string): string => `order: loose, ${key}`
  if (parts.interrupted_by !== undefined) {
    env.report({ kind: 'not-together', value: mix('interrupted_by') }, ['interrupted_by'])
  }
  for (const step of compiled.filter(ordered)) {
    const key = step.wait ? 'wait' : 'within'
    env.report({ kind: 'not-together', value: mix(key) }, ['of', step.number - 1, key])
  }
}

type JudgeStretch = (stretch: Stretch, view: ContactView, budget: Budget) => Outcome

function createJudge(parts: StepsParts, compiled: readonly Step[], env: CompileEnv): JudgeStretch {
  const { order = 'forward', partial = false } = parts
  const interruption = compileInterruption(parts.interrupted_by, env)
  return (stretch, view, budget) => {
    const open: Walk = { steps: compiled, stretch, view, interruption, firsts: [], budget, say: env.say }
    const walk = order === 'strict' ? { ...open, firsts: findFirsts(open) } : open
    const trace = order === 'loose' ? findLoose(walk) : walkSteps(walk)
    if (isSpent(budget)) return { status: 'unknown', reason: env.say('tooMuch') }
    const outcome = traceOutcome(order === 'strict' ? keepStrict(trace, walk) : trace, partial, view, env.say)
    return placeOutcome(outcome, stretch, 'agent', view, env.say)
  }
}

function compileInterruption(
  source: StepsParts['interrupted_by'],
  env: CompileEnv
): Interruption | undefined {
  if (source === undefined) return undefined
  if (typeof source === 'string') return { by: source, pattern: undefined }
  return { by: source.by ?? 'customer', pattern: env.pattern(source, ['interrupted_by']) }
}
