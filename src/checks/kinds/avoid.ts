import * as z from 'zod'
import type { CheckKind } from '../check.ts'
import { compileSpoken, quoteAll, spokenWith, wordsOf } from '../spoken.ts'
import type { SpokenSource } from '../sources.ts'

type AvoidOptions = SpokenSource | (SpokenSource & { readonly max?: number | undefined })

/** Something must not be said, or at most `max` times; every hit beyond that is a breach. */
export const avoid: CheckKind<AvoidOptions> = {
  name: 'avoid',
  options: spokenWith({
    max: z.int().min(0).optional().describe('How many hits are tolerated; 0 by default.')
  }),
  compile(options, env) {
    const spoken = compileSpoken(options, env, [], 'agent')
    const max = (typeof options === 'object' && 'max' in options ? options.max : undefined) ?? 0

    return view => {
      const search = spoken.search(view, 'every')
      if (search.kind === 'closed') return search.outcome
      const { finding } = search
      if (!finding.matched || finding.hits.length <= max) return { status: 'pass', earned: 1, evidence: [] }
      return {
        status: 'fail',
        earned: 0,
        count: finding.hits.length - max,
        evidence: quoteAll(finding.hits),
        message: env.say('forbidden', { count: finding.hits.length, what: wordsOf(finding.hits) })
      }
    }
  }
}
