import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import type { FieldValue, Person } from '../model/contact.ts'

/** A talk as lines `A: ...` / `C: ...`, with what the export would say beside it. */
export interface ExampleParts {
  readonly talk?: string | readonly string[] | undefined
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined
  readonly channel?: string | undefined
  readonly agent?: PersonSource | undefined
  readonly customer?: PersonSource | undefined
  readonly started?: string | undefined
  readonly mark?: string | number | undefined
}

/** A person: the id, or what is known of them. */
export type PersonSource = string | Person

/** An example as written: one line, several lines, or a talk with fields. */
export type ExampleSource = string | readonly string[] | ExampleParts

const lines = z.union([z.string(), z.array(z.string()).min(1)])

const person = z.union([
  z.string(),
  closed({ id: z.string().optional(), name: z.string().optional(), team: z.string().optional() })
])

/** The keys of a talk with fields, each with its schema. */
export const examplePartKeys = {
  talk: lines
    .optional()
    .describe('Lines such as "A: 您好" and "C: 你好", with or without times: "[0:05] A: ..."'),
  fields: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .describe('What the export says of the contact.'),
  channel: z.string().optional().describe('call, chat, ...'),
  agent: person.optional().describe('Id of the agent, or {id, name, team}.'),
  customer: person.optional().describe('Id of the customer, or {id, name}.'),
  started: z.string().optional().describe('When it began: a date or date-time.')
}

const mark = z
  .union([z.string(), z.number()])
  .optional()
  .describe('What a person marked, for a criterion that takes marks.')

export const exampleSchema: z.ZodType<ExampleSource> = z
  .union([z.string(), z.array(z.string()).min(1), closed({ ...examplePartKeys, mark })])
  .meta({ id: 'example' })
