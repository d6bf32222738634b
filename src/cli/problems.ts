import { renderProblem } from '../diagnostics/render.ts'
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
  for (const problem of problems) {
    const source = problem.place && sources.get(problem.place.file)
    await io.stderr.write(`${renderProblem(problem, lang, source, paint)}\n`)
  }
}
