import type { Hints } from './prefilter.ts'
import { seamOf, originalRange, type Hit, type Passage, type Window } from './passage.ts'

/** Finds one text (a phrase, a set of phrases, a regular expression) in turns. */
export interface Finder {
  /** Whether turns with these hints can hold no hit. */
  isHopeless(hints: Hints): boolean
  /** Hits in one turn; at most one when `once`. */
  inPassage(passage: Passage, once: boolean): readonly Hit[]
}

const none: readonly Hit[] = []

/** `ticket` is what a prefilter knows the text by, if it does; turns it marks as hopeless are not looked at. */
export function createFinder(
  source: string,
  flags: string,
  original: boolean,
  ticket: number | undefined
): Finder {
  // Testing first is cheap: most turns hold no hit, and `exec` pays for its result.
  const tester = new RegExp(source, flags)
  const scanner = new RegExp(source, `${flags}g`)
  const word = ticket === undefined ? -1 : ticket >> 5
  const bit = ticket === undefined ? 0 : 1 << (ticket & 31)

  return {
    isHopeless: hints => word >= 0 && (hints[word]! & bit) === 0,
    inPassage(passage, once) {
      if (word >= 0 && passage.hints && (passage.hints[word]! & bit) === 0) return none
      const text = original ? passage.turn.text : passage.folded
      if (!tester.test(text)) return none
      const hits: Hit[] = []
      scanner.lastIndex = 0
      for (let match = scanner.exec(text); match !== null; match = scanner.exec(text)) {
        const end = match.index + match[0].length
        if (match[0] === '') {
          scanner.lastIndex++
          continue
        }
        const [from, to] = original ? [match.index, end] : originalRange(passage, match.index, end)
        hits.push({ passage, from, to })
        if (once) break
      }
      return hits
    }
  }
}

/** Hits of a finder over a window; a phrase may be spread over two messages when only one hit is wanted. */
export function findInWindow(
  finder: Finder,
  window: Window,
  once: boolean,
  excluded: (hit: Hit) => boolean
): readonly Hit[] {
  const hopeless = window.hints !== undefined && finder.isHopeless(window.hints)
  let found: Hit[] | undefined
  if (!hopeless)
    for (const passage of window) {
      for (const hit of finder.inPassage(passage, false)) {
        if (excluded(hit)) continue
        if (once) return [hit]
        ;(found ??= []).push(hit)
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
