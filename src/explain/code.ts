import { catalogue, type Code } from '../diagnostics/catalogue.ts'
import type { Severity } from '../diagnostics/problem.ts'
import type { Lang, Wording } from '../diagnostics/wording.ts'
import type { Part } from './criterion.ts'
import { createTell } from './words.ts'

/** A diagnostic code in plain words; what stands in angle brackets depends on the case. */
export function explainCode(code: Code, lang: Lang): readonly Part[] {
  const tell = createTell(lang)
  const entry: { text: Wording; hint?: Wording; why?: Wording; severity?: Severity } = catalogue[code]
  const open = (wording: Wording | undefined): readonly string[] =>
    wording === undefined ? [] : [wording[lang].replace(/\{(\w+)\}/g, '<$1>')]
  return [
    { head: entry.severity === undefined ? code : `${code}  ${tell(entry.severity)}`, lines: [] },
    { head: tell('code.means'), lines: open(entry.text) },
    { head: tell('code.why'), lines: open(entry.why) },
    { head: tell('code.hint'), lines: open(entry.hint) }
  ].filter(({ lines }, i) => i === 0 || lines.length > 0)
}
