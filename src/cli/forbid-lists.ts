import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { listInputs, readDocument, type Source } from '../input/index.ts'
import { readForbidList } from '../scripts/judge/forbid-list.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { Io } from './io.ts'
import { createFinder } from './standards.ts'

/** Lists of words that no script may say. */
export interface ForbidLists {
  readonly lists: readonly CompiledStandard[]
  readonly texts: ReadonlyMap<string, string>
  readonly sources: readonly Source[]
}

/**
 * Reads lists of forbidden words, in whatever encoding.
 * @throws ProblemError with all that is wrong with them.
 */
export async function readForbidLists(files: readonly string[], lang: Lang, io: Io): Promise<ForbidLists> {
  if (files.length === 0) return { lists: [], texts: new Map(), sources: [] }
  const sources = await listInputs(files, {
    cwd: io.cwd,
    stdin: io.stdin,
    extensions: ['.txt', '.yaml', '.yml']
  })
  const problems: Problem[] = []
  const texts = new Map<string, string>()
  const lists: CompiledStandard[] = []
  const find = createFinder(io)
  for (const source of sources) {
    const document = await readDocument(source, { onProblem: problem => problems.push(problem) })
    const file = source.name
    if (document.kind !== 'text') {
      problems.push({ code: 'scripts/no-words', severity: 'error', place: { file }, values: { file } })
      continue
    }
    const list = readForbidList(file, document.text, lang, find)
    for (const [name, text] of list.sources) texts.set(name, text)
    problems.push(...list.problems)
    if (list.standard) lists.push(list.standard)
  }
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemError(problems)
  return { lists, texts, sources }
}
