import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'

/** The keys of a pattern written as an object. Several keys together must all hold. */
export interface PatternParts {
  readonly any?: PatternSource | undefined
  readonly all?: readonly PatternSource[] | undefined
  readonly at_least?: number | undefined
  readonly of?: readonly PatternSource[] | undefined
  readonly not?: PatternSource | undefined
  /** What is found inside one of these does not count. */
  readonly except?: PatternSource | undefined
}

/**
 * A pattern as it is written in a standard: a phrase, `/regex/`, `$lexicon`, a list (any of them), or an object.
 */
export type PatternSource = string | readonly PatternSource[] | PatternParts

export const patternSchema: z.ZodType<PatternSource> = z
  .lazy(() => z.union([z.string(), z.array(patternSchema).min(1), closed(patternKeys)]))
  .meta({ id: 'pattern', description: 'A phrase, /regex/, $lexicon, a list (any of them), or an object.' })

/** The keys of a pattern object, to be spread into checks that carry a pattern. */
export const patternKeys = {
  any: patternSchema.optional().describe('One of these is enough.'),
  all: z.array(patternSchema).min(1).optional().describe('Each of these, anywhere in the scope.'),
  at_least: z.int().min(1).optional().describe('How many of `of`.'),
  of: z.array(patternSchema).min(1).optional().describe('The patterns that `at_least` counts.'),
  not: patternSchema.optional().describe('None of these.'),
  except: patternSchema.optional().describe('What is found inside one of these does not count.')
}
