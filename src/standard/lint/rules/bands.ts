import type { LintRule } from '../rule.ts'

/** Every score has a band, every band has scores, and a band begins at the pass mark. */
export const bands: LintRule = ({ standard, source }, report) => {
  const { bands: written, pass } = standard.scoring ?? {}
  if (!written) return
  const entries = Object.entries(written)
  const edges = entries.map(([, from]) => from)
  const lowest = Math.min(...edges)
  if (entries.length > 0 && lowest > 0) {
    const name = entries.find(([, from]) => from === lowest)![0]
    report('lint/bands-open-below', source.placeOf(['scoring', 'bands', name]), { value: lowest })
  }
  const seen = new Map<number, string>()
  for (const [name, from] of entries) {
    const other = seen.get(from)
    if (other === undefined) seen.set(from, name)
    else
      report('lint/bands-duplicate', source.placeOfKey(['scoring', 'bands', name]), {
        value: name,
        other,
        from
      })
  }
  if (pass !== undefined && entries.length > 0 && !edges.includes(pass)) {
    const allowed = edges.toSorted((a, b) => b - a).join(', ')
    report('lint/pass-without-band', source.placeOf(['scoring', 'pass']), { value: pass, allowed })
  }
}
