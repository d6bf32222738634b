const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * A text that a spreadsheet will not take for a formula: one that begins with `= + - @`, their full-width forms, a tab
 * or a line break gets an apostrophe before it. Numbers need no guard and must not get one.
 */
export function guardText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** One line of CSV as RFC 4180 has it. Texts are guarded; numbers are written unrounded; `null` is an empty cell. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell => (typeof cell === 'number' ? String(cell) : quote(guardText(cell ?? '')))).join(',')}\r\n`
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
