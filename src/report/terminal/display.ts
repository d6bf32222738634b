import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

// Nearly all text is of characters that stand alone and are one column wide or two, as Unicode has them; for these the
// rules for clusters, which cost twenty times as much, need not be asked.
const wide = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff01-\\uff60'
const narrow = '\\x20-\\x7e±·×—‘’“”…→─┊█░●✓✗'
const simpleOnly = new RegExp(`^[${narrow}${wide}]*$`)
const wideOne = new RegExp(`[${wide}]`, 'g')

// Controls, line and paragraph separators, marks that turn the direction of writing, and halves of pairs.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A text on one line that cannot act on the terminal: what would break the line, move the cursor, change colours or
 * turn the direction of writing is shown as an escape.
 */
export function showText(text: string): string {
  return text.replace(unseen, c => named[c] ?? `\\u{${c.codePointAt(0)!.toString(16)}}`)
}

/** Columns that a text takes on a terminal; colours take none, full-width characters two. */
export function displayWidth(text: string): number {
  if (!simpleOnly.test(text)) return stringWidth(text)
  return text.length + (text.match(wideOne)?.length ?? 0)
}

/** The characters of a text as a reader sees them. */
export function splitGraphemes(text: string): string[] {
  return simpleOnly.test(text) ? text.split('') : Array.from(graphemes.segment(text), part => part.segment)
}

/** As much of the start of a text as fits, with `…` when something is left out. */
export function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  return width < 1 ? '' : `${takeWhileFits(splitGraphemes(text), width - 1).join('')}…`
}

/** As much of the end of a text as fits, with `…` before it when something is left out. */
export function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  return width < 1
    ? ''
    : `…${takeWhileFits(splitGraphemes(text).toReversed(), width - 1)
        .toReversed()
        .join('')}`
}

/** The start and the end of a text with `…` between them. */
export function cutMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const start = takeWhileFits(splitGraphemes(text), Math.ceil((width - 1) / 2)).join('')
  return start + cutStart(text.slice(start.length), width - displayWidth(start))
}

/** Fills a text with spaces up to a width: after it when it stands left, before it when right. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + space : space + text
}

/** As many whole items as fit, with `…` when some are left out. */
export function joinFitting(items: readonly string[], separator: string, width: number): string {
  let text = ''
  for (const [i, item] of items.entries()) {
    const next = i === 0 ? item : text + separator + item
    const rest = i === items.length - 1 ? 0 : 2
    if (displayWidth(next) + rest > width) return i === 0 ? cutEnd(item, width) : `${text} …`
    text = next
  }
  return text
}

function takeWhileFits(parts: readonly string[], width: number): string[] {
  let used = 0
  const end = parts.findIndex(part => (used += displayWidth(part)) > width)
  return parts.slice(0, end === -1 ? parts.length : end)
}
