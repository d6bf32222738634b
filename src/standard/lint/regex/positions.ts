import type { RegexNode } from './tree.ts'

/** A place in a regular expression that takes one character. */
export interface Position {
  /** What it takes, as a regular expression of its own: `您`, `[a-z]`, `\d`. */
  readonly set: string
  readonly node: RegexNode
}

/** A regular expression as a graph (Glushkov 1961): its positions, and which may follow which. */
export interface Positions {
  readonly list: readonly Position[]
  readonly first: readonly number[]
  readonly last: ReadonlySet<number>
  /** For each position those that may come next, with how many ways there are to get there. */
  readonly next: readonly ReadonlyMap<number, number>[]
}

interface Part {
  readonly nullable: boolean
  readonly first: readonly number[]
  readonly last: readonly number[]
}

// A bounded repeat of at least this many more is as good as an unbounded one: it is as slow long before its end.
const MANY = 10
// Beyond two copies neighbours repeat themselves.
const COPIES = 2

/**
 * Builds the graph. A repeat is written out twice at most and then loops, which keeps what may stand beside what,
 * though not how often. `undefined` when the expression has more than `most` positions.
 */
export function findPositions(tree: RegexNode, most: number): Positions | undefined {
  const list: Position[] = []
  const next: Map<number, number>[] = []
  const nothing: Part = { nullable: true, first: [], last: [] }

  function link(from: readonly number[], to: readonly number[]): void {
    for (const p of from) {
      const edges = next[p]!
      for (const q of to) edges.set(q, (edges.get(q) ?? 0) + 1)
    }
  }

  function join(a: Part, b: Part): Part {
    link(a.last, b.first)
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last
    }
  }

  function build(node: RegexNode): Part {
    if (list.length > most) return nothing
    switch (node.kind) {
      case 'empty':
        return nothing
      case 'set': {
        const index = list.push({ set: node.source, node }) - 1
        next.push(new Map())
        return { nullable: false, first: [index], last: [index] }
      }
      case 'sequence':
        return node.parts.map(build).reduce(join, nothing)
      case 'choice': {
        const parts = node.parts.map(build)
        return {
          nullable: parts.some(part => part.nullable),
          first: parts.flatMap(part => part.first),
          last: parts.flatMap(part => part.last)
        }
      }
      case 'repeat':
        return repeat(node)
    }
  }

  function repeat({ part, min, max }: Extract<RegexNode, { kind: 'repeat' }>): Part {
    const open = max - min >= MANY
    const needed = Math.min(min, COPIES)
    let whole = nothing
    let copy = nothing
    for (let i = 0; i < needed; i++) {
      copy = build(part)
      whole = join(whole, copy)
    }
    if (max === min || max === 0) return whole
    if (needed === 0 || !open) {
      const extra = build(part)
      if (open) link(extra.last, extra.first)
      return join(whole, { ...extra, nullable: true })
    }
    // The last copy that is needed loops: a+ is one position, not two.
    link(copy.last, copy.first)
    return whole
  }

  const { first, last } = build(tree)
  return list.length > most ? undefined : { list, first, last: new Set(last), next }
}
