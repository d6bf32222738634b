import { constants } from 'node:fs'
import { access, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { listInputs, type Source } from '../input/index.ts'
import { isMapFile } from './input-maps.ts'
import type { Io } from './io.ts'
import type { LoadedStandards } from './standards.ts'
import { unwritable } from './text-file.ts'

/** What a command reads. */
export interface FilesRead {
  readonly inputs?: readonly Source[] | undefined
  readonly loaded?: Pick<LoadedStandards, 'sources'> | undefined
  /** As they were given: some of them are no files. */
  readonly map?: readonly string[] | undefined
  readonly marks?: readonly string[] | undefined
  /** Suppressions, and a baseline that is not written. */
  readonly waivers?: readonly string[] | undefined
}

/**
 * Holds the files to be written against those that are read, by whatever names, for opening a file to write empties
 * it. To be called before any is opened.
 * @throws ProblemError when one is read too, when two are the same, and when one cannot be written.
 */
export async function checkOutputs(outputs: readonly string[], reads: FilesRead, io: Io): Promise<void> {
  if (outputs.length === 0) return
  const names = await listNames(reads, io)
  const identities = await Promise.all(names.map(name => identify(resolve(io.cwd, name))))
  const read = new Map(identities.map((identity, i) => [identity, names[i]!]))
  const written = new Map<string, string>()
  for (const output of outputs) {
    const path = resolve(io.cwd, output)
    const identity = await identify(path)
    if (identity !== undefined) {
      const [name, before] = [read.get(identity), written.get(identity)]
      if (name !== undefined) throw refuse('usage/output-is-input', output, name)
      if (before !== undefined) throw refuse('usage/output-twice', output, before)
      written.set(identity, output)
    }
    await checkWritable(path, output)
  }
}

async function listNames(
  { inputs = [], loaded, map = [], marks = [], waivers = [] }: FilesRead,
  io: Io
): Promise<string[]> {
  const sheets = await listInputs(marks, { cwd: io.cwd, stdin: io.stdin })
  return [
    ...[...inputs, ...sheets].map(({ name }) => name),
    ...(loaded?.sources.keys() ?? []),
    ...map.filter(isMapFile),
    ...waivers
  ]
}

/**
 * The same for all names of a file, links and other spellings, also of one that is not there yet. `undefined` for what
 * holds nothing that could be lost: a terminal, a pipe, a folder.
 */
async function identify(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true })
    if (!found.isFile()) return undefined
    // Some file systems number no files.
    return found.ino === 0n ? await realpath(path) : `${found.dev}:${found.ino}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return path
  }
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  const target = await readlink(path).catch(() => undefined)
  return target === undefined ? join(folder, basename(path)) : identify(resolve(folder, target))
}

/** Says early what opening the file would say when the work is done. */
async function checkWritable(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw unwritable(shown, { code: 'EISDIR', message: 'a folder' })
  await access(found ? path : dirname(path), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw unwritable(shown, error)
  })
}

function refuse(code: Problem['code'], path: string, value: string): ProblemError {
  return new ProblemError([{ code, severity: 'error', values: { path, value } }])
}
