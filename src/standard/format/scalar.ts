import { Scalar } from 'yaml'
import { STEP } from './layout.ts'

/**
 * A text on one line or several, as it is written down but for quotes that it does not need; lines after the first
 * without their indentation, which means nothing there. `quoted` keeps all quotes.
 */
export function writeScalar(node: Scalar, source: string, quoted = false): readonly string[] {
  const [from, to] = node.range!
  const written = source.slice(from, to)
  const lines = written.split('\n').map((line, i) => (i === 0 ? line.trimEnd() : line.trim()))
  if (lines.length > 1) return trimBlank(lines)
  const { value } = node
  if (!isQuoted(node) || typeof value !== 'string') return [written]
  if (!quoted && !needsQuotes(node)) return [value]
  return [node.type === Scalar.QUOTE_DOUBLE ? requote(value, written) : written]
}

export function isQuoted(node: Scalar): boolean {
  return node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE
}

/** Words that some version of YAML takes for something else than text. */
const spoken = /^(?:y|n|yes|no|on|off|true|false|null)$/i

/**
 * Whether a text in quotes would be another value without them, here or wherever it may be moved to, or to a reader of
 * another version of YAML. Only plain words do without.
 */
export function needsQuotes({ value }: Scalar): boolean {
  if (typeof value !== 'string' || spoken.test(value)) return true
  return !/^\p{L}[\p{L}\p{M}\p{N}_…-]*(?: [\p{L}\p{M}\p{N}_…-]+)*$/u.test(value) || /(?:^| )-/.test(value)
}

/** Single quotes in place of double ones, where no character is written as an escape and none would have to be. */
function requote(value: string, written: string): string {
  const escapes = /\\(?![\\"/])/.test(written.replace(/\\\\/g, ''))
  return escapes || value.includes("'") || /\p{Cc}/u.test(value) ? written : `'${value}'`
}

/** A block of text: its first line, and the others without the indentation that they share. */
export function writeBlockText(
  node: Scalar,
  source: string
): { readonly head: string; readonly lines: readonly string[]; readonly keeps: boolean } {
  const [from, to] = node.range!
  const written = source.slice(from, to)
  const end = written.indexOf('\n')
  const head = /^[|>][-+0-9]*/.exec(written)![0]
  const keeps = head.includes('+')
  const body = end === -1 ? [] : written.slice(end + 1).split('\n')
  if (body.at(-1) === '') body.pop()
  const first = body.find(line => line.trim() !== '')
  // Where it is said how far the text is in, blanks at its front belong to it.
  const said = /[1-9]/.exec(head)
  const shared = (first?.length ?? 0) - (first?.trimStart().length ?? 0)
  const width = said ? outerIndent(node) + Number(said[0]) : shared
  const lines = body.map(line => line.slice(width))
  return { head: head.replace(/[1-9]/, String(STEP)), lines: keeps ? lines : trimBlank(lines), keeps }
}

/** The indentation of what a block of text belongs to. */
function outerIndent({ srcToken }: Scalar): number {
  return srcToken?.type === 'block-scalar' ? srcToken.indent : 0
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex(line => line.trim() !== '')
  return lines.slice(0, end + 1)
}
