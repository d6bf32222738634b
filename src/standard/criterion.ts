import type { AnyCheck, CheckSource, CompileEnv, Judge } from '../checks/check.ts'
import { compileCheck } from '../checks/compile-check.ts'
import type { Condition } from '../checks/sources.ts'
import { checkKinds } from '../checks/index.ts'
import type { MarkScale } from '../checks/mark-reading.ts'
import type { Say } from '../checks/words.ts'
import type { Place } from '../diagnostics/problem.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { Path, PatternEnv } from '../pattern/resolve.ts'
import type { Entry } from './entries.ts'
import { createCompileEnv, type Owner, type Surroundings } from './environment.ts'
import { clausesOf } from './plan.ts'
import { waitFor } from './requires.ts'
import { exampleKinds, type CriterionSource } from './schema.ts'
import type { CompiledCriterion, Example } from './standard.ts'
import type { Places } from './yaml-source.ts'

/** Makes one criterion ready: its check, inside its conditions. */
export function compileCriterion(
  { criterion, section, at, whole }: Entry,
  around: Surroundings,
  patterns: PatternEnv
): CompiledCriterion {
  let marks: MarkScale | undefined
  const owner: Owner = {
    criterion: criterion.id,
    takesMarks(scale, where) {
      if (marks) around.reporter.problem('standard/second-manual', around.source.placeOfKey(where), {})
      marks ??= scale
    }
  }
  const env = createCompileEnv(around, patterns, at, owner)
  const place = around.source.placeOf([...at, 'id'])
  const check = compileCheckOf(criterion, whole, around, place, env)
  const condition = (key: 'when' | 'unless'): Condition | undefined => {
    const source = criterion[key]
    return source === undefined ? undefined : env.within([key]).condition(source, [])
  }
  return {
    id: criterion.id,
    title: criterion.title ?? criterion.id,
    clause: clausesOf(criterion.clause),
    section,
    advice: criterion.advice,
    fatal: criterion.fatal !== undefined && criterion.fatal !== false,
    place,
    examples: collectExamples(criterion, at, around.source),
    marks,
    judge: waitFor(
      criterion.requires,
      at,
      guard(check, condition('when'), condition('unless'), around.say),
      around
    )
  }
}

function compileCheckOf(
  criterion: CriterionSource,
  whole: boolean,
  { reporter }: Surroundings,
  place: Place,
  env: CompileEnv
): Judge {
  const names = (kinds: readonly AnyCheck[]): string => kinds.map(kind => kind.name).join(', ')
  const source = criterion as unknown as CheckSource
  return compileCheck(source, checkKinds, env, found => {
    const value = criterion.id
    if (found.length > 0) reporter.problem('standard/two-checks', place, { value, found: names(found) })
    else if (whole) reporter.problem('standard/no-check', place, { value, allowed: names(checkKinds) })
  })
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
