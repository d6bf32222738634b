import stringWidth from 'string-width'
import { describe } from './describe.ts'
import type { Place, Problem, Severity } from './problem.ts'
import type { Lang } from './wording.ts'

/** Paints parts of a message; the identity when there are no colours. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly note: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
}

/** A text, or its lines. */
export type Source = string | readonly string[]

/** The lines of a text, at most so many. */
export function splitSource(source: string, most?: number): readonly string[] {
  return source.split(/\r\n|[\r\n]/, most)
}

const same = (text: string): string => text
export const plain: Paint = { error: same, warning: same, note: same, dim: same, bold: same }

const severityWords: Record<Lang, Record<Severity, string>> = {
  en: { error: 'error', warning: 'warning', note: 'note' },
  zh: { error: '错误', warning: '警告', note: '提示' }
}

/**
 * A problem as text: `file:line:col: severity[code]: message`, the line with a caret under the bad value when
 * the source is at hand, and a hint.
 */
export function renderProblem(
  problem: Problem,
  lang: Lang,
  source: Source | undefined = undefined,
  paint: Paint = plain
): string {
  const { message, hint } = describe(problem, lang)
  const label = paint[problem.severity](`${severityWords[lang][problem.severity]}[${problem.code}]`)
  const where = problem.place ? `${paint.bold(formatPlace(problem.place))}: ` : ''
  const lines = [`${where}${label}: ${message}`]
  if (problem.place && source !== undefined) lines.push(...codeFrame(source, problem.place, paint))
  if (hint !== undefined) lines.push(`  ${lang === 'zh' ? '建议' : 'hint'}: ${hint}`)
  return lines.join('\n')
}

export function formatPlace(place: Place): string {
  if (place.line === undefined) return place.file
  return place.col === undefined ? `${place.file}:${place.line}` : `${place.file}:${place.line}:${place.col}`
}

/** The source line and a caret below the value; carets are placed by display width, so that full-width text fits. */
function codeFrame(source: Source, place: Place, paint: Paint = plain): string[] {
  if (place.line === undefined) return []
  const lines = typeof source === 'string' ? splitSource(source, place.line) : source
  const line = lines[place.line - 1]
  if (line === undefined) return []
  const gutter = String(place.line)
  const shown = line.replaceAll('\t', '  ')
  const frame = [`  ${paint.dim(`${gutter} |`)} ${shown}`]
  if (place.col !== undefined) {
    const before = displayWidth(line.slice(0, place.col - 1))
    const marked = displayWidth(line.slice(place.col - 1, place.col - 1 + (place.length ?? 1)))
    const caret = ' '.repeat(before) + '^'.repeat(Math.max(1, marked))
    frame.push(`  ${paint.dim(`${' '.repeat(gutter.length)} |`)} ${paint.error(caret)}`)
  }
  return frame
}

function displayWidth(text: string): number {
  return stringWidth(text.replaceAll('\t', '  '))
}
