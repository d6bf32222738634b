import stringWidth from 'string-width'
import { STEP, type Block, type Bracketed, type Entry, type Remark, type Value } from './layout.ts'

// Longest line that a collection is drawn together to.
const WIDTH = 110

/** The lines of a block; `indent` is the column of its keys or dashes. */
export function printBlock(block: Block, indent: number): readonly string[] {
  const lines: string[] = []
  const pad = ' '.repeat(indent)
  // Blank lines at the end of a text that keeps them are part of it.
  let open = false
  const remark = ({ text, blank }: Remark): void => {
    if (blank && lines.length > 0 && !open) lines.push('')
    lines.push(pad + text)
    open = false
  }
  for (const entry of block.entries) {
    for (const one of entry.above) remark(one)
    if (entry.blank && lines.length > 0 && !open) lines.push('')
    lines.push(...printEntry(entry, indent))
    open = endsOpen(entry.value)
  }
  for (const one of block.below) remark(one)
  return lines
}

function endsOpen(value: Value): boolean {
  if (value.kind === 'lines') return value.keeps === true
  const last = value.kind === 'block' && value.below.length === 0 ? value.entries.at(-1) : undefined
  return last !== undefined && endsOpen(last.value)
}

function printEntry(entry: Entry, indent: number): readonly string[] {
  const { key, beside, between } = entry
  const pad = ' '.repeat(indent)
  const head = `${pad}${key === undefined ? '-' : `${key}:`}`
  const alone = beside !== undefined || between.length > 0
  const value = choose(entry.value, alone ? indent + STEP : stringWidth(head) + 1)
  if (value.kind === 'block') {
    const note = beside ?? entry.behind
    const lines = [
      ...between.map(({ text }) => `${pad}${' '.repeat(STEP)}${text}`),
      ...printBlock(value, indent + STEP)
    ]
    // What begins an item begins in the line of its dash.
    if (key === undefined && note === undefined && value.props === '' && !startsWithRemark(value)) {
      return [`${head} ${lines[0]!.trimStart()}`, ...lines.slice(1)]
    }
    return [join(head, value.props, note), ...lines]
  }
  const inner = `${pad}${' '.repeat(STEP)}`
  const texts = textsOf(value, indent, alone ? indent + STEP : stringWidth(head) + 1)
  const [first = '', ...rest] = remarked(texts, entry)
  const more = rest.map(line => (line === '' ? '' : inner + line))
  if (!alone) return [join(head, first), ...more]
  return [join(head, beside), ...between.map(({ text }) => inner + text), inner + first, ...more]
}

function startsWithRemark({ entries }: Block): boolean {
  return entries[0] !== undefined && entries[0].above.length > 0
}

/** A collection on one line where it was so or fits from a column on, else as it is when it is long. */
function choose(value: Value, column: number): Exclude<Value, { readonly kind: 'flow' }> {
  if (value.kind !== 'flow') return value
  const text = join(value.props, value.text)
  const fits = column + stringWidth(text) <= WIDTH
  return value.long === undefined || fits ? { kind: 'line', text } : value.long
}

/** The lines of a value that begins in a column; those after the first without the indentation of what is below a key. */
function textsOf(value: Value, indent: number, column: number): readonly string[] {
  if (value.kind === 'lines') return value.lines
  if (value.kind === 'bracketed') return printBrackets(value, indent + STEP, column)
  return value.kind === 'line' ? [value.text] : ['']
}

/** Lines below an open bracket stand right of it, or a step further in where it ends its line. */
function printBrackets({ props, lines }: Bracketed, inner: number, column: number): readonly string[] {
  const columns: number[] = []
  return lines.map(({ text, bracket }, i) => {
    if (!bracket) {
      columns.push(i === 0 ? column + (props === '' ? 0 : stringWidth(props) + 1) : inner)
      return i === 0 ? join(props, text) : text
    }
    const { line, before, hangs, closes } = bracket
    const base = hangs ? (line === 0 ? inner : columns[line]!) : columns[line]! + stringWidth(before)
    const own = closes ? base : base + (hangs ? STEP : 1)
    columns.push(own)
    return text === '' ? '' : ' '.repeat(own - inner) + text
  })
}

/** The lines of a value with the comment behind it, which a block of text has in its first line. */
function remarked(lines: readonly string[], { value, behind }: Entry): readonly string[] {
  const at = value.kind === 'lines' && value.keeps !== undefined ? 0 : lines.length - 1
  return lines.map((line, i) => (i === at ? join(line, behind) : line))
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join(' ')
}
