import { formatApart, type Apart } from './apart.ts'
import type { Entity } from './entities/entity.ts'
import type { Manner } from './manner.ts'

/** A pattern after its names are resolved and its phrases are turned into regular expressions. */
export type PatternNode =
  | {
      readonly kind: 'text'
      readonly label: string
      readonly source: string
      readonly flags: string
      /** Sees the text as it was written, not folded. */
      readonly original: boolean
      /** The phrase, when it is one; empty for regular expressions. */
      readonly phrases: readonly string[]
      /** The folded phrase, when it is one without gaps. */
      readonly literal?: string | undefined
      /** The same expression for long texts, when it is the user's. */
      readonly guarded?: string | undefined
      /** The source with its group names, when it has any; `source` itself names none. */
      readonly named?: string | undefined
    }
  | {
      readonly kind: 'compared'
      readonly label: string
      readonly phrase: string
      readonly manner: Manner
    }
  | {
      readonly kind: 'slot'
      readonly label: string
      /** The phrase with its `{name}` places still open. */
      readonly template: string
      readonly names: readonly string[]
      /** When a name has no value: leave this part out instead of missing it. */
      readonly optional: boolean
      readonly manner?: Manner | undefined
    }
  | { readonly kind: 'entity'; readonly label: string; readonly entity: Entity }
  | { readonly kind: 'any'; readonly label: string; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'all'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'least'; readonly count: number; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'not'; readonly part: PatternNode }
  | {
      readonly kind: 'near'
      readonly parts: readonly PatternNode[]
      readonly apart: Apart
      readonly ordered: boolean
    }
  /** What is found with `from` within a distance of it does not count. */
  | { readonly kind: 'far'; readonly part: PatternNode; readonly from: PatternNode; readonly apart: Apart }
  | { readonly kind: 'except'; readonly part: PatternNode; readonly except: PatternNode }

/** How a pattern is called in messages: short lists in full, long ones cut with their size. */
export function labelOf(node: PatternNode): string {
  switch (node.kind) {
    case 'text':
    case 'compared':
    case 'slot':
    case 'entity':
    case 'any':
      return node.label
    case 'all':
      return node.parts.map(labelOf).join(' + ')
    case 'least':
      return `${node.count}/${node.parts.length}: ${listLabels(node.parts)}`
    case 'not':
      return `¬(${labelOf(node.part)})`
    case 'near':
      return `${node.parts.map(labelOf).join(node.ordered ? ' → ' : ' ~ ')} (≤ ${formatApart(node.apart)})`
    case 'far':
    case 'except':
      return labelOf(node.part)
  }
}

const SHOWN = 4
const LONGEST = 32

/** Names the first parts of a list. Phrases come before regular expressions, which say little to most readers. */
export function listLabels(parts: readonly PatternNode[]): string {
  const isRegex = (part: PatternNode): boolean => part.kind === 'text' && part.phrases.length === 0
  const ordered = [...parts.filter(part => !isRegex(part)), ...parts.filter(isRegex)]
  const shown = ordered.slice(0, SHOWN).map(part => shorten(labelOf(part)))
  return parts.length > SHOWN ? `${shown.join(' / ')} / … (${parts.length})` : shown.join(' / ')
}

function shorten(label: string): string {
  return label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label
}
