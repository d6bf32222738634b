import { createJsonSchema } from '../../standard/schema.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'

/** `linecheck schema`: the JSON Schema of standards, for editors. */
export async function runSchema(io: Io): Promise<ExitCode> {
  await io.stdout.write(`${JSON.stringify(createJsonSchema(), null, 2)}\n`)
  return exitCodes.clean
}
