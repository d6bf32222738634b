import { catalogue } from '../../diagnostics/catalogue.ts'
import { describe } from '../../diagnostics/describe.ts'
import type { Problem, Severity } from '../../diagnostics/problem.ts'
import type { Lang, Wording } from '../../diagnostics/wording.ts'
import { digestOf } from '../../text/digest.ts'
import { withLine, type Finding, type RuleHeader } from './item.ts'

/** A diagnostic as a finding. Its fingerprint keeps the file and what the message speaks of, but for lines. */
export function findingOfProblem(problem: Problem, lang: Lang, fallback: string): Finding {
  const place = withLine(problem.place ?? { file: fallback })
  const { message, hint } = describe(problem, lang)
  const values = Object.entries(problem.values)
    .filter(([name]) => name !== 'line')
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

/** What the catalogue of diagnostics says of a code; of what is none, its name alone. */
export function ruleOfCode(code: string, lang: Lang, severity: Severity): RuleHeader {
  const entries: Readonly<Record<string, { title?: Wording; text: Wording; hint?: Wording } | undefined>> =
    catalogue
  const entry = Object.hasOwn(catalogue, code) ? entries[code] : undefined
  if (!entry) return { id: code, title: code, severity }
  return {
    id: code,
    title: entry.title?.[lang] ?? withoutValues(entry.text[lang]),
    // A hint that is nothing but a value says nothing of the rule.
    advice:
      entry.hint && /\p{L}/u.test(withoutValues(entry.hint[lang]))
        ? withoutValues(entry.hint[lang])
        : undefined,
    severity
  }
}

/** A message that speaks of no case. */
const withoutValues = (text: string): string => text.replaceAll(/\{\w+\}/g, '…')
