import * as z from 'zod'
import { conditionSchema } from '../checks/condition.ts'
import type { ConditionSource } from '../checks/sources.ts'
import { closed } from '../diagnostics/closed.ts'
import { metricKinds } from '../metrics/index.ts'
import { periods, type Period } from '../metrics/period.ts'
import { targetExamples } from '../metrics/target.ts'
import type { FieldValue } from '../model/contact.ts'
import { dimensions, type Dimension } from '../model/evaluation.ts'

/** What the figure of some rows must come to. */
export interface MetricExampleSource {
  readonly rows: readonly MetricRowSource[]
  /** `80%`, `12.5`, `3min`; `null` for no figure. */
  readonly value?: string | number | null | undefined
  readonly verdict?: 'met' | 'missed' | 'none' | undefined
  /** The figures of groups, by their keys: `A`, or `A / 2026-03-02` where there are several. */
  readonly groups?: Readonly<Record<string, string | number | null>> | undefined
}

/** One row: its fields, and beside them what the contact says of itself. */
export type MetricRowSource = Readonly<Record<string, FieldValue | readonly string[]>>

/** One metric as written, without the key of its kind. */
export interface MetricSource {
  readonly id: string
  readonly clause?: string | readonly string[] | undefined
  readonly title?: string | undefined
  readonly dimension?: Dimension | undefined
  readonly when?: ConditionSource | undefined
  readonly per?: string | readonly string[] | undefined
  readonly at?: string | undefined
  readonly trend?: Period | undefined
  readonly target?: string | number | undefined
  readonly advice?: string | undefined
  readonly examples?: readonly MetricExampleSource[] | undefined
}

const text = z.string().min(1)

const kindKeys = Object.fromEntries(
  metricKinds.map(kind => [kind.name, kind.options({ condition: conditionSchema }).optional()])
)

/** The keys of which a metric has exactly one. */
export const kindNames: readonly string[] = Object.keys(kindKeys)

const amount = z.union([z.string(), z.number(), z.null()])
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

const exampleSchema = closed({
  rows: z
    .array(z.record(z.string(), cell))
    .describe('Fields of each row, and id, agent, team, customer, channel, started, talk.'),
  value: amount.optional().describe('What the figure must be: 80%, 12.5, 3min; null for none.'),
  verdict: z.enum(['met', 'missed', 'none']).optional(),
  groups: z.record(z.string(), amount).optional().describe('The figure of each group, by its keys.')
}).meta({ id: 'metric-example' })

/** The keys of a metric, each with its schema. */
export const metricKeys = {
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
    .describe('Stable name of the metric, unique in the standard.'),
  clause: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('The clause of the written standard it cites.'),
  title: text.optional().describe('What it tells, in a few words.'),
  dimension: z.enum(dimensions).optional().describe('The SERVQUAL dimension it serves.'),
  when: conditionSchema.optional().describe('Only rows for which this holds.'),
  per: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe(
      'A figure for each: agent, team, customer, day, week, month, quarter, year, hour, weekday, a field, an expression; or a list of these, crossed.'
    ),
  at: text.optional().describe('The field with the time of a row; by default when the contact started.'),
  trend: z
    .enum(periods)
    .optional()
    .describe('Also a figure for each such period, with its change against the one before.'),
  target: z
    .union([z.string(), z.number()])
    .optional()
    .describe(`What the figure must be: ${targetExamples}.`),
  advice: text.optional().describe('What to do when the target is missed.'),
  examples: z.array(exampleSchema).min(1).optional().describe('Rows, with the figure they must come to.'),
  ...kindKeys
}

export const metricSchema = closed(metricKeys).meta({ id: 'metric' })
