import type { CriterionSource } from '../../schema.ts'
import type { LintSubject } from '../rule.ts'
import { all, not } from './decide.ts'

/** When a criterion applies, as a formula: the standard does, `when` holds and `unless` does not. */
export function situationOf(
  { when, unless }: Pick<CriterionSource, 'when' | 'unless'>,
  { standard, logic }: LintSubject
): string {
  return all([
    ...(standard.applies === undefined ? [] : [logic.formula(standard.applies)]),
    ...(when === undefined ? [] : [logic.formula(when)]),
    ...(unless === undefined ? [] : [not(logic.formula(unless))])
  ])
}
