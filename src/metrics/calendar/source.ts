import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'

/** A calendar as written: in a file of its own, or in a standard. */
export interface CalendarSource {
  readonly title?: string | undefined
  readonly about?: string | undefined
  readonly timezone?: string | undefined
  readonly hours?: Readonly<Record<string, readonly string[]>> | undefined
  readonly holidays?: Readonly<Record<string, string>> | undefined
  readonly workdays?: readonly string[] | undefined
}

const text = z.string().min(1)

export const calendarSchema: z.ZodType<CalendarSource> = closed({
  title: text.optional(),
  about: text.optional().describe('Where its days come from, and until when.'),
  timezone: text
    .optional()
    .describe('Name in the IANA database: Asia/Shanghai. Else times count as written.'),
  hours: z
    .record(text, z.array(text))
    .optional()
    .describe("Working hours by day of the week: { mon-fri: ['09:00-12:00', '13:30-18:00'], sat: [] }."),
  holidays: z
    .record(text, text)
    .optional()
    .describe('Names of days off by date: { 2026-01-01..2026-01-03: 元旦 }.'),
  workdays: z.array(text).optional().describe('Days of the weekend that are worked all the same.')
}).meta({
  id: 'calendar',
  description: 'Time zone, working hours, holidays and make-up days.'
}) as z.ZodType<CalendarSource>

/** A calendar by path or name, written out, or a list of both, of which later ones lie on top. */
export type CalendarChoice = string | CalendarSource | readonly (string | CalendarSource)[]

const one = z.union([text, calendarSchema])

export const calendarChoiceSchema: z.ZodType<CalendarChoice> = z.union([one, z.array(one).min(1)])
