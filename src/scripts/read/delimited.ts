import { readDelimited } from '../../input/index.ts'
import { placeCells } from './cells.ts'
import type { Collector } from './collector.ts'
import type { ReadEnv } from './draft.ts'
import type { Spot } from './placed-text.ts'
import { readTable, tellNoText, type PlacedRow } from './table.ts'

/** A library in CSV or TSV: a script in each row, its parts in columns that are known by their names. */
export async function readCsv(spot: Spot, env: ReadEnv, collector: Collector): Promise<void> {
  const { rows, delimiter } = await readDelimited(spot.source, (line, code) =>
    env.report({ code, severity: 'error', place: { file: env.file, line }, values: {} })
  )
  let [line, at] = [1, 0]
  const placed = rows.map((row): PlacedRow => {
    for (; line < row.line; line++) at = spot.source.indexOf('\n', at) + 1
    const place = { file: env.file, line: row.line }
    return { cells: placeCells(spot, at, delimiter, row.cells), place }
  })
  if (!readTable(placed, { said: {} }, env, collector)) tellNoText(placed, env)
}
