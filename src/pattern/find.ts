import { keepAll, type Excluded } from './finder.ts'
import type { Hit, Passage, Window } from './passage.ts'
import type { Finding, Subject, Want } from './pattern.ts'

/** What a node of a pattern becomes. `excluded` tells which hits do not count. */
export type Find = (window: Window, subject: Subject, want: Want, excluded: Excluded) => Finding

/** Finds what does not stand in some relation to what something else finds in the same turn. */
export function excludeBy(
  find: Find,
  other: Find,
  isRelated: (hit: Hit, others: readonly Hit[]) => boolean
): Find {
  return (window, subject, want, excluded) => {
    let seen: Passage | undefined
    let others: readonly Hit[] = []
    return find(window, subject, want, hit => {
      if (excluded(hit)) return true
      // Hits come turn by turn: the others of a turn are looked for once.
      if (hit.passage !== seen) {
        seen = hit.passage
        others = other([hit.passage], subject, 'every', keepAll).hits
      }
      return isRelated(hit, others)
    })
  }
}
