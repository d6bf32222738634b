import { readRows } from '../csv/read-rows.ts'
import type { RowBatch } from '../csv/csv-rows.ts'
import { later } from '../later.ts'
import { fatal, problemAt } from '../problems.ts'
import type { Format, InputItem, InputOptions, ReadContext } from '../reader.ts'
import { cellText, isDateOnly, plainNumber } from './cell-text.ts'
import { findSheet, openArchive, type SheetName } from './workbook.ts'

/** Unpacked bytes of XML that are read at most: some 700,000 turns, which take 1.6 GB of memory. */
const MOST = 1 << 28
const MEGABYTE = 1 << 20
const BATCH = 1000

/**
 * A sheet of an Excel workbook (`.xlsx`, `.xlsm`), read as the same rows in a CSV would be. Formulas count by their
 * saved values; cells with an error (`#N/A`) and all but the first of merged cells are empty. A workbook is held
 * whole, which takes about six times the size of its unpacked XML, or 75 times that of the file (300,000 turns in
 * 10 MB: 700 MB); larger ones than `MOST` are refused, and better saved as CSV, which is read row by row.
 */
export const xlsx: Format = {
  name: 'xlsx',
  extensions: ['.xlsx', '.xlsm'],
  binary: true,
  sniff: () => 0,
  read: (bytes, context) => later(() => openSheet(bytes, context))
}

/** What reading a sheet needs to know. */
interface SheetContext {
  readonly file: string
  readonly options: Pick<InputOptions, 'sheet' | 'onProblem'>
}

type Cells = readonly (readonly unknown[])[]

async function openSheet(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext
): Promise<AsyncIterable<InputItem>> {
  return readRows(await sheetRows(bytes, context), context)
}

/** The rows of the sheet that is asked for, else of the first that is not hidden. Throws when there is none. */
export async function sheetRows(
  bytes: AsyncIterable<Buffer>,
  context: SheetContext
): Promise<AsyncGenerator<RowBatch>> {
  const { file, options } = context
  const zip = await collect(bytes, file)
  const archive = openArchive(zip)
  if (archive.kind === 'other') {
    throw fatal('input/not-text', file, undefined, { path: file, kind: archive.name })
  }
  if (archive.kind === 'damaged') {
    throw fatal('input/bad-workbook', file, undefined, { path: file, reason: 'ZIP' })
  }
  if (archive.size > MOST) throw tooLarge(file, archive.size)
  const number = findSheet(archive.sheets, options.sheet)
  if (number === undefined) {
    const values = { path: file, value: options.sheet ?? '', allowed: namesOf(archive.sheets) }
    throw fatal('input/no-sheet', file, undefined, values)
  }
  tellOthers(archive.sheets, number, context)
  const cells = await readCells(zip, number, file)
  if (cells.length === 0) throw fatal('input/empty', file, undefined, { path: file })
  return batchesOf(cells)
}

/** The library is loaded only when a workbook is read, since it would slow down every start. */
async function readCells(zip: Buffer, number: number, file: string): Promise<Cells> {
  const { readSheet } = await import('read-excel-file/node')
  try {
    return await readSheet<string>(zip, number, { trim: false, parseNumber: plainNumber })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw fatal('input/bad-workbook', file, undefined, { path: file, reason })
  }
}

/** Rows stand on the lines that a spreadsheet numbers them by. */
async function* batchesOf(rows: Cells): AsyncGenerator<RowBatch> {
  const width = rows[0]?.length ?? 0
  const dateOnly = Array.from({ length: width }, (_, at) => isDateOnly(column(rows, at)))
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH)
    yield {
      rows: some.map(row => row.map((cell, at) => cellText(cell, dateOnly[at] ?? false))),
      lines: some.map((_, i) => from + i + 1)
    }
  }
}

function* column(rows: Cells, at: number): Generator<unknown> {
  for (const row of rows) yield row[at]
}

/** What is left unread is told, unless the user chose or the other sheets are hidden. */
function tellOthers(sheets: readonly SheetName[], number: number, { file, options }: SheetContext): void {
  const others = sheets.filter(({ hidden }, i) => !hidden && i !== number - 1)
  if (options.sheet !== undefined || others.length === 0) return
  const values = { value: sheets[number - 1]!.name, others: namesOf(others) }
  options.onProblem(problemAt('input/other-sheets', 'warning', file, undefined, values))
}

function namesOf(sheets: readonly SheetName[]): string {
  return sheets.map(({ name }) => name).join(', ')
}

async function collect(bytes: AsyncIterable<Buffer>, file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST) throw tooLarge(file, size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(file: string, size: number): Error {
  const values = { path: file, size: Math.ceil(size / MEGABYTE), most: MOST / MEGABYTE }
  return fatal('input/workbook-size', file, undefined, values)
}
