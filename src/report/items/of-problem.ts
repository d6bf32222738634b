import { catalogue, type Code } from '../../diagnostics/catalogue.ts'
import { describe } from '../../diagnostics/describe.ts'
import type { Problem, Severity } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import { digestOf } from '../../text/digest.ts'
import { withLine, type Finding, type RuleHeader } from './item.ts'

/** A diagnostic as a finding. Its fingerprint keeps the file and what the message speaks of, and no line. */
export function findingOfProblem(problem: Problem, lang: Lang, fallback: string): Finding {
  const place = withLine(problem.place ?? { file: fallback })
  const { message, hint } = describe(problem, lang)
  const values = Object.entries(problem.values)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  return {
    rule: problem.code,
    severity: problem.severity,
    message,
    hint,
    place,
    fingerprint: digestOf([problem.code, place.file, ...values])
  }
}

/** What the catalogue of diagnostics says of a code. */
export function ruleOfCode(code: Code, lang: Lang, severity: Severity): RuleHeader {
  const entry: { text: Record<Lang, string>; hint?: Record<Lang, string> } = catalogue[code]
  return {
    id: code,
    title: withoutValues(entry.text[lang]),
    advice: entry.hint && withoutValues(entry.hint[lang]),
    severity
  }
}

/** A message that speaks of no case. */
const withoutValues = (text: string): string => text.replaceAll(/\{\w+\}/g, '…')
