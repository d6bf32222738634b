import type { Evaluation } from '../model/evaluation.ts'
import type { WaivedCount } from '../report/report.ts'

/** How many breaches of each criterion of a standard do not count, by place; plain data that merges. */
export type WaivedCounts = readonly { suppressed: number; inBaseline: number }[]

export function newWaivedCounts(criteria: number): WaivedCounts {
  return Array.from({ length: criteria }, () => ({ suppressed: 0, inBaseline: 0 }))
}

/** Counts the breaches of one evaluation. */
export function countWaived(counts: WaivedCounts, { criteria }: Evaluation): void {
  for (const [place, { waived }] of criteria.entries()) {
    if (waived) counts[place]![waived.kind === 'suppression' ? 'suppressed' : 'inBaseline']++
  }
}

export function mergeWaived(into: WaivedCounts, more: WaivedCounts): void {
  for (const [place, { suppressed, inBaseline }] of more.entries()) {
    into[place]!.suppressed += suppressed
    into[place]!.inBaseline += inBaseline
  }
}

/** The criteria of which some breach does not count, as a report takes them. */
export function listWaived(
  standard: string,
  ids: readonly string[],
  counts: WaivedCounts
): readonly WaivedCount[] {
  return ids
    .map((criterion, place) => ({ standard, criterion, ...counts[place]! }))
    .filter(({ suppressed, inBaseline }) => suppressed + inBaseline > 0)
}
