import { parse } from 'csv-parse/sync'
import { meaningOf } from '../field-names.ts'

/** How a file of delimited rows is written. */
export interface Dialect {
  readonly delimiter: string
  /** `\n` also stands for `\r\n`; `\r` alone was used by old Mac programs. */
  readonly newline: '\n' | '\r'
  /** The first line only names the delimiter (`sep=;`), as Excel likes it. */
  readonly named: boolean
}

const delimiters = [',', '\t', ';', '|']
const LOOKED_AT = 30

/** How to read the rows, and how sure it is (0 to 1) that these are rows at all. */
export function sniffDialect(head: string, only?: string): { dialect: Dialect; score: number } {
  const newline = head.includes('\r') && !head.includes('\n') ? '\r' : '\n'
  const named = /^sep=(.)\r?[\n\r]/i.exec(head)
  if (named) return { dialect: { delimiter: named[1]!, newline, named: true }, score: 1 }
  const sample = wholeLines(head, newline)
  let best = { dialect: { delimiter: only ?? ',', newline, named: false } as Dialect, score: 0 }
  for (const delimiter of only === undefined ? delimiters : [only]) {
    const dialect: Dialect = { delimiter, newline, named: false }
    const score = scoreRows(sampleRows(sample, dialect))
    if (score > best.score) best = { dialect, score }
  }
  return best
}

/** The options of csv-parse that every reading of rows shares. */
export function csvOptions(dialect: Dialect) {
  return {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.newline === '\n' ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true
  }
}

function sampleRows(sample: string, dialect: Dialect): string[][] {
  try {
    return parse(sample, { ...csvOptions(dialect), relax_quotes: true, to: LOOKED_AT })
  } catch {
    // A quote that is open at the end of the sample: the rows above it are enough.
    const lines = sample.split(dialect.newline, LOOKED_AT)
    return lines.map(line => line.split(dialect.delimiter))
  }
}

/** A header that is understood is the best sign; else rows of one width. */
function scoreRows(rows: readonly (readonly string[])[]): number {
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''))
  const [first] = filled
  if (!first || /^\s*[[{]/.test(first[0] ?? '')) return 0
  const known = Math.max(...filled.slice(0, 5).map(row => row.filter(cell => meaningOf(cell)).length))
  const width = first.length
  if (known >= 2) return 0.9 + Math.min(known, 9) / 1000
  if (known === 1 && width > 1) return 0.7
  const even = filled.filter(row => row.length === width).length / filled.length
  return width > 1 && filled.length > 1 && even >= 0.8 ? 0.3 + Math.min(width, 9) / 1000 : 0
}

function wholeLines(head: string, newline: string): string {
  const end = head.lastIndexOf(newline)
  return end > 0 ? head.slice(0, end + 1) : head
}
