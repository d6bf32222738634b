import type { ScriptContext, ScriptProblem } from '../rule.ts'
import type { Script } from '../script.ts'
import { alike } from './alike.ts'
import { differentFigures } from './figures.ts'

/** Scripts that promise different things: those that are worded alike, and of the others those of one scenario. */
export function* contradictions(
  library: readonly Script[],
  context: ScriptContext
): Generator<ScriptProblem> {
  const told = new Set<string | undefined>()
  for (const problem of alike(library, context)) {
    if (problem.code === 'scripts/different-promise') told.add(problem.script)
    yield problem
  }
  for (const problem of differentFigures(library)) if (!told.has(problem.script)) yield problem
}
