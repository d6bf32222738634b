import { renderProblem, splitSource } from '../diagnostics/render.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { createPaint, usesColour, type CommonOptions } from './settings.ts'
import type { Io } from './io.ts'

/** Shows problems on standard error, with the line they stand in when its file is at hand. */
export async function showProblems(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string>,
  lang: Lang,
  options: CommonOptions,
  io: Io
): Promise<void> {
  const paint = createPaint(usesColour(options, io.env, io.stderr))
  const lines = new Map<string, readonly string[]>()
  const linesOf = (file: string): readonly string[] | undefined => {
    const source = sources.get(file)
    // Split once: a file may have thousands of problems.
    if (source !== undefined && !lines.has(file)) lines.set(file, splitSource(source))
    return lines.get(file)
  }
  for (const problem of problems) {
    const source = problem.place && linesOf(problem.place.file)
    await io.stderr.write(`${renderProblem(problem, lang, source, paint)}\n`)
  }
}
