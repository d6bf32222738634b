import type { Apart } from './apart.ts'
import { excludeBy, type Find } from './find.ts'
import { findTogether, isBeside } from './near.ts'
import { labelOf, type PatternNode } from './node.ts'
import type { Hit, Passage } from './passage.ts'
import type { Finding, Missing } from './pattern.ts'

/** Parts that must have their hits near each other in one turn. `finds` are its parts, linked. */
export function linkNear(
  finds: readonly Find[],
  { apart, ordered, ...node }: Extract<PatternNode, { kind: 'near' }>
): Find {
  const label = labelOf({ ...node, apart, ordered })
  return (window, subject, want, excluded) => {
    const hits: Hit[] = []
    for (const passage of window) {
      const parts = findParts(passage)
      if (parts) hits.push(...findTogether(passage, parts, apart, ordered, want === 'first'))
      if (hits.length > 0 && want === 'first') break
    }
    return hits.length > 0 ? { matched: true, hits, missing: [] } : explain()

    /** The hits of all parts in a turn. A part that holds without a hit, such as a name without value, is left out. */
    function findParts(passage: Passage): readonly (readonly Hit[])[] | undefined {
      const parts: (readonly Hit[])[] = []
      for (const find of finds) {
        const finding = find([passage], subject, 'every', excluded)
        if (!finding.matched) return undefined
        if (finding.hits.length > 0) parts.push(finding.hits)
      }
      return parts.length > 0 ? parts : undefined
    }

    /** Which parts are nowhere to be found, or else that they are nowhere together. */
    function explain(): Finding {
      const missing = finds.flatMap(
        (find): readonly Missing[] => find(window, subject, 'first', excluded).missing
      )
      return { matched: false, hits: [], missing: missing.length > 0 ? missing : [{ label, phrases: [] }] }
    }
  }
}

/** What has something within a distance of it, in the same turn, does not count. */
export function linkFar(find: Find, from: Find, apart: Apart): Find {
  return excludeBy(find, from, (hit, others) => isBeside(hit, others, apart))
}
