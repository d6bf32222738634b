import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { patternSchema, type PatternSource } from '../../pattern/source.ts'
import { anchorKeys, type AnchorKeys } from '../anchor-source.ts'
import { scopeKeys, type ScopeSource } from '../scope.ts'
import { orders, type Order } from '../steps/source.ts'

/** A part of a script as an object: one of several wordings, and whether it may be left out. */
export interface PartParts {
  readonly any: string | readonly string[]
  readonly optional?: boolean | undefined
  readonly title?: string | undefined
}

/** A part of a script: a sentence, `$lexicon`, `/regex/`, or an object. */
export type PartSource = string | PartParts

export interface ScriptParts extends ScopeSource, AnchorKeys {
  readonly text: string | readonly PartSource[]
  readonly coverage?: string | undefined
  readonly order?: Order | undefined
  readonly similarity?: string | undefined
  readonly sound?: boolean | undefined
  readonly partial?: boolean | undefined
  readonly slots?: Readonly<Record<string, PatternSource>> | undefined
}

/** A script as written: its text, its parts, or an object. */
export type ScriptSource = string | readonly PartSource[] | ScriptParts

/** How much of a part must be said as it is written, unless the script says otherwise. */
export const SIMILARITY = '75%'
export const COVERAGE = '100%'

// More than anybody can be asked to recite in one contact.
const MOST_PARTS = 50

const partsSchema = z
  .array(
    z.union([
      z.string(),
      closed({
        any: z
          .union([z.string(), z.array(z.string()).min(1)])
          .describe('Wordings, of which one is to be said.'),
        optional: z.boolean().optional().describe('It may be left out.'),
        title: z.string().min(1).optional().describe('What it is called in messages.')
      })
    ])
  )
  .min(1)
  .max(MOST_PARTS)

export const scriptSchema: z.ZodType<ScriptSource> = z.union([
  z.string(),
  partsSchema,
  closed({
    ...scopeKeys,
    ...anchorKeys,
    text: z
      .union([z.string(), partsSchema])
      .describe('The passage, of which each sentence is a part, or a list of parts. {name} may be a slot.'),
    coverage: z
      .string()
      .optional()
      .describe(`The share of the parts that must be said, ${COVERAGE} by default; optional ones aside.`),
    order: z
      .enum(orders)
      .optional()
      .describe(
        'loose (default): in whatever order; forward: each behind the one before; strict: nothing of a later one earlier.'
      ),
    similarity: z
      .string()
      .optional()
      .describe(`How much of a part must be said as it is written, ${SIMILARITY} by default.`),
    sound: z.boolean().optional().describe('Whether characters are compared by their sound.'),
    partial: z.boolean().optional().describe('Earn the share of the parts that were said rightly.'),
    slots: z
      .record(z.string(), patternSchema)
      .optional()
      .describe('Places in the text, with what must be said there; … for anything at all.')
  })
])

/** A script as an object, whichever way it is written. */
export function scriptParts(source: ScriptSource): ScriptParts {
  return typeof source === 'string' || isList(source) ? { text: source } : source
}

function isList(source: ScriptSource): source is readonly PartSource[] {
  return Array.isArray(source)
}
