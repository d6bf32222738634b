import { basename, resolve } from 'node:path'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { formatByEnding } from '../report/index.ts'
import type { Io } from './io.ts'

/** Where a report goes, and in which form. */
export interface ReportTarget<Format> {
  readonly format: Format
  readonly path: string
  /** The path as the user wrote it. */
  readonly shown: string
  /** Whether it goes behind what the file holds. */
  readonly append: boolean
}

interface NamedFormat {
  readonly name: string
  readonly extensions: readonly string[]
}

// A letter alone is a drive.
const named = /^([a-z][a-z-]+):(.*)$/s

/** Reads the values of all `-o`; see `readTarget`. */
export function readTargets<Format extends NamedFormat>(
  values: readonly string[] | undefined,
  formats: readonly Format[],
  io: Pick<Io, 'cwd' | 'env'>
): readonly ReportTarget<Format>[] {
  return (values ?? []).map(value => readTarget(value, formats, io))
}

/**
 * Reads the value of `-o`: a path whose ending says the format, or `format:path`. The summary of a job on GitHub is written
 * by all its steps in turn, so a report to the file of $GITHUB_STEP_SUMMARY goes behind what is there.
 * @throws ProblemError when the format is not known.
 */
export function readTarget<Format extends NamedFormat>(
  value: string,
  formats: readonly Format[],
  io: Pick<Io, 'cwd' | 'env'>
): ReportTarget<Format> {
  const { format, shown } = readValue(value, formats)
  const path = resolve(io.cwd, shown)
  const summary = io.env['GITHUB_STEP_SUMMARY']
  return { format, path, shown, append: !!summary && resolve(io.cwd, summary) === path }
}

function readValue<Format extends NamedFormat>(
  value: string,
  formats: readonly Format[]
): { readonly format: Format; readonly shown: string } {
  const [, name, shown = ''] = named.exec(value) ?? []
  const byName = formats.find(format => format.name === name)
  if (byName && shown === '') throw refuse('usage/no-path', { value })
  if (byName) return { format: byName, shown }
  const names = formats.map(format => format.name)
  const meant = name === undefined ? undefined : suggest(name, names)
  if (name !== undefined && meant !== undefined) {
    throw refuse('usage/report-name', { value: name, allowed: names.join(', ') }, meant)
  }
  const byEnding = formatByEnding(formats, basename(value))
  if (byEnding) return { format: byEnding, shown: value }
  const endings = formats.flatMap(({ extensions }) => extensions)
  const allowed = [...endings, ...names.map(each => `${each}:PATH`)].join(', ')
  throw refuse('usage/output-format', { value, allowed })
}

function refuse(code: Problem['code'], values: Problem['values'], meant?: string): ProblemError {
  return new ProblemError([{ code, severity: 'error', values, meant }])
}
