import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import { patternKeys, patternSchema, type PatternParts, type PatternSource } from '../pattern/source.ts'
import { reachExamples } from './reach.ts'
import { scopeKeys, type ScopeSource } from './scope.ts'

/** Which of an anchor's hits count. */
const nths = ['first', 'last', 'every', 'any'] as const
export type Nth = (typeof nths)[number] | number

/** The sides of an anchor on which something can be looked for, in the order in which they narrow one another. */
export const sides = ['after', 'before', 'around'] as const
export type Side = (typeof sides)[number]

/** The keys that tie a scope to something else that is said. */
export type AnchorKeys = { readonly [side in Side]?: AnchorSource | undefined }

/** An anchor as an object: something said, or the turns where another criterion found its evidence. */
export interface AnchorParts extends PatternParts, ScopeSource, AnchorKeys {
  readonly criterion?: string | undefined
  readonly is?: 'pass' | 'fail' | undefined
  readonly nth?: Nth | undefined
  readonly reach?: string | undefined
}

/** An anchor: a pattern, said by anyone, or an object. */
export type AnchorSource = PatternSource | AnchorParts

const anchorSchema: z.ZodType<AnchorSource> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.array(patternSchema).min(1),
      closed({
        ...scopeKeys,
        ...patternKeys,
        ...anchorKeys,
        criterion: z
          .string()
          .optional()
          .describe('Instead of a pattern: the turns where that criterion found its evidence.'),
        is: z.enum(['pass', 'fail']).optional().describe('Only when that criterion came out so.'),
        nth: z
          .union([z.enum(nths), z.int().min(1)])
          .optional()
          .describe('Which hit: first (default), last, its number; every: each must do; any: one is enough.'),
        reach: z
          .string()
          .optional()
          .describe(`How far from there: ${reachExamples}; else to the end or beginning.`)
      })
    ])
  )
  .meta({ id: 'anchor', description: 'Something said, by anyone unless `by` says otherwise.' })

/** The keys that tie a scope to an anchor. Words in the anchor's own turn are before or after it as they stand there. */
export const anchorKeys = {
  after: anchorSchema.optional().describe('Only what is said after this; where it never is, not applicable.'),
  before: anchorSchema.optional().describe('Only what is said before this.'),
  around: anchorSchema.optional().describe('Only what is said around this, its own turn included.')
}

/** An anchor as an object; a pattern alone has no further keys. */
export function anchorParts(source: AnchorSource): AnchorParts | undefined {
  return typeof source === 'string' || Array.isArray(source) ? undefined : (source as AnchorParts)
}
