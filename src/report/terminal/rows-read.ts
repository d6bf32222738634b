import { formatCount } from '../figures.ts'
import type { RunCounts } from '../report.ts'
import type { Words } from '../words.ts'

/** What became of the rows of the input; nothing when every one of them was used or blank, or it is not known. */
export function rowParts(
  counts: Pick<RunCounts, 'rows' | 'usedRows' | 'badRows' | 'blankRows' | 'noiseRows' | 'badBytes'>,
  words: Words
): string[] {
  const { rows, usedRows, badRows, blankRows = 0, noiseRows = 0, badBytes = 0 } = counts
  if (usedRows === undefined || badRows + noiseRows + badBytes === 0) return []
  const parts = [
    [rows, words.rowsRead],
    [usedRows, words.rowsUsed],
    [badRows, words.rowsBad],
    [blankRows - noiseRows, words.rowsBlank],
    [noiseRows, words.rowsNoise],
    [badBytes, words.badBytes]
  ] as const
  return parts.filter(([count]) => count > 0).map(([count, word]) => word(formatCount(count)))
}

/** Why: the codes of problems with how often each came. */
export function codeParts(codes: readonly (readonly [code: string, count: number])[]): string[] {
  return codes.map(([code, count]) => `${code} × ${formatCount(count)}`)
}
