import type { Accept, Scanner, Span } from './scanner.ts'
import { addFirst, addPair, createPairFilter, findPair } from './pair-filter.ts'
import { createEdges } from './trie-edges.ts'

// Stands for whatever single mark or blank the writer put between two Latin words; folding leaves no such unit.
const GAP = 1
const ROOT = 0

const END = 1
const GAP_FOLLOWS = 2

/**
 * Finds literal phrases in folded text, of those that begin at a place the longest. Phrases that share a beginning
 * share the way through a trie, so the time for a turn does not grow with their number. Latin words match on word
 * boundaries only, whichever one mark or blank separates them.
 */
export function createTrie(phrases: readonly string[]): Scanner {
  const edges = createEdges(phrases.reduce((sum, phrase) => sum + phrase.length, 0))
  const marks = new Uint8Array(edges.capacity)
  const filter = createPairFilter(phrases.length)
  for (const phrase of phrases) {
    let node = ROOT
    for (let i = 0; i < phrase.length; i++) {
      const unit = isGap(phrase, i) ? GAP : phrase.charCodeAt(i)
      if (unit === GAP) marks[node]! |= GAP_FOLLOWS
      node = edges.add(node, unit)
    }
    marks[node]! |= END
    const first = phrase.charCodeAt(0)
    if (phrase.length === 1 || isGap(phrase, 1)) addFirst(filter, first)
    else addPair(filter, first, phrase.charCodeAt(1))
  }

  /** Where the longest phrase ends that goes on from `node` at `i`; -1 for none. */
  function walk(text: string, from: number, i: number, node: number, accept: Accept | undefined): number {
    let best = -1
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if ((marks[node]! & GAP_FOLLOWS) !== 0 && !isLatin(unit)) {
        best = Math.max(best, walk(text, from, i + 1, edges.next(node, GAP), accept))
      }
      node = edges.next(node, unit)
      if (node < 0) break
      if ((marks[node]! & END) === 0 || i + 1 <= best || !endsWord(text, i)) continue
      if (!accept || accept(from, i + 1)) best = i + 1
    }
    return best
  }

  return {
    next(text, from, accept): Span | undefined {
      for (let i = findPair(text, from, filter); i >= 0; i = findPair(text, i + 1, filter)) {
        if (isLatin(text.charCodeAt(i)) && i > 0 && isWordUnit(text.charCodeAt(i - 1))) continue
        const to = walk(text, i, i, ROOT, accept)
        if (to >= 0) return { from: i, to }
      }
      return undefined
    }
  }
}

/** Whether the unit at a place of a folded phrase is the mark or blank between two Latin words. */
function isGap(phrase: string, i: number): boolean {
  if (i === 0 || i === phrase.length - 1) return false
  return isLatin(phrase.charCodeAt(i - 1)) && isLatin(phrase.charCodeAt(i + 1)) && separator.test(phrase[i]!)
}

const separator = /[^\p{L}\p{N}%‰℃+$¥€£]/u

/** Whether a unit of folded text is a Latin letter or a digit. */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)

const isWordUnit = (unit: number): boolean => isLatin(unit) || unit === 0x5f

function endsWord(text: string, i: number): boolean {
  return !isLatin(text.charCodeAt(i)) || i + 1 >= text.length || !isWordUnit(text.charCodeAt(i + 1))
}
