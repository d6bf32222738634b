import { childrenOf } from './ambiguity.ts'
import { kinds, kindsOf, type Kind } from './characters.ts'
import { findPositions, type Positions } from './positions.ts'
import type { RegexNode } from './tree.ts'

/** What of a regular expression can match folded text: all of it, none, or all but some parts. */
export type Reach =
  { readonly kind: 'all' | 'none' } | { readonly kind: 'parts'; readonly dead: readonly RegexNode[] }

const MOST_POSITIONS = 4000

/**
 * Whether an expression can match text as folding leaves it: lower case, no punctuation or blanks but a single mark
 * between two Latin letters or digits. Walks the graph of the expression and the rule of folding side by side.
 * Assertions are taken to hold, so "none" is certain. Parts that only ask for white space and may be left out are not
 * told: they do no harm.
 */
export function findReach(tree: RegexNode, flags: string): Reach {
  const positions = findPositions(tree, MOST_POSITIONS)
  if (!positions || positions.list.length === 0) return { kind: 'all' }
  const alive = findAlive(positions, flags)
  if (alive.size === 0) return { kind: 'none' }
  const nodes = new Map<RegexNode, boolean>()
  for (const [p, { node }] of positions.list.entries()) nodes.set(node, nodes.get(node) || alive.has(p))
  const dead = findDead(tree, node => nodes.get(node) ?? false)
  return dead.length === 0 ? { kind: 'all' } : { kind: 'parts', dead }
}

/** The positions that some match of folded text goes through. */
function findAlive({ list, first, last, next }: Positions, flags: string): ReadonlySet<number> {
  const width = kinds.length
  const possible = list.map(({ set }) => kindsOf(set, flags))
  const state = (p: number, kind: Kind): number => p * width + kinds.indexOf(kind)
  const after = (p: number, kind: Kind): number[] =>
    [...next[p]!.keys()].flatMap(q =>
      possible[q]!.filter(following => fits(kind, following)).map(following => state(q, following))
    )

  const before = new Map<number, number[]>()
  const reached = new Set<number>()
  const open = first.flatMap(p => possible[p]!.map(kind => state(p, kind)))
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (reached.has(from)) continue
    reached.add(from)
    for (const to of after(Math.floor(from / width), kinds[from % width]!)) {
      before.set(to, [...(before.get(to) ?? []), from])
      open.push(to)
    }
  }
  const useful = new Set<number>()
  const ends = [...reached].filter(s => last.has(Math.floor(s / width)))
  for (let to = ends.pop(); to !== undefined; to = ends.pop()) {
    if (useful.has(to)) continue
    useful.add(to)
    ends.push(...(before.get(to) ?? []))
  }
  return new Set([...useful].map(s => Math.floor(s / width)))
}

/** Folding leaves a mark only between two narrow characters. */
function fits(before: Kind, after: Kind): boolean {
  if (before === 'mark') return after === 'narrow'
  return after !== 'mark' || before === 'narrow'
}

/** The largest parts of which nothing can match. */
function findDead(node: RegexNode, isAlive: (node: RegexNode) => boolean): readonly RegexNode[] {
  const sets = setsOf(node)
  if (sets.length === 0) return []
  if (sets.some(isAlive)) return childrenOf(node).flatMap(child => findDead(child, isAlive))
  const harmless =
    canBeLeftOut(node) && sets.every(set => set.kind === 'set' && /^(?:\s|\\s)$/.test(set.source))
  return harmless ? [] : [node]
}

function canBeLeftOut(node: RegexNode): boolean {
  return node.kind === 'repeat' && (node.min === 0 || canBeLeftOut(node.part))
}

function setsOf(node: RegexNode): readonly RegexNode[] {
  return node.kind === 'set' ? [node] : childrenOf(node).flatMap(setsOf)
}
