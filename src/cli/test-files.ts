import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { checkCases } from '../examples/check-cases.ts'
import type { SameStandard } from '../examples/run-cases.ts'
import { readTestFile, type TestFile } from '../examples/test-file.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { Io } from './io.ts'
import {
  isTestFile,
  listYaml,
  loadStandards,
  shortPath,
  type Changes,
  type LoadedStandards
} from './standards.ts'

/** What to test: standards with their own examples, and files of tests. */
export interface TestInputs {
  readonly standards: readonly string[]
  /** Absolute paths. */
  readonly tests: readonly string[]
}

/**
 * Sorts what a user names into standards and files of tests; folders may hold both. Without a name: the nearest
 * `linecheck.yaml` and the files of tests beside and below it.
 */
export async function findTestInputs(names: readonly string[], io: Io): Promise<TestInputs> {
  if (names.length === 0) {
    const folder = nearestFolder(io.cwd)
    return {
      standards: [join(folder, 'linecheck.yaml')],
      tests: existsSync(join(folder, 'linecheck.yaml')) ? await listYaml(folder, 'tests') : []
    }
  }
  const standards: string[] = []
  const tests: string[] = []
  for (const name of names) {
    const path = resolve(io.cwd, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory()) {
      const files = await listYaml(path, 'tests')
      tests.push(...files)
      if (files.length === 0 || (await listYaml(path, 'standards')).length > 0) standards.push(name)
    } else if (found && isTestFile(name)) tests.push(path)
    else standards.push(name)
  }
  return { standards, tests }
}

function nearestFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'linecheck.yaml'))) return folder
    if (dirname(folder) === folder) {
      throw new ProblemError([{ code: 'usage/no-standard', severity: 'error', values: {} }])
    }
  }
}

/** All that is to be tested, as far as it could be loaded. */
export interface LoadedTestInputs {
  readonly loaded: LoadedStandards | undefined
  readonly tests: readonly LoadedTests[]
  /** Why no more was loaded, to be thrown when what was is tested and reports have been told. */
  readonly failure?: ProblemError | undefined
}

/** Loads standards and files of tests, up to the first that cannot be read at all. */
export async function loadTestInputs(
  inputs: TestInputs,
  lang: Lang,
  io: Io,
  changes: Changes = {}
): Promise<LoadedTestInputs> {
  const tests: LoadedTests[] = []
  let loaded: LoadedStandards | undefined
  try {
    if (inputs.standards.length > 0) loaded = await loadStandards(inputs.standards, lang, io, changes)
    for (const path of inputs.tests) tests.push(await loadTests(path, lang, io, changes))
    return { loaded, tests }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { loaded, tests, failure: error }
  }
}

/** A file of tests ready to run, or what is wrong with it. */
export interface LoadedTests {
  readonly path: string
  readonly text: string
  readonly tests: TestFile | undefined
  /** The standard in the language of messages, then in the others, if a case expects a message. */
  readonly standards: SameStandard | undefined
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
  /** What became of overrides, see `LoadedStandards`. */
  readonly tried: LoadedStandards['tried']
}

/** Reads a file of tests and the standard that it names. */
export async function loadTests(
  path: string,
  lang: Lang,
  io: Io,
  changes: Changes = {}
): Promise<LoadedTests> {
  const file = shortPath(path, io.cwd)
  const text = changes.texts?.get(file) ?? (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const sources = new Map([[file, text]])
  const { tests, problems } = readTestFile(file, text)
  let tried: LoadedStandards['tried'] = []
  const bare = { path, text, tests, standards: undefined, problems, sources, tried }
  if (!tests || problems.length > 0) return bare
  const inMessages = tests.cases.some(({ expect }) => expect.some(({ message }) => message !== undefined))
  const langs: readonly Lang[] = inMessages ? [lang, lang === 'zh' ? 'en' : 'zh'] : [lang]
  const compiled: CompiledStandard[] = []
  for (const one of langs) {
    const loaded = await loadNamed(tests, path, one, io, changes)
    tried = loaded.tried
    for (const [name, source] of loaded.sources) sources.set(name, source)
    if (loaded.problems.length > 0) return { ...bare, problems: loaded.problems, tried }
    compiled.push(...loaded.standards)
  }
  const [first, ...others] = compiled
  if (!first) return { ...bare, tried }
  return { ...bare, tried, standards: [first, ...others], problems: checkCases(tests, first) }
}

async function loadNamed(
  tests: TestFile,
  path: string,
  lang: Lang,
  io: Io,
  changes: Changes
): Promise<Pick<LoadedStandards, 'standards' | 'problems' | 'sources' | 'tried'>> {
  const beside = resolve(dirname(path), tests.standard)
  try {
    return await loadStandards([existsSync(beside) ? beside : tests.standard], lang, io, changes)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problems = error.problems.map(problem => ({ ...problem, place: tests.standardPlace }))
    return { standards: [], problems, sources: new Map(), tried: [] }
  }
}
