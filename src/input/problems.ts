import type { Code } from '../diagnostics/catalogue.ts'
import { ProblemError, type Problem, type Severity } from '../diagnostics/problem.ts'
import type { Values } from '../diagnostics/wording.ts'

export function problemAt(
  code: Code,
  severity: Severity,
  file: string,
  line: number | undefined,
  values: Values,
  meant?: string
): Problem {
  return { code, severity, place: { file, line }, values, meant }
}

/** The one problem that ends the reading of a file. */
export function fatal(
  code: Code,
  file: string,
  line: number | undefined,
  values: Values,
  meant?: string
): ProblemError {
  return new ProblemError([problemAt(code, 'error', file, line, values, meant)])
}

const SHOWN = 60

/** A value short enough for a message, on one line. */
export function shorten(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ')
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…`
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Turns errors of the file system into problems; bugs stay what they are. */
export function explainError(error: unknown, path: string): ProblemError {
  if (error instanceof ProblemError) return error
  const code = errorCode(error)
  if (code === 'ENOENT') return fatal('input/not-found', path, undefined, { path })
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return fatal('input/unreadable', path, undefined, { path, reason: code })
  }
  throw error
}
