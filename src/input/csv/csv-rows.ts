import { parse as parseAll } from 'csv-parse/sync'
import { parse, type Parser } from 'csv-parse'
import { countByte, countMark } from '../bytes/count.ts'
import { errorCode } from '../problems.ts'
import { csvOptions, type Dialect } from './dialect.ts'

/** Rows that were parsed together, and the line that each begins on. */
export interface RowBatch {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

/** A row that is longer than this in bytes is a quote that was never closed, or no row of a table at all. */
const LONGEST_ROW = 1 << 23

/** Why a row could not be read. */
export type BadRow = 'input/open-quote' | 'input/long-row'

/** A chunk that may still be needed, and the line that its first byte stands on. */
interface Kept {
  readonly bytes: Buffer
  readonly line: number
}

/**
 * Bytes of UTF-8 -> rows, blank ones included. Quotes inside unquoted cells are taken as they are. A quote that is
 * never closed would swallow the rest of the file; it costs its own line only: `onBadRow` is told of the line, and
 * reading goes on below it. So it does below a line of more than 8 MiB, of which no more than that is ever held.
 */
export async function* csvRows(
  bytes: AsyncIterable<Buffer>,
  dialect: Dialect,
  onBadRow: (line: number, code: BadRow) => void
): AsyncGenerator<RowBatch> {
  const newline = dialect.newline.charCodeAt(0)
  let parser = startParser(dialect)
  let kept: Kept[] = []
  let chunkLine = 1
  let line = 1
  /** In the middle of a line that is too long. */
  let passing = false

  /** Takes what the parser has made of its input; stops before a row that a stray quote has swollen. */
  function take(): { batch: RowBatch; broken: boolean } {
    const rows: string[][] = []
    const lines: number[] = []
    for (let row = next(parser); row !== null; row = next(parser)) rows.push(row)
    // As many rows as newlines: no cell can hold one, and none needs to be looked at.
    const single = line + rows.length === chunkLine
    for (let i = 0; i < rows.length; i++) {
      lines.push(line)
      const height = single ? 1 : heightOf(rows[i]!)
      if (height === undefined) {
        return { batch: { rows: rows.slice(0, i), lines: lines.slice(0, i) }, broken: true }
      }
      line += height
    }
    return { batch: { rows, lines }, broken: false }
  }

  /** The lines of a row; undefined when it has swallowed more than its own. */
  function heightOf(row: readonly string[]): number | undefined {
    let height = 1
    for (const cell of row) {
      if (!cell.includes(dialect.newline)) continue
      const inside = countMark(cell, dialect.newline)
      if (cell.startsWith('"') && isBroken(kept, line, height + inside, newline, dialect)) return undefined
      height += inside
    }
    return height
  }

  /** Reads on below the line of an open quote. */
  function skipLine(): Buffer {
    onBadRow(line, 'input/open-quote')
    line++
    const rest = bytesFromLine(kept, line, newline)
    parser.destroy()
    parser = startParser(dialect)
    kept = [{ bytes: rest, line }]
    return rest
  }

  /** Feeds the parser; again and again where an open quote has to be skipped. */
  function* feed(first: Buffer): Generator<RowBatch> {
    for (let input: Buffer | undefined = first; input;) {
      parser.write(input)
      const { batch, broken } = take()
      if (batch.rows.length > 0) yield batch
      kept = dropBefore(kept, line)
      const swollen = !broken && batch.rows.length === 0 && isSwollen()
      if (swollen && !kept[0]!.bytes.includes(newline)) return passLine()
      input = broken || swollen ? skipLine() : undefined
    }
  }

  /** Gives up a line that is too long; what is left of it is passed over as it comes. */
  function passLine(): void {
    onBadRow(line, 'input/long-row')
    parser.destroy()
    parser = startParser(dialect)
    kept = []
    passing = true
  }

  function isSwollen(): boolean {
    if (sizeOf(kept) <= LONGEST_ROW) return false
    const open = bytesFromLine(kept, line, newline)
    kept = [{ bytes: open, line }]
    return open.length > LONGEST_ROW
  }

  for await (const whole of bytes) {
    const end = passing ? whole.indexOf(newline) : -1
    if (passing && end < 0) continue
    const chunk = passing ? whole.subarray(end + 1) : whole
    if (passing) {
      passing = false
      line = ++chunkLine
    }
    kept.push({ bytes: chunk, line: chunkLine })
    chunkLine += countByte(chunk, newline)
    yield* feed(chunk)
  }
  if (passing) return
  for (;;) {
    const closed = await endParser(parser)
    const { batch, broken } = take()
    if (batch.rows.length > 0) yield batch
    if (closed && !broken) return
    yield* feed(skipLine())
  }
}

function startParser(dialect: Dialect): Parser {
  const parser = parse({ ...csvOptions(dialect), relax_quotes: true })
  // The only error left is an open quote at the end, which `endParser` finds.
  parser.on('error', () => {})
  return parser
}

function next(parser: Parser): string[] | null {
  return parser.read() as string[] | null
}

/** Ends the input; false when a quote is still open. Rows that became whole wait in the parser. */
function endParser(parser: Parser): Promise<boolean> {
  return new Promise(resolve => {
    parser.once('error', () => resolve(false))
    parser.once('finish', () => resolve(true))
    parser.end()
  })
}

/**
 * Whether a row, read again by the strict rules, ends in the middle of a cell: its quote was taken for a closing one
 * although text follows.
 */
function isBroken(
  kept: readonly Kept[],
  line: number,
  height: number,
  newline: number,
  dialect: Dialect
): boolean {
  const from = bytesFromLine(kept, line, newline)
  let end = 0
  for (let i = 0; i < height; i++) {
    const at = from.indexOf(newline, end)
    end = at < 0 ? from.length : at + 1
  }
  try {
    parseAll(from.subarray(0, end), { ...csvOptions(dialect), relax_quotes: false })
    return false
  } catch (error) {
    // Quotes in the middle of other cells are harmless.
    return errorCode(error) === 'CSV_INVALID_CLOSING_QUOTE'
  }
}

/** What follows the beginning of a line, in one piece. */
function bytesFromLine(kept: readonly Kept[], line: number, newline: number): Buffer {
  const first = kept.findLastIndex(chunk => chunk.line < line)
  const from = Math.max(first, 0)
  const bytes = Buffer.concat(kept.slice(from).map(chunk => chunk.bytes))
  let at = 0
  for (let passed = kept[from]?.line ?? line; passed < line; passed++) {
    const end = bytes.indexOf(newline, at)
    if (end < 0) return bytes.subarray(bytes.length)
    at = end + 1
  }
  return bytes.subarray(at)
}

/** Forgets the chunks that lie wholly above a line. */
function dropBefore(kept: readonly Kept[], line: number): Kept[] {
  const first = kept.findLastIndex(chunk => chunk.line < line)
  return kept.slice(Math.max(first, 0))
}

function sizeOf(kept: readonly Kept[]): number {
  return kept.reduce((sum, chunk) => sum + chunk.bytes.length, 0)
}
