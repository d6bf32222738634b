import type { Lang } from '../diagnostics/wording.ts'
import type { Finding, Item } from '../report/items/item.ts'
import { findingOfProblem } from '../report/items/of-problem.ts'
import { digestOf } from '../text/digest.ts'
import type { ScriptProblem } from './rule.ts'
import type { Script } from './script.ts'

/** Values that tell of places and likeness: they change when other scripts do. */
const passing = new Set(['where', 'line', 'percent'])

/** May say why a finding does not count. */
export type Waive = (finding: Finding, problem: ScriptProblem) => Finding

/**
 * An item for each script, and one for each file, or standard, of which something is wrong that is no script's. A note
 * lets an item pass.
 */
export function* itemsOfScripts(
  library: readonly Script[],
  files: readonly string[],
  problems: readonly ScriptProblem[],
  lang: Lang,
  waive: Waive = finding => finding
): Generator<Item> {
  const known = new Set(library.map(({ id }) => id))
  const byScript = new Map<string, ScriptProblem[]>()
  const byFile = new Map<string, ScriptProblem[]>()
  for (const problem of problems) {
    const own = problem.script !== undefined && known.has(problem.script)
    const [map, key] = own ? [byScript, problem.script!] : [byFile, problem.place?.file ?? files[0] ?? '']
    const others = map.get(key)
    if (others) others.push(problem)
    else map.set(key, [problem])
  }
  for (const [file, own] of byFile) {
    const findings = own.map(problem => waive(findingOf(problem, lang, file), problem))
    yield { suite: 'scripts', name: file, place: { file, line: 1 }, status: statusOf(findings), findings }
  }
  for (const { id, place } of library) {
    const own = byScript.get(id) ?? []
    const findings = own.map(problem => waive(findingOf(problem, lang, place.file), problem))
    yield { suite: place.file, name: id, place, status: statusOf(findings), findings }
  }
}

function statusOf(findings: readonly Finding[]): Item['status'] {
  return findings.some(({ severity, waived }) => severity !== 'note' && !waived) ? 'failed' : 'passed'
}

function findingOf(problem: ScriptProblem, lang: Lang, file: string): Finding {
  const finding = findingOfProblem(problem, lang, file)
  const values = Object.entries(problem.values)
    .filter(([name]) => !passing.has(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  return {
    ...finding,
    clause: problem.clause,
    related: problem.related,
    fingerprint: digestOf([problem.code, finding.place.file, problem.script ?? '', ...values])
  }
}
