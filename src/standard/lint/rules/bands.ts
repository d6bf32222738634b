import type { Path } from '../../../pattern/resolve.ts'
import type { Places } from '../../yaml-source.ts'
import type { LintRule, Report } from '../rule.ts'

/** Every score has a band, every band has scores, the best stands first, and a band begins at the pass mark. */
export const bands: LintRule = ({ standard, source }, report) => {
  const { bands: written, pass } = standard.scoring ?? {}
  standard.sections?.forEach((section, s) => {
    if (section.bands) checkEdges(section.bands, ['sections', s, 'bands'], source, report)
  })
  if (!written) return
  checkEdges(written, ['scoring', 'bands'], source, report)
  const edges = Object.values(written)
  if (pass !== undefined && edges.length > 0 && !edges.includes(pass)) {
    const allowed = edges.toSorted((a, b) => b - a).join(', ')
    report('lint/pass-without-band', source.placeOf(['scoring', 'pass']), { value: pass, allowed })
  }
}

/** Every score has a band, every band has scores, and the best stands first. */
function checkEdges(
  written: Readonly<Record<string, number>>,
  at: Path,
  source: Places,
  report: Report
): void {
  const entries = Object.entries(written)
  const edges = entries.map(([, from]) => from)
  const lowest = Math.min(...edges)
  if (entries.length > 0 && lowest > 0) {
    const name = entries.find(([, from]) => from === lowest)![0]
    report('lint/bands-open-below', source.placeOf([...at, name]), { value: lowest })
  }
  const falling = edges.toSorted((a, b) => b - a)
  // Names that are numbers come first in any map, wherever they were written.
  const asWritten = !entries.some(([name]) => /^\d+$/.test(name))
  if (asWritten && falling.some((edge, i) => edge !== edges[i])) {
    const allowed = entries.toSorted(([, a], [, b]) => b - a).map(([name]) => name)
    const value = entries.map(([name]) => name).join(', ')
    report('lint/bands-order', source.placeOf(at), { value, allowed: allowed.join(', ') })
  }
  const seen = new Map<number, string>()
  for (const [name, from] of entries) {
    const other = seen.get(from)
    if (other === undefined) seen.set(from, name)
    else
      report('lint/bands-duplicate', source.placeOfKey([...at, name]), {
        value: name,
        other,
        from
      })
  }
}
