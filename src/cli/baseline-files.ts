import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import {
  entryLine,
  headerLine,
  readEntryLine,
  readHeaderLine,
  type BaselineEntry
} from '../audit/waivers/baseline-file.ts'
import { createTableBuilder, findInTable, type BaselineTable } from '../audit/waivers/baseline-table.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { splitLines } from '../input/bytes/split-lines.ts'
import { digestOf } from '../text/digest.ts'
import { createTextFile, GATHER } from './text-file.ts'

/** A baseline file, and what it is called in messages. */
export interface BaselineFile {
  readonly path: string
  readonly shown: string
}

/** What is kept of a baseline; its entries are read again when they are asked for. */
export interface LoadedBaseline {
  /** Fingerprints. */
  readonly findings: BaselineTable
  /** Digests of the contacts that it speaks of, for runs in several threads. */
  readonly places: BaselineTable | undefined
}

/**
 * Reads a baseline, a line at a time.
 * @throws ProblemError when there is none, a line is no entry, or it was made by another command.
 */
export async function loadBaseline(
  file: BaselineFile,
  command: string,
  inThreads: boolean
): Promise<LoadedBaseline> {
  const findings = createTableBuilder()
  const places = inThreads ? createTableBuilder() : undefined
  for await (const { where, what, count } of readEntries(file, command)) {
    findings.add(what, count)
    places?.add(digestOf([where]), 1)
  }
  return { findings: findings.finish(), places: places?.finish() }
}

/** How often each entry of a baseline still occurs, and how often no longer. */
export async function* compareEntries(
  file: BaselineFile,
  command: string,
  table: BaselineTable,
  met: Uint32Array
): AsyncGenerator<{ readonly entry: BaselineEntry; readonly kept: number; readonly gone: number }> {
  // Entries of one fingerprint share what was met of it.
  const left = met.slice()
  for await (const entry of readEntries(file, command)) {
    const place = findInTable(table, entry.what)
    const kept = Math.min(entry.count, left[place] ?? 0)
    if (kept > 0) left[place]! -= kept
    yield { entry, kept, gone: entry.count - kept }
  }
}

/** Writes a baseline, whole or not at all. */
export async function writeBaseline(
  { path, shown }: BaselineFile,
  command: string,
  lines: Iterable<string> | AsyncIterable<string>
): Promise<void> {
  const draft = `${path}.new`
  const out = createTextFile(draft, shown)
  try {
    let text = `${headerLine(command)}\n`
    for await (const line of lines) {
      text += `${line}\n`
      if (text.length < GATHER) continue
      await out.write(text)
      text = ''
    }
    await out.write(text)
    await out.close()
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The lines of a pruned baseline. */
export async function* pruneLines(
  compared: ReturnType<typeof compareEntries>,
  tell: (kept: number) => void
): AsyncGenerator<string> {
  for await (const { entry, kept } of compared) {
    tell(kept)
    if (kept > 0) yield entryLine({ ...entry, count: kept })
  }
}

async function* readEntries(file: BaselineFile, command: string): AsyncGenerator<BaselineEntry> {
  let number = 0
  for await (const lines of splitLines(openFile(file))) {
    for (const line of lines) {
      number++
      if (number === 1) checkHeader(line, file, command)
      else if (line.trim() !== '') yield readEntry(line, file, number)
    }
  }
  if (number === 0) checkHeader('', file, command)
}

async function* openFile({ path, shown }: BaselineFile): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    throw failure('baseline/not-found', undefined, { path: shown, reason })
  }
}

function checkHeader(line: string, { shown }: BaselineFile, command: string): void {
  const made = readHeaderLine(line.replace(/^\uFEFF/, ''))
  const place = { file: shown, line: 1 }
  if (made === undefined) throw failure('baseline/not-one', place, { path: shown })
  if (made !== command) throw failure('baseline/other-command', place, { made, command })
}

function readEntry(line: string, { shown }: BaselineFile, number: number): BaselineEntry {
  const entry = readEntryLine(line)
  if (entry) return entry
  const value = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  throw failure('baseline/bad-line', { file: shown, line: number }, { value })
}

const LONGEST = 60

function failure(code: Problem['code'], place: Problem['place'], values: Problem['values']): ProblemError {
  return new ProblemError([{ code, severity: 'error', place, values }])
}
