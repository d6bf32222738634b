import { createTestSchema } from '../../examples/test-file.ts'
import { createCalendarSchema, createJsonSchema } from '../../standard/schema.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'

/** What there is a JSON Schema of: standards, files of tests (`*.test.yaml`), and calendars. */
export const schemaNames = ['standard', 'test', 'calendar'] as const
export type SchemaName = (typeof schemaNames)[number]

const schemas: Readonly<Record<SchemaName, () => Record<string, unknown>>> = {
  standard: createJsonSchema,
  test: createTestSchema,
  calendar: createCalendarSchema
}

/** `linecheck schema`: the JSON Schema of standards, files of tests or calendars, for editors. */
export async function runSchema(name: SchemaName, io: Io): Promise<ExitCode> {
  await io.stdout.write(`${JSON.stringify(schemas[name](), null, 2)}\n`)
  return exitCodes.clean
}
