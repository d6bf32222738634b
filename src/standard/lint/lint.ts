import { lintCodes } from '../../diagnostics/codes-lint.ts'
import { compareProblems, type Problem } from '../../diagnostics/problem.ts'
import type { Values } from '../../diagnostics/wording.ts'
import { createPatternEnv } from '../environment.ts'
import { createPlan } from '../plan.ts'
import { createSurroundings } from '../surroundings.ts'
import type { WrittenStandard } from '../written.ts'
import { createLogic } from './logic/decide.ts'
import { checkedTexts } from './phrases/walk.ts'
import type { LintRule, LintSubject, Report } from './rule.ts'
import { lintRules } from './rules.ts'

/**
 * Judges a well-formed standard by what a good one must be: explicit, measurable, feasible, timely and consistent.
 * What cannot work is an error, what hardly works as meant a warning. In order of place.
 */
export function lintStandard(
  written: WrittenStandard,
  rules: readonly LintRule[] = lintRules
): readonly Problem[] {
  const { standard, source } = written
  // What the standard's own checks would say of contacts is said to nobody here.
  const around = createSurroundings(standard, written.entries, source, 'en')
  const subject: LintSubject = {
    ...written,
    around,
    patterns: createPatternEnv(around),
    plan: createPlan(standard),
    logic: createLogic(around.space.types),
    texts: checkedTexts(standard)
  }
  const problems: Problem[] = []
  const report: Report = (code, place, values, meant) => {
    const { severity } = lintCodes[code]
    problems.push({ code, severity, place, values: clip(values), ...meant })
  }
  for (const rule of rules) rule(subject, report)
  return problems.sort(compareProblems)
}

// The source line below a message shows the rest.
const LONGEST = 160

function clip(values: Values): Values {
  const short = (value: string | number): string | number =>
    typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(value)]))
}
