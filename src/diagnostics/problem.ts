import type { Code } from './catalogue.ts'
import type { Values } from './wording.ts'

export type Severity = 'error' | 'warning' | 'note'

/** A place in a file. `line` and `col` count from 1; `col` and `length` are in UTF-16 units. */
export interface Place {
  readonly file: string
  readonly line?: number | undefined
  readonly col?: number | undefined
  readonly length?: number | undefined
}

/** One thing that is wrong, as data. Its text in either language is made by `describe`. */
export interface Problem {
  readonly code: Code
  readonly severity: Severity
  readonly place?: Place | undefined
  readonly values: Values
  /** A word the user probably meant. */
  readonly meant?: string | undefined
  /** Whether no other word comes as near to the bad one, so that it may be put in its place. */
  readonly sole?: boolean | undefined
}

/** Thrown where nothing can go on; carries the problems to show. Never a bug of ours. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(p => p.code).join(', '))
    this.name = 'ProblemError'
    this.problems = problems
  }
}

/** Orders problems by file, line, column and code. */
export function compareProblems(a: Problem, b: Problem): number {
  const [p, q] = [a.place, b.place]
  return (
    compareText(p?.file ?? '', q?.file ?? '') ||
    (p?.line ?? 0) - (q?.line ?? 0) ||
    (p?.col ?? 0) - (q?.col ?? 0) ||
    compareText(a.code, b.code)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
