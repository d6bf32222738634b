import * as z from 'zod'
import type { CheckKind } from '../check.ts'
import { compileSpoken, distinctHits, quoteAll, spokenWith, wordsOf, type Part } from '../spoken.ts'
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
    const breaks = ({ finding }: Part): boolean => finding.matched && finding.hits.length > max

    return view => {
      const search = spoken.search(view, 'every')
      if (search.kind === 'closed') return search.outcome
      const broken = search.parts.filter(breaks)
      if (broken.length === 0 || (spoken.quantifier === 'any' && broken.length < search.parts.length)) {
        return { status: 'pass', earned: 1, evidence: [] }
      }
      const hits = distinctHits(broken)
      const beyond = broken.reduce((sum, { finding }) => sum + finding.hits.length - max, 0)
      return {
        status: 'fail',
        earned: 0,
        count: Math.min(hits.length, beyond),
        evidence: quoteAll(hits),
        message: env.say('forbidden', { count: hits.length, what: wordsOf(hits) })
      }
    }
  }
}
