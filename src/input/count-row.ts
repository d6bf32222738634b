import type { RowCounts } from './reader.ts'

/** What became of a row. `noise` is a notice of a platform among what people said; it counts as blank too. */
export type RowFate = 'used' | 'bad' | 'blank' | 'noise'

export function countRow(counts: RowCounts, fate: RowFate): void {
  counts.rows++
  if (fate === 'used') counts.usedRows++
  else if (fate === 'bad') counts.badRows++
  else counts.blankRows++
  if (fate === 'noise') counts.noiseRows++
}
