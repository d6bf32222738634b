import { describe as describeProblem } from '../../../src/diagnostics/describe.ts'
import type { Lang } from '../../../src/diagnostics/wording.ts'
import { readForbidList } from '../../../src/scripts/judge/forbid-list.ts'
import { judgeRules } from '../../../src/scripts/judge/rules.ts'
import type { Cover } from '../../../src/scripts/options.ts'
import type { ScriptContext, ScriptProblem, ScriptRule } from '../../../src/scripts/rule.ts'
import type { Script } from '../../../src/scripts/script.ts'
import { findSlots } from '../../../src/scripts/slots.ts'
import { loadStandard } from '../../../src/standard/load.ts'

/** A script as a library would give it; its place is its number, and columns are those of its text. */
export function scriptOf(text: string, more: Partial<Script> = {}): Script {
  const place = { file: 'library.md', line: 1 }
  return {
    id: 's1',
    by: 'agent',
    text,
    satisfies: [],
    slots: findSlots(text, { names: new Set() }),
    place,
    placeOf: (from, to) => ({ ...place, col: from + 1, length: to - from }),
    ...more
  }
}

export interface Run {
  readonly lang?: Lang
  readonly forbid?: string
  readonly cover?: Cover
}

/** Standards as YAML, without the lines that all of them have. */
export function contextOf(
  standards: readonly string[],
  { lang = 'zh', forbid, cover }: Run = {}
): ScriptContext {
  const loaded = standards.map((text, i) => {
    const file = `standard-${i + 1}.yaml`
    const result = loadStandard(file, `linecheck: 1\n${text}`, lang)
    if (!result.standard || !result.written) throw new Error(JSON.stringify(result.problems))
    return { standard: result.standard, written: result.written }
  })
  const list =
    forbid === undefined ? undefined : readForbidList('banned.txt', forbid, lang, () => undefined).standard
  return {
    standards: loaded.map(({ standard }) => standard),
    written: loaded.map(({ written }) => written),
    lang,
    lists: list ? [list] : [],
    options: { rate: 240, wordRate: 150, similar: 0.9, ...(cover === undefined ? {} : { cover }) }
  }
}

/** What one rule, or all of them, find. */
export function problemsOf(
  library: readonly Script[],
  context: ScriptContext,
  rules: readonly ScriptRule[] = judgeRules
): readonly ScriptProblem[] {
  return rules.flatMap(rule => [...rule(library, context)])
}

export function messagesOf(problems: readonly ScriptProblem[], lang: Lang): readonly string[] {
  return problems.map(
    problem => `${problem.severity} ${problem.code}: ${describeProblem(problem, lang).message}`
  )
}

/** The words that a problem points at. */
export function pointedAt({ text }: Script, { place }: ScriptProblem): string {
  const col = place?.col ?? 1
  return text.slice(col - 1, col - 1 + (place?.length ?? 0))
}
