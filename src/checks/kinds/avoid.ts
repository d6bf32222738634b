import * as z from 'zod'
import type { CheckKind, CompileEnv } from '../check.ts'
import { compileSpoken, distinctHits, quoteAll, spokenWith, wordsOf, type Part } from '../spoken.ts'
import type { SpokenSource } from '../sources.ts'
import { dropTold } from '../told.ts'
import { bys, type By, type ContactView } from '../view.ts'

interface AvoidKeys {
  readonly max?: number | string | undefined
  readonly told_by?: By | undefined
}

type AvoidOptions = SpokenSource | (SpokenSource & AvoidKeys)

/** How many hits are tolerated in so many turns; `undefined` where a contact gives no usable figure. */
type Tolerance = (view: ContactView, turns: number) => number | undefined

/** Something must not be said, or at most `max` times or in `max` percent of turns; every hit beyond is a breach. */
export const avoid: CheckKind<AvoidOptions> = {
  name: 'avoid',
  options: spokenWith({
    max: z
      .union([z.int().min(0), z.string()])
      .optional()
      .describe(
        'How many hits are tolerated: a number, or a percentage of the turns in scope; 0 by default.'
      ),
    told_by: z
      .enum(bys)
      .optional()
      .describe('What this side has said before may be said after it: a number that is read back, a name.')
  }),
  compile(options, env) {
    const spoken = compileSpoken(options, env, [], 'agent')
    const keys: AvoidKeys =
      typeof options === 'object' && !Array.isArray(options) ? (options as AvoidKeys) : {}
    const { max = 0, told_by: toldBy } = keys
    const tolerance = compileTolerance(max, env)

    return view => {
      const search = spoken.search(view, 'every')
      if (search.kind === 'closed') return search.outcome
      const parts =
        toldBy === undefined
          ? search.parts
          : search.parts.map(part => ({
              ...part,
              finding: dropTold(part.finding, toldBy, spoken.pattern.captures, view)
            }))
      const tolerated = new Map(parts.map(part => [part, tolerance(view, part.window.length)]))
      if ([...tolerated.values()].includes(undefined)) {
        return { status: 'unknown', reason: env.say('badBound', { name: String(max) }) }
      }
      const excess = (part: Part): number => part.finding.hits.length - (tolerated.get(part) ?? 0)
      const broken = parts.filter(part => part.finding.matched && excess(part) > 0)
      if (broken.length === 0 || (spoken.quantifier === 'any' && broken.length < parts.length)) {
        return { status: 'pass', earned: 1, evidence: [] }
      }
      const hits = distinctHits(broken)
      const beyond = broken.reduce((sum, part) => sum + excess(part), 0)
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

function compileTolerance(max: number | string, env: CompileEnv): Tolerance {
  if (typeof max === 'number') return () => max
  const bound = env.bound(max, readTolerance, 'percent', ['max'])
  return (view, turns) => {
    const figure = bound(view)
    return figure && (figure.share ? Math.floor(figure.value * turns + 1e-9) : figure.value)
  }
}

/** A whole number, or a percentage as a share. */
function readTolerance(text: string): { readonly value: number; readonly share: boolean } | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim())
  if (!match) return undefined
  return match[2] === '%'
    ? { value: Number(match[1]) / 100, share: true }
    : { value: Number(match[1]), share: false }
}
