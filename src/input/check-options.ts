import { ProblemError } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { formatNames } from './formats.ts'
import { parseNamePattern } from './name-pattern.ts'
import type { InputOptions } from './reader.ts'
import { parseTimezone } from './timezone.ts'

const zones = ['+08:00', 'Asia/Shanghai', 'UTC', '...']

/** Encodings that are told to a user who named none that is known. */
export const encodings: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252'
]

/**
 * Checks options before any file is opened.
 * @throws ProblemError for a value that means nothing.
 */
export function checkOptions({ from, encoding, timezone, namePattern }: InputOptions): void {
  if (timezone !== undefined && !parseTimezone(timezone)) throw badOption('--timezone', timezone, zones)
  if (namePattern !== undefined && !parseNamePattern(namePattern)) {
    throw new ProblemError([
      {
        code: 'input/name-pattern',
        severity: 'error',
        values: { value: namePattern, example: '{date}_{agent}_{id}' }
      }
    ])
  }
  if (from !== undefined && !formatNames.includes(from)) throw badOption('--from', from, formatNames)
  if (encoding === undefined) return
  try {
    new TextDecoder(encoding)
  } catch {
    throw badOption('--encoding', encoding, encodings)
  }
}

function badOption(option: string, value: string, allowed: readonly string[]): ProblemError {
  const values = { option, value, allowed: allowed.join(', ') }
  return new ProblemError([
    { code: 'input/bad-option', severity: 'error', values, meant: suggest(value, allowed) }
  ])
}
