import type { ReportPaint } from '../../../report/paint.ts'
import type { Words } from '../../../report/words.ts'
import type { DiffWords } from '../words.ts'

/** What every part of the report on a terminal needs. */
export interface Screen {
  readonly paint: ReportPaint
  readonly words: DiffWords
  /** The words of all reports. */
  readonly report: Words
  /** Columns for tables. */
  readonly width: number
  /** Columns for running text. */
  readonly text: number
}

/** A line that says how many rows are left out; none when none are. */
export function moreRows(hidden: number, { words, paint }: Screen): string {
  return hidden > 0 ? ` ${paint.dim(words.moreRows(hidden))}\n` : ''
}
