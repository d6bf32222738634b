import type { Problem } from '../../diagnostics/problem.ts'
import { problemAt, shorten } from '../problems.ts'

/** What is wrong with a value, and where in it. */
export interface ShapeError {
  /** A JSON path from the contact: `$.turns[2].by`. */
  readonly path: string
  readonly value: string
  readonly allowed: string
}

export function shapeError(path: string, value: unknown, allowed: string): ShapeError {
  return { path, value: value === undefined ? 'undefined' : shorten(JSON.stringify(value)), allowed }
}

export function isShapeError(result: object): result is ShapeError {
  return 'path' in result
}

export function shapeProblem(error: ShapeError, file: string, line: number): Problem {
  const { path, value, allowed } = error
  return problemAt('input/bad-contact', 'error', file, line, { path, value, allowed })
}
