import { overlap } from './characters.ts'
import { findPositions, type Positions } from './positions.ts'
import type { RegexNode } from './tree.ts'

// Larger expressions, and larger loops in them, are not looked at: the pairs of a loop's positions are.
const MOST_POSITIONS = 4000
const MOST_IN_LOOP = 60

/**
 * The part of a regular expression that can match one text in exponentially many ways, which a backtracking engine
 * tries one by one: a repeat within a repeat as in `(a+)+`, or alternatives that overlap under a repeat as in
 * `(a|ab|b)*`. Decided as in Weber and Seidl, "On the degree of ambiguity of finite automata" (1991): a loop is
 * exponential when the same text leads from a position to itself in two ways. `undefined` when there is none, or
 * when the expression is too large to look at.
 */
export function findAmbiguity(tree: RegexNode, flags: string): RegexNode | undefined {
  const positions = findPositions(tree, MOST_POSITIONS)
  if (!positions) return undefined
  for (const loop of findLoops(positions.list.length, p => positions.next[p]!.keys())) {
    if (loop.length > MOST_IN_LOOP) continue
    if (isAmbiguous(loop, positions, flags)) return enclosing(tree, loop, positions)
  }
  return undefined
}

function isAmbiguous(loop: readonly number[], { list, next }: Positions, flags: string): boolean {
  const inside = new Set(loop)
  const edges = loop.map(p => [...next[p]!].filter(([q]) => inside.has(q)))
  // Two ways from one position to the next: two repeats loop over the same part.
  if (edges.some(targets => targets.some(([, ways]) => ways > 1))) return true

  const size = loop.length
  const placeOf = new Map(loop.map((p, i) => [p, i]))
  const known = new Map<string, boolean>()
  const meets = (p: number, q: number): boolean => {
    const [a, b] = [list[p]!.set, list[q]!.set]
    if (p === q || a === b) return true
    const key = `${a}\n${b}`
    const found = known.get(key) ?? overlap(a, b, flags)
    known.set(key, found)
    return found
  }
  // Pairs of positions that the same text can lead to, starting from one position.
  const pairEdges = (pair: number): Iterable<number> => {
    const [i, j] = [Math.floor(pair / size), pair % size]
    const found: number[] = []
    for (const [p] of edges[i]!)
      for (const [q] of edges[j]!) if (meets(p, q)) found.push(placeOf.get(p)! * size + placeOf.get(q)!)
    return found
  }
  const isDiagonal = (pair: number): boolean => Math.floor(pair / size) === pair % size
  return findLoops(size * size, pairEdges).some(pairs => pairs.some(isDiagonal) && !pairs.every(isDiagonal))
}

/** The outermost repeat around a loop: the part to change. */
function enclosing(tree: RegexNode, loop: readonly number[], { list }: Positions): RegexNode {
  const nodes = loop.map(p => list[p]!.node)
  const holds = (node: RegexNode): boolean => nodes.every(n => node.from <= n.from && n.to <= node.to)
  let found: RegexNode | undefined = tree
  while (found && found.kind !== 'repeat') found = childrenOf(found).find(holds)
  return found ?? tree
}

export function childrenOf(node: RegexNode): readonly RegexNode[] {
  if (node.kind === 'repeat') return [node.part]
  return node.kind === 'sequence' || node.kind === 'choice' ? node.parts : []
}

/** The loops of a graph: its strongly connected components that hold an edge (Tarjan 1972, without recursion). */
function findLoops(size: number, edgesOf: (from: number) => Iterable<number>): number[][] {
  const index = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const open = new Uint8Array(size)
  const stack: number[] = []
  const loops: number[][] = []
  let count = 0

  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue
    const path = [enter(root)]
    while (path.length > 0) {
      const top = path.at(-1)!
      const step = top.edges.next()
      if (!step.done) {
        const to = step.value
        if (to === top.node) top.selfLoop = true
        if (index[to] === -1) path.push(enter(to))
        else if (open[to]) low[top.node] = Math.min(low[top.node]!, index[to]!)
        continue
      }
      path.pop()
      const below = path.at(-1)
      if (below) low[below.node] = Math.min(low[below.node]!, low[top.node]!)
      if (low[top.node] !== index[top.node]) continue
      const component: number[] = []
      for (let node = -1; node !== top.node;) {
        node = stack.pop()!
        open[node] = 0
        component.push(node)
      }
      if (component.length > 1 || top.selfLoop) loops.push(component)
    }
  }
  return loops

  function enter(node: number): { node: number; edges: Iterator<number>; selfLoop: boolean } {
    index[node] = low[node] = count++
    stack.push(node)
    open[node] = 1
    return { node, edges: edgesOf(node)[Symbol.iterator](), selfLoop: false }
  }
}
