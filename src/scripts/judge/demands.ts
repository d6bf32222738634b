import type { CompiledCriterion } from '../../standard/standard.ts'
import { judgeDemand } from '../../standard/lint/phrases/forbidden.ts'
import { createStand } from '../../standard/lint/phrases/samples.ts'
import { requirementsOf } from '../../standard/lint/rules/contradictions.ts'
import { findBreaches, type Forbidding } from './breach.ts'
import type { Judged } from './judging.ts'
import { sayAmid } from './said.ts'

/** A part that must be said of which another standard leaves no wording. */
export interface Barred {
  readonly criterion: CompiledCriterion
  readonly words: readonly string[]
}

/** Tells what a standard forbids in a phrase; each phrase is looked at once. */
export type BansOn = (text: string) => ReadonlySet<CompiledCriterion>

export function createBans(forbidding: Forbidding): BansOn {
  const known = new Map<string, ReadonlySet<CompiledCriterion>>()
  return text => {
    let bans = known.get(text)
    if (!bans) {
      const said = sayAmid(text, { by: 'agent' })
      bans = new Set(findBreaches(forbidding, said).map(({ criterion }) => criterion))
      known.set(text, bans)
    }
    return bans
  }
}

/** The parts of a criterion, as it is written, that cannot be said without what another standard forbids. */
export function findBarred({ entry, written }: Judged, bansOn: BansOn): readonly Barred[] {
  const { lexicons = {}, vars = {} } = written.standard
  const stand = createStand(vars)
  return requirementsOf(entry).flatMap(({ source }) => {
    const touched = new Set<CompiledCriterion>()
    const note = (text: string): boolean => {
      for (const criterion of bansOn(text)) touched.add(criterion)
      return false
    }
    judgeDemand(source, note, lexicons, stand)
    // Only what forbids some phrase can forbid all of them.
    return [...touched].flatMap((criterion): readonly Barred[] => {
      const verdict = judgeDemand(source, text => bansOn(text).has(criterion), lexicons, stand)
      return verdict.extent === 'all' ? [{ criterion, words: verdict.names }] : []
    })
  })
}
