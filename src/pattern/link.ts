import { linkCaptures } from './captures.ts'
import { excludeBy, type Find } from './find.ts'
import { keepAll } from './finder.ts'
import { linkAny, type Linking } from './link-any.ts'
import { linkCompared, linkEntity, linkTexts } from './link-leaf.ts'
import { linkFar, linkNear } from './link-near.ts'
import { linkSlot } from './link-slot.ts'
import { labelOf, type PatternNode } from './node.ts'
import type { Hit } from './passage.ts'
import type { Missing, Pattern } from './pattern.ts'
import type { Prefilter } from './prefilter.ts'

/**
 * Makes a pattern of a resolved tree; everything costly happens here, once. With a prefilter, which must then see the
 * turns first, texts are tried only where they can be.
 */
export function linkPattern(node: PatternNode, prefilter?: Prefilter): Pattern {
  const find = link(node, { prefilter, everyHit: false })
  return {
    label: labelOf(node),
    find: (window, subject, want) => find(window, subject, want, keepAll),
    captures: linkCaptures(node)
  }
}

function link(node: PatternNode, linking: Linking): Find {
  const linkPart = (part: PatternNode): Find => link(part, linking)
  const linkContext = (part: PatternNode): Find => link(part, { ...linking, everyHit: true })
  switch (node.kind) {
    case 'text':
      return linkTexts([node], node.label, linking.prefilter)
    case 'compared':
      return linkCompared([node], node.label)
    case 'slot':
      return linkSlot(node)
    case 'entity':
      return linkEntity(node)
    case 'any':
      return linkAny(node, linking, linkPart)
    case 'all':
      return linkLeast(node.parts.map(linkPart), node.parts.length)
    case 'least':
      return linkLeast(node.parts.map(linkPart), node.count)
    case 'not':
      return linkNot(linkPart(node.part), labelOf(node))
    case 'near':
      return linkNear(node.parts.map(linkContext), node)
    case 'far':
      return linkFar(linkPart(node.part), linkContext(node.from), node.apart)
    case 'except':
      return linkExcept(linkPart(node.part), linkContext(node.except))
  }
}

function linkLeast(finds: readonly Find[], count: number): Find {
  return (window, subject, want, excluded) => {
    const hits: Hit[] = []
    const missing: Missing[] = []
    let matched = 0
    for (const find of finds) {
      const finding = find(window, subject, want, excluded)
      if (finding.matched) matched++
      hits.push(...finding.hits)
      missing.push(...finding.missing)
      if (want === 'first' && matched === count && count < finds.length) break
    }
    return matched >= count ? { matched: true, hits, missing: [] } : { matched: false, hits, missing }
  }
}

function linkNot(find: Find, label: string): Find {
  return (window, subject, want, excluded) => {
    const finding = find(window, subject, want, excluded)
    return finding.matched
      ? { matched: false, hits: finding.hits, missing: [{ label, phrases: [] }] }
      : { matched: true, hits: [], missing: [] }
  }
}

/** What is found inside something safe, in the same turn, does not count. */
function linkExcept(find: Find, safe: Find): Find {
  return excludeBy(find, safe, (hit, contexts) =>
    contexts.some(context => context.from <= hit.from && hit.to <= context.to)
  )
}
