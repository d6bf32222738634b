import { isCollection, isMap, type Node } from 'yaml'
import type { BracketLine, OpenBracket } from './layout.ts'

/** A pair of brackets in the text, [from, to). */
interface Brackets {
  readonly from: number
  readonly to: number
}

/** The lines of a collection in brackets, each with the innermost bracket that is open where it begins. */
export function splitBrackets(source: string, node: Node): readonly BracketLine[] {
  const [from, to] = node.range!
  const brackets = listBrackets(source, node)
  const starts: number[] = []
  const texts = source.slice(from, to).split('\n')
  let at = from
  for (const text of texts) {
    starts.push(at + text.length - text.trimStart().length)
    at += text.length + 1
  }
  return texts.map((text, i) => {
    const start = starts[i]!
    const open = brackets.filter(pair => i > 0 && pair.from < start && start < pair.to).at(-1)
    return { text: text.trim(), bracket: open && describeBracket(source, open, starts, start) }
  })
}

function describeBracket(
  source: string,
  { from, to }: Brackets,
  starts: readonly number[],
  start: number
): OpenBracket {
  const line = starts.findLastIndex(other => other <= from)
  const before = source.slice(starts[line], from)
  return { line, before, hangs: /^[^\S\n]*(?:#.*)?\n/.test(source.slice(from + 1)), closes: start === to - 1 }
}

/** All brackets of a collection, outer ones before those in them. */
function listBrackets(source: string, node: unknown): readonly Brackets[] {
  if (!isCollection(node) || !node.range) return []
  const inner = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : node.items
  const [from, to] = node.range
  const own = /[[{]/.test(source[from]!) ? [{ from, to }] : []
  return [...own, ...inner.flatMap(item => listBrackets(source, item))]
}
