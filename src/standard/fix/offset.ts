import type { Place } from '../../diagnostics/problem.ts'

/** Where a place begins in the text of its file, in UTF-16 units; `undefined` for one without line and column. */
export function offsetOf(text: string, place: Place | undefined): number | undefined {
  if (place?.line === undefined || place.col === undefined) return undefined
  let start = 0
  for (let line = 1; line < place.line; line++) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return undefined
  }
  return start + place.col - 1
}
