import { findNearest } from '../../../diagnostics/suggest.ts'
import type { Path } from '../../../pattern/resolve.ts'
import type { LintRule } from '../rule.ts'

/** Where a standard declares its clauses, every one is covered and no other is cited. */
export const clauses: LintRule = ({ standard, source }, report) => {
  if (!standard.clauses) return
  const listed = Array.isArray(standard.clauses)
  const declared: readonly string[] = listed ? (standard.clauses as readonly string[]) : Object.keys(standard.clauses)
  const cited = new Set<string>()
  for (const { clause, path } of citations(standard, [])) {
    cited.add(clause)
    if (declared.includes(clause)) continue
    report('lint/unknown-clause', source.placeOf(path), { value: clause }, findNearest(clause, declared))
  }
  for (const [i, clause] of declared.entries()) {
    if (cited.has(clause)) continue
    const place = listed ? source.placeOf(['clauses', i]) : source.placeOfKey(['clauses', clause])
    report('lint/uncovered-clause', place, { value: clause })
  }
}

/** Whatever cites a clause, be it a criterion or something else. */
function citations(value: unknown, path: Path): readonly { readonly clause: string; readonly path: Path }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (key !== 'clause') return citations(item, at)
    if (typeof item === 'string') return [{ clause: item, path: at }]
    return Array.isArray(item)
      ? item.map((clause, i) => ({ clause: String(clause), path: [...at, i] }))
      : []
  })
}
