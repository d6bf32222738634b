import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Suppression } from '../audit/waivers/suppression.ts'
import { readSuppressions } from '../audit/waivers/suppression-file.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { Io } from './io.ts'
import { shortPath } from './standards.ts'
import { todayHere } from './today.ts'

export interface SuppressionOptions {
  /** Files; `false` takes not even the one that lies at hand. */
  readonly suppress?: readonly string[] | false | undefined
  /** The day by which suppressions end, as YYYY-MM-DD; that of the machine when not said. */
  readonly today?: string | undefined
}

/** The suppressions of a run as plain data. */
export interface SuppressionPlan {
  readonly list: readonly Suppression[]
  readonly today: string
}

const NAME = 'linecheck.suppress.yaml'

/**
 * Reads the files that were named, else `linecheck.suppress.yaml` in the working folder or beside the nearest
 * `linecheck.yaml` above, which is then told. `undefined` when there are none.
 * @throws ProblemError with all that is wrong with them.
 */
export async function loadSuppressions(
  options: SuppressionOptions,
  io: Io,
  note: (problem: Problem) => void
): Promise<SuppressionPlan | undefined> {
  if (options.suppress === false) return undefined
  const atHand = options.suppress ? undefined : findAtHand(io.cwd)
  const paths = options.suppress ?? (atHand === undefined ? [] : [atHand])
  if (paths.length === 0) return undefined
  const list: Suppression[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    const file = shortPath(resolve(io.cwd, path), io.cwd)
    const read = readSuppressions(file, await readText(resolve(io.cwd, path), file))
    list.push(...read.suppressions)
    problems.push(...read.problems)
  }
  if (problems.length > 0) throw new ProblemError(problems)
  if (atHand !== undefined) {
    note({ code: 'suppress/taken', severity: 'note', values: { path: shortPath(atHand, io.cwd) } })
  }
  return { list, today: options.today ?? todayHere() }
}

function findAtHand(cwd: string): string | undefined {
  const here = join(cwd, NAME)
  if (existsSync(here)) return here
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'linecheck.yaml'))) {
      const beside = join(folder, NAME)
      return existsSync(beside) ? beside : undefined
    }
    if (dirname(folder) === folder) return undefined
  }
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ProblemError([
      { code: 'suppress/not-found', severity: 'error', values: { path: shown, reason } }
    ])
  }
}
