import { createSuppressionSchema } from '../../audit/waivers/suppression-file.ts'
import { createTestSchema } from '../../examples/test-file.ts'
import { createCalendarSchema, createJsonSchema } from '../../standard/schema.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'

/** What there is a JSON Schema of: standards, files of tests (`*.test.yaml`), calendars, and files of suppressions. */
export const schemaNames = ['standard', 'test', 'calendar', 'suppressions'] as const
export type SchemaName = (typeof schemaNames)[number]

const schemas: Readonly<Record<SchemaName, () => Record<string, unknown>>> = {
  standard: createJsonSchema,
  test: createTestSchema,
  calendar: createCalendarSchema,
  suppressions: createSuppressionSchema
}

/** `linecheck schema`: the JSON Schema of standards, files of tests, calendars or suppressions, for editors. */
export async function runSchema(name: SchemaName, io: Io): Promise<ExitCode> {
  await io.stdout.write(`${JSON.stringify(schemas[name](), null, 2)}\n`)
  return exitCodes.clean
}
