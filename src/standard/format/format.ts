import { isDeepStrictEqual } from 'node:util'
import { isAlias, isMap, isSeq, parseDocument, type Document } from 'yaml'
import type { Problem } from '../../diagnostics/problem.ts'
import { plainOf, sameComments } from '../fix/edited.ts'
import { readYaml } from '../yaml-source.ts'
import { buildLayout } from './build.ts'
import { noOrders, standardOrders, type Orders } from './key-order.ts'
import { UnsupportedLayout } from './nodes.ts'
import { printBlock } from './print.ts'

/** A text in the one layout, or why it was left as it is. */
export type Formatted =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Lays a YAML text out anew: indented by two, lists in from their keys, one blank where there were several, no more
 * than one empty line, quotes where they are needed, keys of standards in the order of the documentation. Comments,
 * anchors, blocks of text and the lines of long texts stay. Gives a problem where the result would not hold the very
 * same values and comments.
 */
export function formatYaml(file: string, text: string): Formatted {
  const lines = text.replaceAll('\r\n', '\n')
  const { problems } = readYaml(file, text)
  if (problems.length > 0) return { ok: false, problems }
  const document = parseDocument(lines, { keepSourceTokens: true, prettyErrors: false, merge: false })
  const unsafe = (reason: string): Formatted => ({
    ok: false,
    problems: [
      { code: 'format/unsafe', severity: 'error', place: { file, line: 1, col: 1 }, values: { reason } }
    ]
  })
  try {
    const plain = plainOf(document)
    const laid = layOut(document, lines, ordersFor(document, plain))
    const after = parseDocument(laid, { prettyErrors: false, merge: false })
    if (after.errors.length > 0 || !isDeepStrictEqual(plain, plainOf(after))) return unsafe('value')
    if (!sameComments(lines, laid)) return unsafe('comment')
    const crlf = /^[^\n]*\r\n/.test(text)
    return { ok: true, text: crlf ? laid.replaceAll('\n', '\r\n') : laid }
  } catch (error) {
    if (error instanceof UnsupportedLayout) return unsafe(error.message)
    throw error
  }
}

function layOut(document: Document.Parsed, source: string, orders: Orders): string {
  const opened = document.directives.docStart === true
  if (opened && !/^---[ \t]*\n/.test(source)) throw new UnsupportedLayout('---')
  if (/^\.\.\.(?:\s|$)/m.test(source) && document.range[2] < source.length) throw new UnsupportedLayout('...')
  const lines = printBlock(buildLayout(document, source, orders), 0)
  return `${opened ? '---\n' : ''}${lines.join('\n')}\n`
}

/** Keys are not moved where one value stands for another that was written before. */
function ordersFor(document: Document.Parsed, plain: unknown): Orders {
  const isStandard = typeof plain === 'object' && plain !== null && 'linecheck' in plain
  return isStandard && !hasAlias(document.contents) ? standardOrders : noOrders
}

function hasAlias(node: unknown): boolean {
  if (isAlias(node)) return true
  if (isMap(node)) return node.items.some(({ key, value }) => hasAlias(key) || hasAlias(value))
  return isSeq(node) && node.items.some(hasAlias)
}
