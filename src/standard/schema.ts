import * as z from 'zod'
import { keysOfChecks } from '../checks/compile-check.ts'
import { checkKinds } from '../checks/index.ts'
import { conditionSchema } from '../checks/condition.ts'
import type { ConditionSource } from '../checks/sources.ts'
import { closed } from '../diagnostics/closed.ts'
import { langs, type Lang } from '../diagnostics/wording.ts'
import { dimensions, type CriticalClass, type Dimension } from '../model/evaluation.ts'
import { calendarChoiceSchema, calendarSchema, type CalendarChoice } from '../metrics/calendar/source.ts'
import { criticalClasses } from '../model/evaluation.ts'
import { patternSchema, type PatternSource } from '../pattern/source.ts'
import { exampleSchema, type ExampleSource } from './example.ts'
import { fieldSchema, type FieldSources } from './field-source.ts'
import { metricSchema, type MetricSource } from './metric-source.ts'
import { requiresSchema, type RequiresSource } from './requirement.ts'

/** One criterion as written, without the key of its check. */
export interface CriterionSource {
  readonly id: string
  readonly clause?: string | readonly string[] | undefined
  readonly title?: string | undefined
  readonly dimension?: Dimension | undefined
  readonly weight?: number | undefined
  readonly deduct?: number | undefined
  readonly per?: 'hit' | 'once' | undefined
  readonly max_deduct?: number | undefined
  readonly bonus?: number | undefined
  readonly severity?: string | undefined
  readonly fatal?: boolean | 'section' | undefined
  readonly class?: CriticalClass | undefined
  readonly when?: ConditionSource | undefined
  readonly unless?: ConditionSource | undefined
  readonly requires?: RequiresSource | undefined
  readonly advice?: string | undefined
  readonly examples?: Partial<Record<ExampleKind, readonly ExampleSource[] | undefined>> | undefined
}

/** What an example of a criterion must come to. */
export const exampleKinds = ['pass', 'fail', 'na'] as const
export type ExampleKind = (typeof exampleKinds)[number]

export interface SectionSource {
  readonly id: string
  readonly title?: string | undefined
  readonly weight?: number | undefined
  readonly bands?: Readonly<Record<string, number>> | undefined
  readonly criteria: readonly CriterionSource[]
}

export interface ScoringSource {
  readonly method?: 'weighted' | 'deducting' | 'both' | undefined
  readonly base?: number | undefined
  readonly pass?: number | undefined
  readonly bands?: Readonly<Record<string, number>> | undefined
  readonly severities?: Readonly<Record<string, number>> | undefined
  readonly bonus_cap?: number | undefined
}

/** A standard as written. */
export interface StandardSource {
  readonly linecheck: 1
  readonly extends?: string | readonly string[] | undefined
  readonly drop?: readonly string[] | undefined
  readonly valid?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined
  readonly id: string
  readonly title?: string | undefined
  readonly version?: string | undefined
  readonly lang?: Lang | undefined
  readonly about?: string | undefined
  readonly applies?: ConditionSource | undefined
  readonly vars?:
    Readonly<Record<string, string | number | boolean | readonly (string | number)[]>> | undefined
  readonly fields?: FieldSources | undefined
  readonly lexicons?: Readonly<Record<string, PatternSource>> | undefined
  /** In a standard whose layers are made one: the calendars themselves, earlier ones below. */
  readonly calendar?: CalendarChoice | undefined
  readonly scoring?: ScoringSource | undefined
  readonly clauses?: readonly string[] | Readonly<Record<string, string>> | undefined
  /** Absent from a file that only brings lexicons or variables to others. */
  readonly sections?: readonly SectionSource[] | undefined
  /** Figures over many contacts. */
  readonly metrics?: readonly MetricSource[] | undefined
}

const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
const day = z.iso.date()
const points = z.number().min(0)
const text = z.string().min(1)

const checkKeys = keysOfChecks(checkKinds)

/** The keys that make up a check in a criterion. */
export const checkNames: readonly string[] = Object.keys(checkKeys)

