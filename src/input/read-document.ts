import { csvRows, type BadRow, type RowBatch } from './csv/csv-rows.ts'
import { sniffDialect } from './csv/dialect.ts'
import { plainLineEnds } from './bytes/plain-line-ends.ts'
import { HEAD, openBytes } from './open-bytes.ts'
import { explainError } from './problems.ts'
import type { InputOptions, Source } from './reader.ts'
import { sheetRows } from './xlsx/read-xlsx.ts'

/** A row of a table and the line that it begins on; in a workbook the number of the row. */
export interface DocumentRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** A file that is small enough to be held whole: a text with `\n` at its line ends, or the rows of a workbook. */
export type Document =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly DocumentRow[] }

export type DocumentOptions = Pick<InputOptions, 'encoding' | 'sheet' | 'onProblem'>

/**
 * Reads a whole file, packed or not, in any encoding that inputs come in.
 * @throws ProblemError when it cannot be read, is empty, or is neither a text nor a workbook.
 */
export async function readDocument(source: Source, options: DocumentOptions): Promise<Document> {
  try {
    const opened = await openBytes(source, options)
    try {
      if (opened.kind === 'archive') {
        const batches = await sheetRows(opened.chunks, { file: source.name, options })
        return { kind: 'rows', rows: await collectRows(batches) }
      }
      const chunks: Buffer[] = []
      for await (const chunk of plainLineEnds(opened.chunks)) chunks.push(chunk)
      return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') }
    } finally {
      await opened.close()
    }
  } catch (error) {
    throw explainError(error, source.name)
  }
}

/** The rows of a text of delimited cells, blank ones included, and what stands between its cells. */
export async function readDelimited(
  text: string,
  onBadRow: (line: number, code: BadRow) => void
): Promise<{ readonly rows: readonly DocumentRow[]; readonly delimiter: string }> {
  const { dialect } = sniffDialect(text.slice(0, HEAD))
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(text)
  }
  const rows = await collectRows(csvRows(bytes(), dialect, onBadRow))
  return { rows: dialect.named ? rows.slice(1) : rows, delimiter: dialect.delimiter }
}

async function collectRows(batches: AsyncIterable<RowBatch>): Promise<readonly DocumentRow[]> {
  const found: DocumentRow[] = []
  for await (const { rows, lines } of batches) {
    rows.forEach((cells, i) => found.push({ cells, line: lines[i]! }))
  }
  return found
}
