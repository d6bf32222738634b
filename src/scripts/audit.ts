import { compareProblems } from '../diagnostics/problem.ts'
import type { ScriptContext, ScriptProblem, ScriptRule } from './rule.ts'
import { scriptRules } from './rules.ts'
import type { Script } from './script.ts'

/** All that is wrong with a library, in order of place. */
export function auditScripts(
  library: readonly Script[],
  context: ScriptContext,
  rules: readonly ScriptRule[] = scriptRules
): readonly ScriptProblem[] {
  return rules.flatMap(rule => [...rule(library, context)]).sort(compareProblems)
}
