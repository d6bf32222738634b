import { parse } from 'yaml'
import { createView } from '../../src/checks/view.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import type { FieldValue } from '../../src/model/contact.ts'
import type { Outcome } from '../../src/model/evaluation.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { contact, evidenceOf, judge, quotesOf } from './judge.ts'

type Fields = Readonly<Record<string, FieldValue>>

/** Judges one contact by one criterion written as YAML. */
export function judgeYaml(criterion: string, lines: readonly string[], fields: Fields = {}): Outcome {
  return judge(parse(criterion) as object, lines, { fields })
}

/** Judges one contact by all criteria of a standard, by their ids. */
export function judgeStandard(
  text: string,
  lines: readonly string[],
  fields: Fields = {}
): Readonly<Record<string, Outcome>> {
  const { standard, problems } = loadStandard('test.yaml', text, 'en')
  if (!standard) throw new Error(problems.map(problem => renderProblem(problem, 'en', text)).join('\n'))
  const view = createView(contact(lines, fields), standard.vars)
  return Object.fromEntries(standard.criteria.map(criterion => [criterion.id, criterion.judge(view)]))
}

/** An outcome in one line: its status, then its quotes, what is missing, and its figures. */
export function summary(outcome: Outcome): string {
  const others = evidenceOf(outcome).flatMap(evidence => {
    if ('missing' in evidence) {
      const { searched } = evidence
      return [`-${evidence.missing} in ${searched ? `${searched.first}..${searched.last}` : 'nothing'}`]
    }
    return 'measured' in evidence ? [`${evidence.measured}=${evidence.value}`] : []
  })
  return [outcome.status, ...quotesOf(outcome), ...others].join(' ')
}
