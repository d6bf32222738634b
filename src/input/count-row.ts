import type { RowCounts } from './reader.ts'

/** What became of a row. */
export type RowFate = 'used' | 'bad' | 'blank'

export function countRow(counts: RowCounts, fate: RowFate): void {
  counts.rows++
  if (fate === 'used') counts.usedRows++
  else if (fate === 'bad') counts.badRows++
  else counts.blankRows++
}
