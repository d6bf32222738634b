import { showText } from '../terminal/display.ts'
import { cutText } from './texts.ts'

const LONGEST_CELL = 300

/**
 * A text that is nothing but text, in Markdown, in HTML within it and in cells of tables alike. References stand for
 * signs that would mean something, since they hold in all three; what code hosts look for in the finished page (names
 * after `@`, numbers after `#`, addresses) is broken by a space without width.
 */
export function markdownText(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(line => escape(showText(line)))
    .join('<br>')
}

/** The same as code: names of files and rules. */
export function markdownCode(text: string): string {
  return `<code>${escape(showText(text))}</code>`
}

/** A row of a table; cells are Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/** The head of a table; columns after the first `left` ones are figures. */
export function markdownHead(cells: readonly string[], figures: readonly number[] = []): string {
  return (
    markdownRow(cells) + `|${cells.map((_, i) => (figures.includes(i) ? ' ---: |' : ' --- |')).join('')}\n`
  )
}

/** A text in a cell, cut where it is very long. */
export function markdownCell(text: string | undefined): string {
  return text === undefined ? '' : markdownText(cutText(text.trim(), LONGEST_CELL))
}

const broken: Readonly<Record<string, string>> = {
  '@': '@&#8203;',
  '#': '#&#8203;',
  '://': ':&#8203;//',
  'www.': 'www.&#8203;'
}

function escape(text: string): string {
  return text.replaceAll(
    /:\/\/|www\.|[&<>"|*_`~[\]\\$@#]/gi,
    sign => broken[sign.toLowerCase()] ?? `&#${sign.charCodeAt(0)};`
  )
}
