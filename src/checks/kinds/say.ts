import * as z from 'zod'
import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { describeMissing } from '../../pattern/nearest.ts'
import type { Window } from '../../pattern/passage.ts'
import type { Finding } from '../../pattern/pattern.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { quotePlace } from '../places.ts'
import { compileSpoken, distinctHits, quoteAll, spokenWith, type Part } from '../spoken.ts'
import type { SpokenSource } from '../sources.ts'
import { describeStretch, isCutOff } from '../stretch.ts'
import type { ContactView } from '../view.ts'

type SayOptions = SpokenSource | (SpokenSource & { readonly min?: number | undefined })

// Evidence of this many failures is enough to see what went wrong; the count tells of the others.
const SHOWN = 20

/** Something must be said, at least once or `min` times; with anchors, at each of their hits or at one of them. */
export const say: CheckKind<SayOptions> = {
  name: 'say',
  options: spokenWith({ min: z.int().min(1).optional().describe('How often at least; 1 by default.') }),
  compile(options, env) {
    const spoken = compileSpoken(options, env, [], 'agent')
    const min = (typeof options === 'object' && 'min' in options ? options.min : undefined) ?? 1
    const holds = ({ finding }: Part): boolean => finding.matched && (min === 1 || finding.hits.length >= min)

    return view => {
      const search = spoken.search(view, min === 1 ? 'first' : 'every')
      if (search.kind === 'closed') return search.outcome
      const parts = search.parts.filter(({ stretch }) => !isCutOff(stretch, spoken.by, view))
      if (parts.length === 0) return { status: 'na', reason: env.say('leftBefore') }
      const failed = parts.filter(part => !holds(part))
      if (failed.length === 0 || (spoken.quantifier === 'any' && failed.length < parts.length)) {
        return { status: 'pass', earned: 1, evidence: quoteAll(distinctHits(parts.filter(holds))) }
      }
      return fail(failed, parts.length, { min, label: spoken.pattern.label }, view, env)
    }
  }
}

function fail(
  failed: readonly Part[],
  of: number,
  { min, label }: { readonly min: number; readonly label: string },
  view: ContactView,
  env: CompileEnv
): Outcome {
  const [{ finding, stretch }] = failed as readonly [Part, ...Part[]]
  const where = describeStretch(stretch, env.say)
  const what = finding.matched ? label : finding.missing.map(part => part.label).join('; ')
  const short = { count: finding.hits.length, min, what }
  const slip = finding.matched ? env.say('tooFew', short) : env.say('missing', { what })
  const message = where === '' ? slip : env.say('located', { where, slip })
  return {
    status: 'fail',
    earned: 0,
    count: failed.length,
    evidence: failed.slice(0, SHOWN).flatMap(part => failedEvidence(part, view)),
    message: of === 1 ? message : env.say('times', { message, failed: failed.length, of })
  }
}

/** The anchors, and what was or was not there. */
function failedEvidence({ finding, window, stretch }: Part, view: ContactView): readonly Evidence[] {
  const anchors = stretch.marks.flatMap(mark => quotePlace(mark.place, view.passages))
  return [...anchors, ...(finding.matched ? quoteAll(finding.hits) : missingEvidence(finding, window))]
}

/** What was missing, with the nearest misses, and then what was there. */
export function missingEvidence(finding: Finding, window: Window): readonly Evidence[] {
  return [...finding.missing.map(part => describeMissing(part, window)), ...quoteAll(finding.hits)]
}
