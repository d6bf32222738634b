import type { Moment, RowList } from './metric.ts'

/** How many rows are kept by name behind a figure. */
const SHOWN = 10

interface KeptRow {
  readonly name: string
  readonly at: number
}

/**
 * The first rows by time and name, and how many there are. What is kept depends on the rows and not on the order of
 * adding, so lists of parts merge into the list of the whole.
 */
export interface Rows {
  total: number
  readonly kept: KeptRow[]
}

export function newRows(): Rows {
  return { total: 0, kept: [] }
}

/** Counts a row, and keeps its name if it is among the first; rows without a moment come last. */
export function keepRow(rows: Rows, name: string, moment: Moment | undefined): void {
  rows.total++
  insert(rows.kept, { name, at: moment?.at ?? Infinity })
}

/** Adds all rows of `more` to `into`, which it gives back. */
export function mergeRows(into: Rows, more: Rows): Rows {
  into.total += more.total
  for (const row of more.kept) insert(into.kept, row)
  return into
}

export function listRows({ total, kept }: Rows): RowList {
  return { total, shown: kept.map(({ name }) => name) }
}

/** No rows tell against a figure that is not made of good and bad ones. */
export const noRows: RowList = { total: 0, shown: [] }

function insert(kept: KeptRow[], row: KeptRow): void {
  let place = kept.length
  while (place > 0 && isBefore(row, kept[place - 1]!)) place--
  if (place >= SHOWN) return
  kept.splice(place, 0, row)
  if (kept.length > SHOWN) kept.pop()
}

function isBefore(a: KeptRow, b: KeptRow): boolean {
  return a.at < b.at || (a.at === b.at && a.name < b.name)
}
