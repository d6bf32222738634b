import { createMarkBook, type MarkBook } from '../audit/marks.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { listInputs, readMarks, type PlacedMark } from '../input/index.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { Io } from './io.ts'

/** Where the marks of people are, and what to do about rows that cannot be read. */
export interface MarkChoices {
  readonly marks?: readonly string[] | undefined
  readonly badRows?: 'skip' | 'stop' | undefined
}

/** The sheets of marks together, with what is wrong in them told; `undefined` when there are none. */
export async function readMarkBook(
  standards: readonly CompiledStandard[],
  options: MarkChoices,
  io: Io,
  onProblem: (problem: Problem) => void
): Promise<MarkBook | undefined> {
  if (!options.marks) return undefined
  const marks: PlacedMark[] = []
  for (const source of await listInputs(options.marks, { cwd: io.cwd, stdin: io.stdin })) {
    marks.push(...(await readMarks(source, tell)).marks)
  }
  const book = createMarkBook(marks, standards)
  book.problems.forEach(tell)
  return book

  function tell(problem: Problem): void {
    if (options.badRows === 'stop' && problem.severity === 'error') throw new ProblemError([problem])
    onProblem(problem)
  }
}
