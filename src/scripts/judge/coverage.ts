import type { ScriptContext } from '../rule.ts'
import type { Script } from '../script.ts'
import type { Coverage, CoverStatus } from './cover-status.ts'
import type { Judged, Judging } from './judging.ts'
import { judgingOf } from './name.ts'

/** Looks for a script for each criterion that asks for words; empty where nobody wants to know. */
export function measureCoverage(library: readonly Script[], context: ScriptContext): readonly Coverage[] {
  const cover = context.options.cover ?? 'all'
  if (cover === 'none') return []
  const judging = judgingOf(context)
  return judging.standards.map(standard => {
    const own = judging.criteria.filter(judged => judged.standard === standard)
    const scripts = library.filter(script => judging.applies(standard, script))
    return {
      standard,
      scripts: scripts.length,
      criteria: own
        .filter(({ asks }) => asks)
        .map(judged => ({ judged, status: statusOf(judged, scripts, judging, cover === 'declared') })),
      otherwise: own.filter(({ asks }) => !asks).length
    }
  })
}

function statusOf(
  judged: Judged,
  scripts: readonly Script[],
  judging: Judging,
  declaredOnly: boolean
): CoverStatus {
  const wanted = namesOf(judged)
  const declares = ({ satisfies }: Script): boolean => satisfies.some(name => wanted.has(name))
  const declared = scripts.filter(declares)
  const others = declaredOnly ? [] : scripts.filter(script => !declares(script))
  // Scripts that name a criterion most likely satisfy it.
  if (judging.covers([...declared, ...others], judged)) return 'covered'
  return judging.arises(scripts, judged) ? 'uncovered' : 'untold'
}

/** What a script may call a criterion under `satisfies`. */
function namesOf({ standard, criterion }: Judged): ReadonlySet<string> {
  return new Set([criterion.id, `${standard.id}/${criterion.id}`, ...criterion.clause])
}
