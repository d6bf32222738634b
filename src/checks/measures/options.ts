import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { patternKeys, patternSchema, type PatternParts, type PatternSource } from '../../pattern/source.ts'
import { scopeKeys, type ScopeSource } from '../scope.ts'
import { bys, type By } from '../view.ts'
import { gradesSchema, type GradeSource } from './grades.ts'
import { measures } from './index.ts'

/** What excuses a value: something said shortly before it. */
export interface ExcuseSource extends PatternParts {
  readonly by?: By | undefined
  readonly reach?: number | undefined
}

type BoundSource = string | number

/** The options of `measure`: one quantity by its name, its bounds, and how to look at it. */
export interface MeasureOptions extends ScopeSource {
  readonly [quantity: string]: unknown
  readonly min?: BoundSource | undefined
  readonly max?: BoundSource | undefined
  readonly within?: BoundSource | undefined
  readonly grades?: readonly GradeSource[] | undefined
  readonly over?: BoundSource | undefined
  readonly delay?: BoundSource | undefined
  readonly from?: 'first' | 'last' | undefined
  readonly started_by?: PatternSource | undefined
  readonly skip_under?: number | undefined
  readonly unless?: ExcuseSource | undefined
}

// How far back an excuse such as "one moment, please" may lie: it, the customer's "fine", and one more.
export const EXCUSE_REACH = 3

// A bare number lacks its unit; it is taken here so that the message can say which units there are.
const bound = z.union([z.string(), z.number()])

const quantityKeys = Object.fromEntries(
  measures.map(measure => [measure.name, z.enum(measure.choices).optional().describe(measure.help)])
)

export const measureSchema: z.ZodType<MeasureOptions> = closed({
  ...quantityKeys,
  min: bound.optional().describe('Lower bound: 2s, 80 chars/min, 40%, 3; for share, the least part.'),
  max: bound.optional().describe('Upper bound: 30s, 7 chars/s, 60%, 5.'),
  within: bound.optional().describe('For share: the bound that counts as kept.'),
  grades: gradesSchema
    .optional()
    .describe('What a figure earns by its size; without min and max, only what earns 100% passes.'),
  ...scopeKeys,
  over: bound.optional().describe('Only times longer than this are counted.'),
  delay: bound.optional().describe('Overlap from which on it is an interruption; 1s by default.'),
  from: z
    .enum(['first', 'last'])
    .optional()
    .describe('Whether the wait in a chat runs from the first unanswered message (default) or the last.'),
  started_by: patternSchema.optional().describe('What the agent says before putting the customer on hold.'),
  skip_under: z.int().min(1).optional().describe('Turns of fewer characters, or words, do not count.'),
  unless: closed({
    by: z.enum(bys).optional().describe('Who says it; the agent by default.'),
    ...patternKeys,
    reach: z
      .int()
      .min(1)
      .optional()
      .describe(
        `How many turns back it may lie; ${EXCUSE_REACH} by default, for interruptions and lengths none but the turn itself.`
      )
  })
    .optional()
    .describe('Said shortly before, or in the interrupting turn: then the value does not count.')
})
