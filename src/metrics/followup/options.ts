import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { MetricWords } from '../metric.ts'

export interface FollowupOptions {
  readonly after?: unknown
  readonly by: unknown
  readonly unless?: unknown
  readonly key?: string | undefined
  readonly by_key?: string | undefined
  readonly time?: string | undefined
  readonly by_time?: string | undefined
  readonly within?: string | undefined
  readonly due?: string | undefined
  readonly before?: string | undefined
  readonly working?: boolean | undefined
  readonly each?: boolean | undefined
  readonly until?: string | undefined
}

const text = z.string().min(1)

/** The shape of a follow-up: what must be answered by a later row of the same key, and how soon. */
export function followupOptions({ condition }: MetricWords): z.ZodType<FollowupOptions> {
  return closed({
    after: condition.optional().describe('The rows that must be followed up.'),
    by: condition.describe('The rows that do so.'),
    unless: condition.optional().describe('Rows after which, in time, nothing need follow any more.'),
    key: text
      .optional()
      .describe('What the rows have in common: customer by default, a field, an expression.'),
    by_key: text.optional().describe('The same in the rows that follow, where they call it otherwise.'),
    time: text.optional().describe('The field with the time of the rows to be followed up.'),
    by_time: text.optional().describe('The field with the time of the rows that follow.'),
    within: text.optional().describe('How soon: 24h, 3 days (to the end of the third), 2 workdays, 1 month.'),
    due: text.optional().describe('The field with the time until which it was promised; goes before within.'),
    before: text.optional().describe('A field with a time: the row must come before it, within so long.'),
    working: z.boolean().optional().describe('Whether only working time of the calendar counts.'),
    each: z
      .boolean()
      .optional()
      .describe('Whether each row needs one of its own; else one may serve several.'),
    until: z.iso.date().optional().describe('Last day looked at; the last moment of the rows by default.')
  }) as unknown as z.ZodType<FollowupOptions>
}
