import type { Span } from '../scanner.ts'

/** A kind of data that patterns can look for: `entity: cn-mobile`. */
export interface Entity {
  readonly name: string
  /** What it finds, and what it cannot tell. */
  readonly help: string
  /** What a plain text holds wherever there is such data; most turns do not. */
  readonly hint: RegExp
  /**
   * Finds the ranges of a text that hold such data and pass its checks, in order and apart from each other. `plain`
   * is the text as `plainText` gives it, `written` the same text as it was written.
   */
  find(plain: string, written: string): readonly Span[]
}

/**
 * The matches of an expression (with the flag g) that pass a check; of a match with a group `value` that group alone.
 */
export function findMatches(
  pattern: RegExp,
  text: string,
  isValid: (match: RegExpExecArray) => boolean = () => true
): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(pattern)) {
    if (!isValid(match)) continue
    const value = match.groups?.['value'] ?? match[0]
    // What is asked for ends the match wherever something stands before it.
    const from = match.index + match[0].length - value.length
    spans.push({ from, to: from + value.length })
  }
  return spans
}

/** Ranges in order, of those that overlap the one that begins first, and of those the longest. */
export function keepApart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span)
  }
  return kept
}
