import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { MetricWords } from '../metric.ts'
import { periods } from '../period.ts'

/** How many are wanted: `4`, at least so many; `1..2`, `..2`. */
export type Amount = number | string

/** What must be so often: events of a condition, or of the field by whose name it goes. */
export type QuotaSource = Amount | { readonly of?: unknown; readonly number: Amount }

/** All events alone, or by name; `any` is all events. */
export type QuotasSource = Amount | Readonly<Record<string, QuotaSource>>

export const quotaKeys = ['per_day', 'per_week', 'per_month', 'per_quarter', 'per_year'] as const
export type QuotaKey = (typeof quotaKeys)[number]

/** What is demanded of a key. */
export interface DemandSource extends Readonly<Partial<Record<QuotaKey, QuotasSource | undefined>>> {
  readonly among?: unknown
  readonly every?: string | undefined
}

export interface CadenceOptions extends DemandSource {
  readonly of: unknown
  readonly key?: string | undefined
  readonly tiers?: readonly DemandSource[] | undefined
  readonly begin?: unknown
  readonly end?: unknown
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const text = z.string().min(1)

function demandKeys({ condition }: MetricWords): Record<string, z.ZodType> {
  const amount = z.union([z.number().int().min(0), text])
  const quota = z.union([
    amount,
    closed({
      of: condition.optional().describe('The events that count.'),
      number: amount.describe('How many: 2, 1..2, ..2.')
    })
  ])
  const quotas = z.union([amount, z.record(z.string(), quota)]).optional()
  return {
    among: condition.optional().describe('Only keys of which this holds, as each row tells.'),
    every: text.optional().describe('No longer without an event: 3 months, 1 week, 1 workday.'),
    ...Object.fromEntries(
      quotaKeys.map((key, i) => [
        key,
        quotas.describe(`Events wanted in each full ${periods[i]}: 4, 1..2, or { any: 4, in_person: 1 }.`)
      ])
    )
  }
}

/** The shape of a cadence: how often something must happen to each key. */
export function cadenceOptions(words: MetricWords): z.ZodType<CadenceOptions> {
  const { condition } = words
  const day = z.iso.date()
  return closed({
    of: condition.describe('The rows that are events.'),
    key: text.optional().describe('Whom they happen to: customer by default, a field, an expression.'),
    ...demandKeys(words),
    tiers: z
      .array(closed(demandKeys(words)))
      .min(1)
      .optional()
      .describe('Demands by tier; the first that a row belongs to holds from then on.'),
    begin: condition.optional().describe('The row of a key from which on it is looked at.'),
    end: condition.optional().describe('The row after which it no longer is.'),
    from: day.optional().describe('First day looked at; that of the first row by default.'),
    to: day.optional().describe('Last day looked at; that of the last row by default.')
  }) as unknown as z.ZodType<CadenceOptions>
}
