import type { Hints } from './prefilter.ts'
import { seamOf, originalRange, type Hit, type Passage, type Window } from './passage.ts'
import { scanAll, type Accept, type Scanner } from './scanner.ts'

/** Finds something in turns. */
export interface Finder {
  /** Whether turns with these hints can hold no hit; known only of what a prefilter knows. */
  readonly isHopeless?: ((hints: Hints) => boolean) | undefined
  /** Hits in one turn, in order; one will do when `once`. */
  inPassage(passage: Passage, once: boolean): readonly Hit[]
}

/** Says that what was found does not count. */
export type Excluded = (hit: Hit) => boolean

export const keepAll: Excluded = () => false

const none: readonly Hit[] = []

export interface FinderOptions {
  /** Looks at the text as it was written, not folded. */
  readonly original?: boolean
  /** What a prefilter knows the texts by, if it does; turns it marks as hopeless are not looked at. */
  readonly ticket?: number | undefined
  /** Which stretches of a folded turn count. */
  readonly accept?: (passage: Passage) => Accept
}

export function createFinder(
  scanner: Scanner,
  { original = false, ticket, accept }: FinderOptions = {}
): Finder {
  const word = ticket === undefined ? -1 : ticket >> 5
  const bit = ticket === undefined ? 0 : 1 << (ticket & 31)

  return {
    isHopeless: word < 0 ? undefined : hints => (hints[word]! & bit) === 0,
    inPassage(passage, once) {
      if (word >= 0 && passage.hints && (passage.hints[word]! & bit) === 0) return none
      const text = original ? passage.turn.text : passage.folded
      const spans = scanAll(scanner, text, once, accept?.(passage))
      if (spans.length === 0) return none
      return spans.map(span => {
        const [from, to] = original ? [span.from, span.to] : originalRange(passage, span.from, span.to)
        return { passage, from, to }
      })
    }
  }
}

/** Hits of a finder over a window; a phrase may be spread over two messages when only one hit is wanted. */
export function findInWindow(
  finder: Finder,
  window: Window,
  once: boolean,
  excluded: Excluded
): readonly Hit[] {
  let found: Hit[] | undefined
  // Whoever takes any hit need not know of the others.
  const anyWillDo = once && excluded === keepAll
  if (!window.hints || !finder.isHopeless?.(window.hints)) {
    for (const passage of window) {
      for (const hit of finder.inPassage(passage, anyWillDo)) {
        if (excluded(hit)) continue
        if (once) return [hit]
        ;(found ??= []).push(hit)
      }
    }
  }
  if (found || !once) return found ?? none
  for (let i = 1; i < window.length; i++) {
    const [before, after] = [window[i - 1]!, window[i]!]
    if (after.index !== before.index + 1 || after.turn.by !== before.turn.by) continue
    const hits = acrossSeam(finder, before, after)
    if (hits.length > 0 && !hits.some(excluded)) return hits
  }
  return none
}

/** A hit that begins in one turn and ends in the next of the same speaker, as one hit for each of them. */
function acrossSeam(finder: Finder, before: Passage, after: Passage): readonly Hit[] {
  const { passage, cut, seam } = seamOf(before, after)
  const across = finder.inPassage(passage, false).find(hit => hit.from < seam && hit.to > seam + 1)
  if (!across) return none
  return [
    { passage: before, from: across.from + cut, to: before.turn.text.length },
    { passage: after, from: 0, to: across.to - seam - 1 }
  ]
}
