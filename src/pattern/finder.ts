import { foldWithOffsets } from '../text/fold.ts'
import { originalRange, type Hit, type Passage, type Window } from './passage.ts'

/** Finds one text (a phrase, a set of phrases, a regular expression) in turns. */
export interface Finder {
  /** Hits in one turn; at most one when `once`. */
  inPassage(passage: Passage, once: boolean): readonly Hit[]
  /** A hit that begins in one turn and ends in the next of the same speaker, as one hit for each of them. */
  acrossSeam(before: Passage, after: Passage): readonly Hit[]
}

const none: readonly Hit[] = []
// Longer phrases than this are not looked for across two messages.
const SEAM = 60

export function createFinder(source: string, flags: string, original: boolean): Finder {
  // Testing first is cheap: most turns hold no hit, and `exec` pays for its result.
  const tester = new RegExp(source, flags)
  const scanner = new RegExp(source, `${flags}g`)

  function inPassage(passage: Passage, once: boolean): readonly Hit[] {
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

  function acrossSeam(before: Passage, after: Passage): readonly Hit[] {
    if (original) return none
    const cut = Math.max(0, before.turn.text.length - SEAM)
    const written = `${before.turn.text.slice(cut)} ${after.turn.text.slice(0, SEAM)}`
    const seam = before.turn.text.length - cut
    const folded = foldWithOffsets(written)
    if (!tester.test(folded.text)) return none
    scanner.lastIndex = 0
    for (let match = scanner.exec(folded.text); match !== null; match = scanner.exec(folded.text)) {
      if (match[0] === '') return none
      const [from, to] = folded.original(match.index, match.index + match[0].length)
      if (from < seam && to > seam) {
        return [
          { passage: before, from: from + cut, to: before.turn.text.length },
          { passage: after, from: 0, to: to - seam - 1 }
        ]
      }
    }
    return none
  }

  return { inPassage, acrossSeam }
}

/** Hits of a finder over a window; a phrase may be spread over two messages when only one hit is wanted. */
export function findInWindow(
  finder: Finder,
  window: Window,
  once: boolean,
  excluded: (hit: Hit) => boolean
): readonly Hit[] {
  let found: Hit[] | undefined
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
    const hits = finder.acrossSeam(before, after)
    if (hits.length > 0 && !hits.some(excluded)) return hits
  }
  return none
}