/** The keys of a criterion, each with its schema. */
export const criterionKeys = {
  id: id.describe('Stable name of the criterion, unique in the standard.'),
  clause: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('The clause of the written standard it cites.'),
  title: text.optional().describe('What it asks for, in a few words.'),
  dimension: z.enum(dimensions).optional().describe('The SERVQUAL dimension it serves.'),
  weight: points.optional().describe('Share in the weighted score; 0 reports without scoring.'),
  deduct: points.optional().describe('Points that a breach takes from the whole.'),
  per: z.enum(['hit', 'once']).optional().describe('Whether points go for each breach or once.'),
  max_deduct: points.optional().describe('Most points one contact can lose by it.'),
  bonus: points.optional().describe('Points added when it passes.'),
  severity: text.optional().describe('A name under scoring.severities.'),
  fatal: z
    .union([z.boolean(), z.literal('section')])
    .optional()
    .describe('Failing it zeroes the evaluation, or its section.'),
  class: z.enum(criticalClasses).optional().describe('Whom a breach harms: customer, business, compliance.'),
  when: conditionSchema.optional().describe('Else the criterion is not applicable.'),
  unless: conditionSchema.optional().describe('Exception: then the criterion is not applicable.'),
  requires: requiresSchema
    .optional()
    .describe('Criteria that must have passed first, or {id: fail}; else not applicable.'),
  advice: text.optional().describe('What the agent should do, for coaching.'),
  examples: closed({
    pass: z.array(exampleSchema).optional(),
    fail: z.array(exampleSchema).optional(),
    na: z.array(exampleSchema).optional()
  })
    .optional()
    .describe('Talks that must pass, fail, or be not applicable.'),
  ...checkKeys
}

const criterionSchema = closed(criterionKeys).meta({ id: 'criterion' })

const bandsSchema = z.record(z.string(), z.number().min(0).max(100))

const sectionSchema = closed({
  id,
  title: text.optional(),
  weight: points.optional().describe('Share of the section; else what its applicable criteria weigh.'),
  bands: bandsSchema.optional().describe("Name: lowest score of the section's own score."),
  criteria: z.array(criterionSchema).min(1)
}).meta({ id: 'section' })

const sectionsSchema = z.array(sectionSchema).min(1)

/** The keys of scoring, each with its schema. */
export const scoringKeys = {
  method: z
    .enum(['weighted', 'deducting', 'both'])
    .optional()
    .describe('Whether weights are earned, points are taken, or both; else what the criteria have decides.'),
  base: points.optional().describe('What deductions start from; 100 by default.'),
  pass: z.number().min(0).max(100).optional().describe('Lowest score that passes.'),
  bands: bandsSchema.optional().describe('Name: lowest score.'),
  severities: z.record(z.string(), points).optional().describe('Name: points a breach takes.'),
  bonus_cap: points.optional().describe('How far bonuses may lift a score beyond 100.')
}

/** The keys of a standard, each with its schema. */
export const standardKeys = {
  linecheck: z.literal(1).describe('Version of the language.'),
  id: id.describe('Name of the standard in reports.'),
  title: text.optional(),
  version: text.optional().describe('Version of the standard itself.'),
  lang: z.enum(langs).optional().describe('Language of its titles and advice.'),
  about: text.optional().describe('For whom it is, which fields it needs, how to adapt it.'),
  extends: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('Standards or lexicon files to build on: paths from this file, or names of shipped standards.'),
  drop: z
    .array(text)
    .min(1)
    .optional()
    .describe('Ids of criteria and metrics of the extended standards to leave out.'),
  valid: closed({ from: day.optional(), to: day.optional() })
    .optional()
    .describe('Days between which contacts are judged by it, both included.'),
  applies: conditionSchema.optional().describe('Else contacts are not evaluated by this standard.'),
  vars: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).min(1)])
    )
    .optional()
    .describe('Values to adapt; a contact field of the same name wins over them.'),
  fields: z
    .record(z.string(), fieldSchema)
    .optional()
    .describe('Fields of the input, with their types, their columns and the values that stand for none.'),
  lexicons: z.record(z.string(), patternSchema).optional().describe('Named lists of phrases, used as $name.'),
  calendar: calendarChoiceSchema
    .optional()
    .describe(
      'Time zone, working hours, holidays: a path from this file, a shipped one (cn), or written out; a list puts later ones on top.'
    ),
  scoring: closed(scoringKeys).optional(),
  clauses: z
    .union([z.array(text).min(1), z.record(z.string(), z.string())])
    .optional()
    .describe(
      'Clauses of the written standard: a list, or each with its title. lint tells which none covers.'
    ),
  sections: sectionsSchema.optional(),
  metrics: z.array(metricSchema).min(1).optional().describe('Figures over many contacts.')
}

/** The shape of a standard; everything that YAML alone can tell. */
export const standardSchema: z.ZodType<StandardSource> = closed(standardKeys).meta({
  id: 'standard',
  title: 'linecheck standard'
}) as z.ZodType<StandardSource>

/** The JSON Schema of a standard, for editors; made from the very schema that validates. */
export function createJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(standardSchema, { io: 'input' }) as Record<string, unknown>
}

/** The JSON Schema of a calendar in a file of its own. */
export function createCalendarSchema(): Record<string, unknown> {
  return z.toJSONSchema(calendarSchema, { io: 'input' }) as Record<string, unknown>
}
