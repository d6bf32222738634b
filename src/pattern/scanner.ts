/** A stretch [from, to) of a text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Says whether a stretch of the text counts, for instance because it ends where words end. */
export type Accept = (from: number, to: number) => boolean

/** Finds stretches of a text, from left to right. */
export interface Scanner {
  /** The first stretch that begins at or after `from` and counts; of those that begin there the fullest. */
  next(text: string, from: number, accept?: Accept): Span | undefined
}

/** All stretches that do not overlap, or the first of them. */
export function scanAll(scanner: Scanner, text: string, once: boolean, accept?: Accept): readonly Span[] {
  const first = scanner.next(text, 0, accept)
  if (!first) return none
  const spans = [first]
  for (let last = first; !once;) {
    const next = scanner.next(text, last.to, accept)
    if (!next) break
    spans.push(next)
    last = next
  }
  return spans
}

const none: readonly Span[] = []

/** Several scanners as one: the stretch that begins first, and of those the longest. */
export function joinScanners(scanners: readonly Scanner[]): Scanner {
  if (scanners.length === 1) return scanners[0]!
  return {
    next(text, from, accept) {
      let best: Span | undefined
      for (const scanner of scanners) {
        const span = scanner.next(text, from, accept)
        if (!span) continue
        if (!best || span.from < best.from || (span.from === best.from && span.to > best.to)) best = span
      }
      return best
    }
  }
}
