import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { patternKeys, patternSchema, type PatternParts, type PatternSource } from '../../pattern/source.ts'
import { anchorKeys, type AnchorKeys } from '../anchor-source.ts'
import { reachExamples } from '../reach.ts'
import { bys, type By } from '../view.ts'
import { waitExamples } from './wait.ts'

/** What a step is: something said, or the end of the contact. */
export interface DeedParts extends PatternParts {
  readonly by?: By | undefined
  readonly event?: 'hangup' | undefined
}

export interface StepParts extends DeedParts {
  readonly one_of?: readonly (PatternSource | DeedParts)[] | undefined
  readonly wait?: string | undefined
  readonly within?: string | undefined
  readonly optional?: boolean | undefined
  readonly title?: string | undefined
}

/** A step as written; a pattern alone is said by the agent. */
export type StepSource = PatternSource | StepParts

/**
 * How strictly steps keep their order. `forward`: each is looked for behind the one before. `strict`: besides, nothing
 * of a later step is said before an earlier one. `loose`: all are there, in any order.
 */
export const orders = ['forward', 'strict', 'loose'] as const
export type Order = (typeof orders)[number]

export interface StepsParts extends AnchorKeys {
  readonly of: readonly StepSource[]
  readonly order?: Order | undefined
  readonly partial?: boolean | undefined
  readonly interrupted_by?: InterruptionSource | undefined
}

/** Who comes back, by any word at all or by words that count as such. */
export type InterruptionSource = By | (PatternParts & { readonly by?: By | undefined })

export type StepsSource = readonly StepSource[] | StepsParts

const deedKeys = {
  by: z.enum(bys).optional().describe('Who does it: agent (default), customer, ...; of a hang-up, anyone.'),
  event: z.enum(['hangup']).optional().describe('Instead of something said: the end of the contact.'),
  ...patternKeys
}

const stepSchema: z.ZodType<StepSource> = z
  .union([
    z.string(),
    z.array(patternSchema).min(1),
    closed({
      ...deedKeys,
      one_of: z
        .array(z.union([z.string(), z.array(patternSchema).min(1), closed(deedKeys)]))
        .min(1)
        .optional()
        .describe('Several ways to take the step, by whomever; the earliest counts.'),
      wait: z
        .string()
        .optional()
        .describe(
          `How long its speaker keeps silent before it: ${waitExamples}. It is then in a later turn.`
        ),
      within: z.string().optional().describe(`How far behind the step before: ${reachExamples}.`),
      optional: z.boolean().optional().describe('It may be left out.'),
      title: z.string().min(1).optional().describe('What it is called in messages.')
    })
  ])
  .meta({ id: 'step' })

// More than anybody can be asked to do in one contact.
const MOST_STEPS = 50

const listSchema = z.array(stepSchema).min(1).max(MOST_STEPS)

export const stepsSchema: z.ZodType<StepsSource> = z.union([
  listSchema,
  closed({
    of: listSchema.describe('The steps.'),
    order: z
      .enum(orders)
      .optional()
      .describe(
        'forward (default): each behind the one before; strict: nothing of a later one earlier; loose: in whatever order.'
      ),
    partial: z.boolean().optional().describe('Earn the share of the steps that were done.'),
    interrupted_by: z
      .union([
        z.enum(bys),
        closed({ by: z.enum(bys).optional().describe('Who; customer by default.'), ...patternKeys })
      ])
      .optional()
      .describe('When they speak after the first step, or end the contact, the steps so far decide.'),
    ...anchorKeys
  })
])
