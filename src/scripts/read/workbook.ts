import type { DocumentRow } from '../../input/index.ts'
import type { Collector } from './collector.ts'
import type { ReadEnv } from './draft.ts'
import { textAt } from './placed-text.ts'
import { readTable, tellNoText, type PlacedRow } from './table.ts'

/** A library in a sheet of a workbook, read as the same rows in a CSV would be. Its lines are the numbers of its rows. */
export function readWorkbook(rows: readonly DocumentRow[], env: ReadEnv, collector: Collector): void {
  const placed = rows.map(({ cells, line }): PlacedRow => {
    const place = { file: env.file, line }
    return { cells: cells.map(cell => textAt(cell, place)), place }
  })
  if (!readTable(placed, { said: {} }, env, collector)) tellNoText(placed, env)
}
