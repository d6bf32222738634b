import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { lintStandard } from '../standard/lint/lint.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { Io } from './io.ts'
import { listUnplaced } from '../standard/unplaced-overrides.ts'
import { loadStandards, shortPath, type Changes } from './standards.ts'
import { findTestInputs, loadTests } from './test-files.ts'

/** Files that were looked at, and all that is wrong with them. */
export interface LintedFiles {
  /** In no order; what several standards share may be told for each. */
  readonly problems: readonly Problem[]
  /** The texts of all files that problems may be in. */
  readonly sources: ReadonlyMap<string, string>
  /** The files that were named, without those they extend. */
  readonly files: readonly string[]
  /** Those that are sound. */
  readonly standards: readonly CompiledStandard[]
}

/**
 * Looks at standards, and at files of tests that are named or lie in a folder that is.
 * @throws ProblemError when a name leads to no file.
 */
export async function lintFiles(
  names: readonly string[],
  lang: Lang,
  io: Io,
  changes: Changes = {}
): Promise<LintedFiles> {
  const inputs = names.length === 0 ? { standards: [], tests: [] } : await findTestInputs(names, io)
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  const files: string[] = []
  const tried: ReadonlyMap<number, Problem>[] = []
  const standards: CompiledStandard[] = []
  const note = (found: ReadonlyMap<string, string>): void => {
    for (const [file, text] of found) sources.set(file, text)
  }
  if (inputs.tests.length === 0 || inputs.standards.length > 0) {
    const loaded = await loadStandards(inputs.standards, lang, io, { ...changes, apart: true })
    problems.push(...loaded.problems, ...loaded.written.flatMap(written => lintStandard(written)))
    files.push(...loaded.files)
    note(loaded.sources)
    tried.push(...loaded.tried)
    standards.push(...loaded.standards)
  }
  for (const path of inputs.tests) {
    const loaded = await loadTests(path, lang, io, { ...changes, apart: true })
    // What is wrong with the standard of tests is told there, if it was named too.
    const told = new Set(problems.map(nameOf))
    problems.push(...loaded.problems.filter(problem => !told.has(nameOf(problem))))
    files.push(shortPath(path, io.cwd))
    note(loaded.sources)
    tried.push(...loaded.tried)
    standards.push(...(loaded.standards ?? []))
  }
  // What is broken anyway may be what overrides are meant for.
  if (tried.length > 0 && tried.length >= files.length) problems.push(...listUnplaced(tried))
  return { problems, sources, files, standards }
}

const nameOf = ({ code, place }: Problem): string => JSON.stringify([code, place])
