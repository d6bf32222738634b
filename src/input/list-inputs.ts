import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { formats } from './formats.ts'
import { errorCode, fatal } from './problems.ts'
import type { Source } from './reader.ts'

export interface ListOptions {
  /** The folder that paths are relative to. */
  readonly cwd?: string | undefined
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  /** Endings of the files that are taken from a folder; those of the formats of contacts when not said. */
  readonly extensions?: readonly string[] | undefined
}

const STDIN = '<stdin>'
const ofContacts = formats.flatMap(format => format.extensions)

/**
 * Finds what to read: files, folders (with all that is in them and has the extension of an input, also with `.gz`),
 * globs, and `-` for standard input. In the order of the arguments, each sorted by name; a file that is met twice is
 * read once. Dot-files are left out unless named. Throws when an argument leads to nothing.
 */
export async function listInputs(
  paths: readonly string[],
  { cwd = '.', stdin, extensions = ofContacts }: ListOptions = {}
): Promise<readonly Source[]> {
  const found = new Map<string, Source>()
  for (const path of paths) {
    for (const source of await find(path, cwd, stdin, extensions)) {
      const key = source.name === STDIN ? STDIN : resolve(cwd, source.name)
      const before = found.get(key)
      // Named by itself it is no longer one that merely lay in a folder.
      if (!before || before.swept) found.set(key, source)
    }
  }
  return [...found.values()]
}

async function find(
  path: string,
  base: string,
  stdin: AsyncIterable<Uint8Array> | undefined,
  extensions: readonly string[]
): Promise<readonly Source[]> {
  if (path === '-') {
    if (!stdin) throw fatal('input/not-found', STDIN, undefined, { path })
    return [{ name: STDIN, open: () => stdin }]
  }
  const kind = await kindOf(resolve(base, path))
  if (kind === 'file') return [await fileSource(base, path, false)]
  const patterns =
    kind === 'folder' ? [`**/*.{${extensions.map(end => end.slice(1)).join(',')}}{,.gz}`] : [path]
  if (kind === 'none' && !isDynamicPattern(path)) throw fatal('input/not-found', path, undefined, { path })
  const names = await glob(patterns, {
    cwd: kind === 'folder' ? resolve(base, path) : resolve(base),
    expandDirectories: false,
    // Beside an open workbook Excel keeps a lock file of the same ending.
    ignore: kind === 'folder' ? ['**/~$*'] : [],
    caseSensitiveMatch: kind !== 'folder'
  })
  if (names.length === 0) {
    const values = { path, allowed: extensions.join(' ') }
    throw fatal(kind === 'folder' ? 'input/no-files' : 'input/not-found', path, undefined, values)
  }
  const folder = path.replace(/[\\/]+$/, '')
  return Promise.all(
    names
      .toSorted(compare)
      .map(name =>
        kind === 'folder' ? fileSource(base, `${folder}/${name}`, true) : fileSource(base, name, false)
      )
  )
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'none'
    throw fatal('input/unreadable', path, undefined, { path, reason: code ?? String(error) })
  }
}

async function fileSource(base: string, name: string, swept: boolean): Promise<Source> {
  const path = resolve(base, name)
  const { size } = await stat(path)
  const open = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1 << 18 })
  return { name: name.replaceAll('\\', '/'), size, swept, open }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
