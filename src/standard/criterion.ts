import type { Judge } from '../checks/check.ts'
import { compileCondition } from '../checks/condition.ts'
import type { Condition } from '../checks/sources.ts'
import { checkKinds } from '../checks/index.ts'
import type { Say } from '../checks/words.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { Path, PatternEnv } from '../pattern/resolve.ts'
import type { Entry } from './entries.ts'
import { createCompileEnv, type Surroundings } from './environment.ts'
import { clausesOf } from './plan.ts'
import { exampleKinds, type CriterionSource } from './schema.ts'
import type { CompiledCriterion, Example } from './standard.ts'
import type { Places } from './yaml-source.ts'

/** Makes one criterion ready: its check, inside its conditions. */
export function compileCriterion(
  { criterion, section, at, whole }: Entry,
  around: Surroundings,
  patterns: PatternEnv
): CompiledCriterion {
  const check = compileCheck(criterion, at, whole, around, patterns)
  const condition = (key: 'when' | 'unless'): Condition | undefined => {
    const source = criterion[key]
    if (source === undefined) return undefined
    return compileCondition(source, createCompileEnv(around, patterns, [...at, key]), [])
  }
  return {
    id: criterion.id,
    title: criterion.title ?? criterion.id,
    clause: clausesOf(criterion.clause),
    section,
    advice: criterion.advice,
    fatal: criterion.fatal !== undefined && criterion.fatal !== false,
    place: around.source.placeOf([...at, 'id']),
    examples: collectExamples(criterion, at, around.source),
    judge: guard(check, condition('when'), condition('unless'), around.say)
  }
}

function compileCheck(
  criterion: CriterionSource,
  at: Path,
  whole: boolean,
  around: Surroundings,
  patterns: PatternEnv
): Judge {
  const written = criterion as unknown as Readonly<Record<string, unknown>>
  const found = checkKinds.filter(kind => written[kind.name] !== undefined)
  const [kind] = found
  const place = around.source.placeOf([...at, 'id'])
  const names = (kinds: typeof checkKinds): string => kinds.map(k => k.name).join(', ')
  if (!kind) {
    if (whole)
      around.reporter.problem('standard/no-check', place, { value: criterion.id, allowed: names(checkKinds) })
    return () => ({ status: 'unknown', reason: '' })
  }
  if (found.length > 1) {
    around.reporter.problem('standard/two-checks', place, { value: criterion.id, found: names(found) })
  }
  return kind.compile(written[kind.name], createCompileEnv(around, patterns, [...at, kind.name]))
}

/** `when` must hold, else the criterion did not arise; `unless` names what excuses from it. */
function guard(check: Judge, when: Condition | undefined, unless: Condition | undefined, say: Say): Judge {
  if (!when && !unless) return check
  const notArisen: Outcome = { status: 'na', reason: say('whenFalse', { condition: when?.text ?? '' }) }
  const excused: Outcome = { status: 'na', reason: say('unlessTrue', { condition: unless?.text ?? '' }) }
  return view => {
    if (when) {
      const verdict = when.test(view)
      if (verdict.kind === 'unknown') return { status: 'unknown', reason: verdict.reason }
      if (!verdict.value) return notArisen
    }
    // An exception that cannot be known is none: nobody has shown that it holds.
    const excuse = unless?.test(view)
    if (excuse?.kind === 'value' && excuse.value) return excused
    return check(view)
  }
}

function collectExamples(criterion: CriterionSource, at: Path, source: Places): readonly Example[] {
  return exampleKinds.flatMap(kind =>
    (criterion.examples?.[kind] ?? []).map((example, i) => ({
      kind,
      source: example,
      place: source.placeOf([...at, 'examples', kind, i])
    }))
  )
}
