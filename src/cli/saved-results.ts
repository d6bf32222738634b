import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'
import { asEvaluations } from '../diff/entries.ts'
import { readResult, type SavedResult } from '../diff/read-results.ts'
import type { Io } from './io.ts'

/** Whether a name is that of a saved result, and not of a standard. */
export function isResultName(name: string): boolean {
  return /\.(?:outcomes|ndjson|jsonl|json)$/i.test(name)
}

/** @throws ProblemError when there is no such file, or it is no result. */
export async function openResult(name: string, io: Io): Promise<SavedResult> {
  const path = resolve(io.cwd, name)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) {
    throw new ProblemError([
      { code: 'input/not-found', severity: 'error', place: { file: name }, values: { path: name } }
    ])
  }
  return readResult(createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>, name)
}

/** The ids of the standards in a saved result; of one that does not begin with them the whole is read. */
export async function standardsOf(name: string, io: Io): Promise<readonly string[]> {
  const result = await openResult(name, io)
  if (result.kind === 'outcomes') return result.header.standards.map(({ id }) => id)
  const ids = new Set<string>()
  for await (const { standard } of asEvaluations(result)) ids.add(standard)
  return [...ids]
}
