import { displayWidth, splitGraphemes } from './display.ts'

// Where Chinese text may not break: before a closing mark, after an opening one.
const closing = /^[\p{Pe}\p{Pf},.!?:;%…·、。々\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff05\uff5e]/u
const opening = /[\p{Ps}\p{Pi}]$/u

/**
 * Breaks a text into lines of at most `width` columns: between words, between Chinese characters except where a line
 * would begin with a closing mark or end with an opening one, and inside a word only if it is longer than a line.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of splitUnits(text)) {
    if (line !== '' && displayWidth(line + unit.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    for (const part of displayWidth(unit.trimEnd()) > width ? splitGraphemes(unit) : [unit]) {
      if (displayWidth(line + part.trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += part
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd())
  return lines
}

/** Wraps a text with a mark before its first line and the rest set in below it. */
export function wrapHanging(
  text: string,
  width: number,
  first: string,
  rest = ' '.repeat(displayWidth(first))
): string[] {
  return wrapText(text, width - displayWidth(first)).map((line, i) => (i === 0 ? first : rest) + line)
}

/** Joins parts with ` · ` into lines of at most `width` columns, breaking between parts where it can. */
export function wrapParts(parts: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const joined = `${last} · ${part}`
    if (last !== undefined && displayWidth(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrapText(part, width))
  }
  return lines
}

/** Pieces that a line may end after: a word with its spaces, or a wide character with the marks that cling to it. */
function splitUnits(text: string): string[] {
  const units: string[] = []
  let before: string | undefined
  for (const grapheme of splitGraphemes(text)) {
    if (before !== undefined && clings(before, grapheme)) units[units.length - 1] += grapheme
    else units.push(grapheme)
    before = grapheme
  }
  return units
}

function clings(before: string, grapheme: string): boolean {
  if (grapheme === ' ') return true
  if (before === ' ') return false
  if (closing.test(grapheme) || opening.test(before)) return true
  return displayWidth(grapheme) < 2 && displayWidth(before) < 2
}
