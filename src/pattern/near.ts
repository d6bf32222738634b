import { isWithin, type Apart } from './apart.ts'
import type { Hit, Passage } from './passage.ts'

/** A hit of one of the parts that must stand near each other. */
interface Place {
  readonly part: number
  readonly from: number
  readonly to: number
}

/**
 * The stretches of a turn in which every part has a hit, none over another, neighbours no further apart than that. A
 * stretch reaches from its first hit to its last; of those that begin at a place the first that is found going from
 * each hit to the next nearest; stretches do not overlap.
 */
export function findTogether(
  passage: Passage,
  parts: readonly (readonly Hit[])[],
  apart: Apart,
  ordered: boolean,
  once: boolean
): readonly Hit[] {
  const places = parts
    .flatMap((hits, part) => hits.map(({ from, to }): Place => ({ part, from, to })))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const all = 2 ** parts.length - 1
  // Ways on that led nowhere before: from this place, with these parts found.
  const failed = new Set<number>()

  /** Where the stretch ends that goes on from a place; -1 when it cannot be completed. */
  function complete(at: number, found: number): number {
    const { to } = places[at]!
    if (found === all) return to
    const key = at * (all + 1) + found
    if (failed.has(key)) return -1
    for (let next = at + 1; next < places.length; next++) {
      const place = places[next]!
      if (place.from < to) continue
      if (!isWithin(passage.turn.text, to, place.from, apart)) break
      if (
        (found & (1 << place.part)) !== 0 ||
        (ordered && place.part > 0 && !(found & (1 << (place.part - 1))))
      ) {
        continue
      }
      const end = complete(next, found | (1 << place.part))
      if (end >= 0) return end
    }
    failed.add(key)
    return -1
  }

  const hits: Hit[] = []
  let covered = 0
  for (const [at, { part, from }] of places.entries()) {
    if (from < covered || (ordered && part !== 0)) continue
    const to = complete(at, 1 << part)
    if (to < 0) continue
    hits.push({ passage, from, to })
    if (once) break
    covered = to
  }
  return hits
}

/** Excludes what has one of the hits within a distance of it, on either side. */
export function isBeside(hit: Hit, others: readonly Hit[], apart: Apart): boolean {
  const { text } = hit.passage.turn
  return others.some(other => {
    if (other.to <= hit.from) return isWithin(text, other.to, hit.from, apart)
    if (hit.to <= other.from) return isWithin(text, hit.to, other.from, apart)
    return true
  })
}
