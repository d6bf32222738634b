import { existsSync, readFileSync } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { FindStandard } from '../standard/find.ts'
import { loadStandard } from '../standard/load.ts'
import { OVERRIDES, readOverrides } from '../standard/override-text.ts'
import { listUnplaced } from '../standard/unplaced-overrides.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { WrittenStandard } from '../standard/written.ts'
import type { Io } from './io.ts'

/** Standards that were loaded, with the texts of their files for showing problems. */
export interface LoadedStandards {
  readonly standards: readonly CompiledStandard[]
  /** The same as they are written. */
  readonly written: readonly WrittenStandard[]
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
  readonly files: readonly string[]
  /** What their `extends` led to, for whoever compiles the same texts again. */
  readonly extended: Extended
  /** For each standard that overrides were tried on, which of them found no place in it, and why. */
  readonly tried: readonly ReadonlyMap<number, Problem>[]
}

/** How standards are changed on their way. */
export interface Changes {
  /** `KEY=VALUE`, as the command line has them. */
  readonly overrides?: readonly string[] | undefined
  /** Whether overrides may belong to standards that are loaded apart; then the caller must look at `tried`. */
  readonly apart?: boolean | undefined
  /** What files will hold, in the place of what they hold. */
  readonly texts?: Texts | undefined
  readonly from?: ReadStandards | undefined
}

/** Where texts of standards are read, if not from the files as they are. */
export interface ReadStandards {
  /** @throws ProblemError when there is none. */
  readonly text: (path: string) => string
  readonly find: FindStandard
}

/** Files that standards extend, by the name that stands in one file and that file. */
export type Extended = ReadonlyMap<string, ReturnType<FindStandard>>

/** Finds again what was found before, without a look at any file. */
export function findExtended(extended: Extended): FindStandard {
  return (name, from) => extended.get(keyOf(name, from))
}

const keyOf = (name: string, from: string): string => `${from}\0${name}`

/** What files will hold, by the names that places have. */
export type Texts = ReadonlyMap<string, string>

/**
 * Loads standards by file, folder, or the name of one that is shipped. Without a name the nearest `linecheck.yaml`
 * upward from the working folder is taken.
 * @throws ProblemError when a name leads to no file.
 */
export async function loadStandards(
  names: readonly string[],
  lang: Lang,
  io: Io,
  { overrides = [], apart = false, texts = new Map(), from }: Changes = {}
): Promise<LoadedStandards> {
  const wanted = names.length > 0 ? names : [findNearest(io.cwd)]
  const files = (await Promise.all(wanted.map(name => findFiles(name, io)))).flat()
  const sources = new Map<string, string>()
  const standards: CompiledStandard[] = []
  const written: WrittenStandard[] = []
  const extended = new Map<string, ReturnType<FindStandard>>()
  const look = from?.find ?? createFinder(io, texts)
  const find: FindStandard = (name, from) => {
    const found = look(name, from)
    extended.set(keyOf(name, from), found)
    return found
  }
  const set = readOverrides(overrides)
  if (overrides.length > 0) sources.set(OVERRIDES, set.text)
  const problems: Problem[] = [...set.problems]
  const tried: ReadonlyMap<number, Problem>[] = []
  for (const path of files) {
    const file = shortPath(path, io.cwd)
    const text = texts.get(file) ?? (from ? from.text(path) : await readText(path, file))
    sources.set(file, text)
    const loaded = loadStandard(file, text, lang, find, set.list)
    for (const [name, content] of loaded.sources) sources.set(name, content)
    problems.push(...loaded.problems.filter(problem => !isTold(problem, problems)))
    if (loaded.unplaced) tried.push(loaded.unplaced)
    if (loaded.standard) standards.push(loaded.standard)
    if (loaded.written) written.push(loaded.written)
  }
  // A standard that is broken anyway may be the one that they are meant for.
  if (!apart && tried.length === files.length) problems.push(...listUnplaced(tried))
  const shown = files.map(path => shortPath(path, io.cwd))
  return { standards, written, problems, sources, files: shown, extended, tried }
}

/** Whether the same mistake in an override was told of another standard. */
function isTold({ code, place, values }: Problem, problems: readonly Problem[]): boolean {
  if (place?.file !== OVERRIDES) return false
  const key = JSON.stringify([code, place, values])
  return problems.some(told => JSON.stringify([told.code, told.place, told.values]) === key)
}

/** The nearest `linecheck.yaml` from a folder upward. */
export function findNearest(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, 'linecheck.yaml')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) {
      throw new ProblemError([{ code: 'usage/no-standard', severity: 'error', values: {} }])
    }
  }
}

async function findFiles(name: string, io: Io): Promise<readonly string[]> {
  const path = resolve(io.cwd, name)
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) {
    const files = await listYaml(path, 'standards')
    if (files.length > 0) return files
    throw new ProblemError([
      {
        code: 'standard/not-found',
        severity: 'error',
        values: { path: name, reason: 'no .yaml file in the folder' }
      }
    ])
  }
  if (found) return [path]
  const shipped = join(io.home, 'rules', `${name}.yaml`)
  if (/^[\w-]+$/.test(name) && existsSync(shipped)) return [shipped]
  const packs = (await listYaml(join(io.home, 'rules'), 'standards').catch(() => [])).map(file =>
    file.slice(file.lastIndexOf(sep) + 1, -5)
  )
  const meant = suggest(name, packs)
  throw new ProblemError([
    {
      code: 'standard/not-found',
      severity: 'error',
      values: { path: name, reason: 'ENOENT' },
      ...(meant === undefined ? {} : { meant })
    }
  ])
}

/** Whether a file holds tests of a standard, by its name. */
export function isTestFile(name: string): boolean {
  return /\.test\.ya?ml$/.test(name)
}

const parts = new Set(['lexicons', 'calendars'])

/**
 * YAML files of a folder and below; those under `lexicons` and `calendars` are parts of standards, and suppressions are
 * none.
 */
export async function listYaml(
  folder: string,
  wanted: 'standards' | 'tests' | 'all'
): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async entry => {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      const all = wanted === 'all'
      if (entry.isDirectory()) return parts.has(entry.name) && !all ? [] : listYaml(path, wanted)
      if (/\.suppress\.ya?ml$/.test(entry.name)) return []
      const fits = all || isTestFile(entry.name) === (wanted === 'tests')
      return /\.ya?ml$/.test(entry.name) && fits ? [path] : []
    })
  )
  return found.flat().sort()
}

/** The file of a shipped standard, of shipped lexicons or of a shipped calendar, by its name. */
export function findShipped(name: string, io: Io): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined
  const rules = join(io.home, 'rules')
  return ['', ...parts].map(folder => join(rules, folder, `${name}.yaml`)).find(path => existsSync(path))
}

/** Finds what a standard builds on: a path from its own file, else a shipped standard, lexicons or calendar of that name. */
export function createFinder(io: Io, texts: Texts = new Map()): FindStandard {
  return (name, from) => {
    const beside = resolve(io.cwd, dirname(from), name)
    const path = existsSync(beside) ? beside : (findShipped(name, io) ?? beside)
    try {
      const file = shortPath(path, io.cwd)
      return { file, text: texts.get(file) ?? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') }
    } catch (error) {
      return { reason: (error as NodeJS.ErrnoException).code ?? String(error) }
    }
  }
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ProblemError([
      { code: 'standard/not-found', severity: 'error', values: { path: shown, reason } }
    ])
  }
}

/** A path as the user would write it: from the working folder when it lies below it, with forward slashes. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  const shown = short === '' || short.startsWith('..') ? path : short
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
