import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import { entityNames } from './entities/index.ts'

/** A phrase or a list of them, where nothing else may stand; `$lexicon` stands for its phrases. */
export type PhrasesSource = string | readonly string[]

/** The keys of a pattern written as an object. Several keys together must all hold. */
export interface PatternParts {
  readonly any?: PatternSource | undefined
  readonly all?: readonly PatternSource[] | undefined
  readonly at_least?: number | undefined
  readonly of?: readonly PatternSource[] | undefined
  readonly not?: PatternSource | undefined
  readonly near?: readonly PatternSource[] | undefined
  /** Near each other in the order they are written. */
  readonly ordered?: boolean | undefined
  /** What is found with one of these near it does not count. */
  readonly far_from?: PatternSource | undefined
  /** How far `near` and `far_from` reach: characters, or `5 words`. */
  readonly apart?: number | string | undefined
  readonly like?: PhrasesSource | undefined
  /** How similar at least, in percent: `80%`. */
  readonly similarity?: number | string | undefined
  /** `like` compares sounds. */
  readonly sound?: boolean | undefined
  readonly sounds?: PhrasesSource | undefined
  readonly words?: PhrasesSource | undefined
  readonly forms?: PhrasesSource | undefined
  readonly entity?: PhrasesSource | undefined
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

const phrases = (description: string): z.ZodType<PhrasesSource | undefined> =>
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .describe(description)

// Editors offer the names; what is wrong with one is told where patterns are resolved, with what was meant.
const entityName = z.string().meta({ enum: entityNames })

/** The keys of a pattern object, to be spread into checks that carry a pattern. */
export const patternKeys = {
  any: patternSchema.optional().describe('One of these is enough.'),
  all: z.array(patternSchema).min(1).optional().describe('Each of these, anywhere in the scope.'),
  at_least: z.int().min(1).optional().describe('How many of `of`.'),
  of: z.array(patternSchema).min(1).optional().describe('The patterns that `at_least` counts.'),
  not: patternSchema.optional().describe('None of these.'),
  near: z
    .array(patternSchema)
    .min(2)
    .max(8)
    .optional()
    .describe('All of these in one turn, neighbours at most `apart` from each other.'),
  ordered: z.boolean().optional().describe('Whether `near` wants its parts in the order they are written.'),
  far_from: patternSchema.optional().describe('What is found within `apart` of one of these does not count.'),
  apart: z
    .union([z.int().min(0), z.string()])
    .optional()
    .describe("How far near and far_from reach: characters (10 by default), or '5 words'."),
  like: phrases('A sentence that is said nearly so.'),
  similarity: z
    .union([z.string(), z.number()])
    .optional()
    .describe('How similar `like` wants it, 75% by default.'),
  sound: z.boolean().optional().describe('Whether `like` compares characters by their sound.'),
  sounds: phrases('Phrases that are found by the sound of their characters, tones aside.'),
  words: phrases('Phrases that are found only where words begin and end.'),
  forms: phrases('English words or phrases in any form of their first word.'),
  entity: z
    .union([entityName, z.array(entityName).min(1)])
    .optional()
    .describe('A kind of data, such as a phone number, that is checked before it counts.'),
  except: patternSchema.optional().describe('What is found inside one of these does not count.')
}
