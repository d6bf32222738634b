import type { ScriptContext } from '../rule.ts'
import type { Script } from '../script.ts'
import { measureCoverage } from './coverage.ts'
import { createJudging } from './judging.ts'

/** What rules need to hold a library against standards, made once for all of them. */
export function prepareJudging(library: readonly Script[], context: ScriptContext): ScriptContext {
  const { standards, written, lists = [], lang } = context
  const judging = createJudging(standards, written, lists, lang)
  return { ...context, judging, coverage: measureCoverage(library, { ...context, judging }) }
}
