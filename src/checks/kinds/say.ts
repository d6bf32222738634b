import * as z from 'zod'
import type { Evidence } from '../../model/evaluation.ts'
import { describeMissing } from '../../pattern/nearest.ts'
import type { Window } from '../../pattern/passage.ts'
import type { Finding } from '../../pattern/pattern.ts'
import type { CheckKind } from '../check.ts'
import { compileSpoken, quoteAll, spokenWith } from '../spoken.ts'
import type { SpokenSource } from '../sources.ts'

type SayOptions = SpokenSource | (SpokenSource & { readonly min?: number | undefined })

/** Something must be said, at least once or `min` times. */
export const say: CheckKind<SayOptions> = {
  name: 'say',
  options: spokenWith({ min: z.int().min(1).optional().describe('How often at least; 1 by default.') }),
  compile(options, env) {
    const spoken = compileSpoken(options, env, [], 'agent')
    const min = (typeof options === 'object' && 'min' in options ? options.min : undefined) ?? 1

    return view => {
      const search = spoken.search(view, min === 1 ? 'first' : 'every')
      if (search.kind === 'closed') return search.outcome
      const { finding, window } = search
      if (!finding.matched) {
        const what = finding.missing.map(part => part.label).join('; ')
        const evidence = missingEvidence(finding, window)
        return { status: 'fail', earned: 0, count: 1, evidence, message: env.say('missing', { what }) }
      }
      const evidence = quoteAll(finding.hits)
      if (finding.hits.length < min && min > 1) {
        const message = env.say('tooFew', { count: finding.hits.length, min, what: spoken.pattern.label })
        return { status: 'fail', earned: 0, count: 1, evidence, message }
      }
      return { status: 'pass', earned: 1, evidence }
    }
  }
}

/** What was missing, with the nearest misses, and then what was there. */
export function missingEvidence(finding: Finding, window: Window): readonly Evidence[] {
  return [...finding.missing.map(part => describeMissing(part, window)), ...quoteAll(finding.hits)]
}
