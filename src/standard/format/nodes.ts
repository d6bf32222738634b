import { isMap, isScalar, isSeq, Scalar, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { isQuoted, needsQuotes } from './scalar.ts'

/** What is in a document that is not laid out anew. */
export class UnsupportedLayout extends Error {}

/** A document with the text that it was read from. */
export interface SourceDocument {
  readonly document: Document.Parsed
  readonly source: string
}

/** Anchor and tag of a node, as they are written. */
export function propsOf({ document }: SourceDocument, node: Node): string {
  const { anchor, tag } = node as Scalar
  const named = tag === undefined ? undefined : document.directives.tagString(tag)
  return [anchor && `&${anchor}`, named].filter(part => part).join(' ')
}

export function sourceOf({ source }: SourceDocument, node: Node): string {
  return source.slice(node.range![0], node.range![1])
}

/** Whether a text in a collection takes more than one line. */
export function hasLines(from: SourceDocument, node: unknown): boolean {
  if (isScalar(node)) return (node.range ?? undefined) !== undefined && sourceOf(from, node).includes('\n')
  if (isMap(node)) return node.items.some(({ key, value }) => hasLines(from, key) || hasLines(from, value))
  return isSeq(node) && node.items.some(item => hasLines(from, item))
}

export function isTextBlock(node: unknown): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL)
}

/** Whether a text needs its quotes; then the others in its list keep theirs. */
export function keepsQuotes(item: unknown): boolean {
  return isScalar(item) && isQuoted(item) && needsQuotes(item)
}

/** Where the entries of a block begin: its dashes, or its keys. */
export function startsOf(node: YAMLMap | YAMLSeq): readonly number[] {
  return isSeq(node) ? dashesOf(node) : keysOf(node)
}

function keysOf(map: YAMLMap): readonly number[] {
  return map.items.map(({ key, srcToken }) => {
    const explicit = srcToken?.start.some(token => token.type === 'explicit-key-ind')
    if (explicit || !isScalar(key) || !key.range) throw new UnsupportedLayout('key')
    return key.range[0]
  })
}

function dashesOf({ srcToken }: YAMLSeq): readonly number[] {
  if (srcToken?.type !== 'block-seq') throw new UnsupportedLayout('list')
  const items = srcToken.items.map(({ start }) => start.find(({ type }) => type === 'seq-item-ind'))
  return items.filter(token => token !== undefined).map(({ offset }) => offset)
}
