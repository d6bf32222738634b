import type { Find } from './find.ts'
import { isBySound, linkCompared, linkTexts } from './link-leaf.ts'
import { mannerKey } from './manner.ts'
import type { PatternNode } from './node.ts'
import type { Hit } from './passage.ts'
import type { Finding } from './pattern.ts'
import type { Prefilter } from './prefilter.ts'
import { groupOf } from './text-finder.ts'

/** What the parts of a pattern are linked with. */
export interface Linking {
  readonly prefilter: Prefilter | undefined
  /** Whether all hits are wanted, also those over each other: of contexts, and of what must stand near something. */
  readonly everyHit: boolean
}

/** Phrases and expressions that can be looked for in one go become one finder, however many they are. */
export function linkAny(
  node: Extract<PatternNode, { kind: 'any' }>,
  linking: Linking,
  linkPart: (part: PatternNode) => Find
): Find {
  const groups = groupParts(node.parts, linking)
  const finds = groups.map(group => linkGroup(group, node.label, linking, linkPart))
  const [only, ...others] = groups.map(([first]) => first.kind)
  if (others.length === 0 && (only === 'text' || only === 'compared')) return finds[0]!
  const parts = groups.flat()
  const phrases = parts.flatMap(part =>
    part.kind === 'text' ? part.phrases : part.kind === 'compared' ? [part.phrase] : []
  )
  const sound = parts.length > 0 && parts.every(isBySound)
  const missed: Finding = { matched: false, hits: [], missing: [{ label: node.label, phrases, sound }] }
  return (window, subject, want, excluded) => {
    const hits: Hit[] = []
    let matched = false
    for (const find of finds) {
      const finding = find(window, subject, want, excluded)
      if (!finding.matched) continue
      if (want === 'first') return finding
      matched = true
      hits.push(...finding.hits)
    }
    return matched ? { matched, hits: linking.everyHit ? hits : keepApart(hits), missing: [] } : missed
  }
}

type Group = readonly [PatternNode, ...PatternNode[]]

function groupParts(parts: readonly PatternNode[], { everyHit }: Linking): readonly Group[] {
  const groups = new Map<string | PatternNode, [PatternNode, ...PatternNode[]]>()
  for (const part of flatten(parts)) {
    // Expressions that are run as one give one hit where several of them match.
    const isAlone = everyHit && part.kind === 'text' && part.phrases.length === 0
    const key = isAlone ? part : keyOf(part)
    const group = groups.get(key)
    if (group) group.push(part)
    else groups.set(key, [part])
  }
  // Texts first: they cost least, and one of them may do.
  const all = [...groups.values()]
  const isText = ([first]: Group): boolean => first.kind === 'text'
  return [...all.filter(isText), ...all.filter(group => !isText(group))]
}

function keyOf(part: PatternNode): string | PatternNode {
  if (part.kind === 'text') return groupOf(part)
  return part.kind === 'compared' ? mannerKey(part.manner) : part
}

function flatten(parts: readonly PatternNode[]): readonly PatternNode[] {
  return parts.flatMap(part => (part.kind === 'any' ? flatten(part.parts) : [part]))
}

function linkGroup(
  group: Group,
  label: string,
  { prefilter }: Linking,
  linkPart: (part: PatternNode) => Find
): Find {
  switch (group[0].kind) {
    case 'text':
      return linkTexts(
        group.filter(part => part.kind === 'text'),
        label,
        prefilter
      )
    case 'compared':
      return linkCompared(
        group.filter(part => part.kind === 'compared'),
        label
      )
    default:
      return linkPart(group[0])
  }
}

/** Hits in order; what one part of a list finds inside what another found counts once. */
function keepApart(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = []
  for (const hit of [...hits].sort(inOrder)) {
    const last = kept.at(-1)
    if (last?.passage !== hit.passage || last.to <= hit.from) kept.push(hit)
  }
  return kept
}

function inOrder(a: Hit, b: Hit): number {
  return a.passage.index - b.passage.index || a.from - b.from || b.to - a.to
}
