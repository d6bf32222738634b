import type { ConditionSource } from '../../../checks/sources.ts'
import type { Path } from '../../../pattern/resolve.ts'
import type { Entry } from '../../entries.ts'
import { all, not } from '../logic/decide.ts'
import { situationOf } from '../logic/situation.ts'
import type { LintRule, LintSubject, Report } from '../rule.ts'

/** Conditions make a difference: each can hold and can fail, and so can an expression where its criterion applies. */
export const conditions: LintRule = (subject, report) => {
  const { standard, entries } = subject
  const { applies } = standard
  if (applies !== undefined) judge(applies, ['applies'], true, subject, report)
  for (const entry of entries) {
    if (judgeCriterion(entry, subject, report)) judgeField(entry, subject, report)
  }
}

/** Whether the criterion can apply. */
function judgeCriterion(entry: Entry, subject: LintSubject, report: Report): boolean {
  const { criterion, at } = entry
  const { when, unless } = criterion
  const can = [
    when === undefined || judge(when, [...at, 'when'], true, subject, report),
    unless === undefined || judge(unless, [...at, 'unless'], false, subject, report)
  ]
  if (can.includes(false)) return false
  const key = when === undefined ? 'unless' : 'when'
  if (criterion[key] === undefined || subject.logic.decide(situationOf(criterion, subject)) !== 'never') return true
  const place = subject.source.placeOf([...at, key])
  report('lint/never-applies', place, {
    condition: Object.entries({ applies: subject.standard.applies, when, unless })
      .flatMap(([name, part]) => (part === undefined ? [] : [`${name}: ${describe(part)}`]))
      .join('; ')
  })
  return false
}

/** Whether a condition that is wanted true (or false) can be so; one that is so always is told too. */
function judge(
  condition: ConditionSource,
  path: Path,
  wanted: boolean,
  { logic, source }: LintSubject,
  report: Report
): boolean {
  const possible = logic.decide(logic.formula(condition))
  if (possible === 'open') return true
  const place = source.placeOf(path)
  const values = { condition: describe(condition) }
  if ((possible === 'always') === wanted) {
    report('lint/idle-condition', place, { ...values, truth: String(wanted) })
    return true
  }
  report('lint/never-applies', place, values)
  return false
}

/** An expression by itself must be able to hold and to fail; as part of another check it may stand for anything. */
function judgeField({ criterion, at }: Entry, subject: LintSubject, report: Report): void {
  const expression = (criterion as { readonly field?: unknown }).field
  if (typeof expression !== 'string') return
  const { logic, source } = subject
  const situation = situationOf(criterion, subject)
  const formula = logic.formula(expression)
  const place = source.placeOf([...at, 'field'])
  const values = { value: criterion.id, condition: expression }
  if (logic.decide(all([situation, formula])) === 'never') report('lint/never-passes', place, values)
  else if (logic.decide(all([situation, not(formula)])) === 'never') report('lint/never-fails', place, values)
}

/** A condition on one line, much as it is written. */
function describe(condition: ConditionSource): string {
  if (typeof condition === 'string') return condition
  return JSON.stringify(condition).replaceAll('"', '').replace(/(?<=[:,])(?=\S)/g, ' ')
}
