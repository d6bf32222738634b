import {
  isCollection,
  isMap,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import { splitBrackets } from './brackets.ts'
import { isBelowBlank, lineStart, readComments } from './comments.ts'
import { createFlowWriter } from './flow.ts'
import { arrange, type Orders } from './key-order.ts'
import type { Block, Entry, Path, Value } from './layout.ts'
import { hasLines, isTextBlock, keepsQuotes, propsOf, startsOf, UnsupportedLayout } from './nodes.ts'

/** Where what follows begins, and the column of what the block itself is a part of. */
interface Next {
  readonly at: number
  readonly col: number
  readonly outer: number
}

type Content = Pick<Entry, 'beside' | 'between' | 'value' | 'behind'>

/**
 * The layout of a document whose content is a block, each comment with what it is about. `orders` say which keys stand
 * in which order.
 * @throws UnsupportedLayout for what is seldom written and not laid out anew.
 */
export function buildLayout(document: Document.Parsed, source: string, orders: Orders): Block {
  const { contents } = document
  if (!isCollection(contents) || contents.flow) throw new UnsupportedLayout('content')
  const from = { document, source }
  const comments = readComments(source)
  const flow = createFlowWriter(from, orders)
  const colOf = (at: number): number => at - lineStart(source, at)
  const isFirstInLine = (at: number): boolean => source.slice(lineStart(source, at), at).trim() === ''

  function buildBlock(node: YAMLMap | YAMLSeq, next: Next, path: Path): Block {
    const starts = startsOf(node)
    const col = colOf(starts[0]!)
    const quoted = isSeq(node) && node.items.some(keepsQuotes)
    const entries = (node.items as readonly (Node | Pair)[]).map((item, i) => {
      const at = starts[i]!
      const follow = starts[i + 1]
      const after = { ...(follow === undefined ? next : { at: follow, col }), outer: col }
      const above = comments.takeAbove(at)
      const blank = isFirstInLine(at) && isBelowBlank(source, at)
      if (isSeq(node)) {
        const content = buildContent(item as Node, at + 1, after, [...path, i], quoted)
        return { above, blank, key: undefined, name: String(i), ...content }
      }
      const { key, value } = item as Pair<Scalar, Node | null>
      const name = String(key.value)
      const content = buildContent(value, key.range![1], after, [...path, name], false)
      return { above, blank, key: flow.key(key), name, ...content }
    })
    // A comment as far in as what is around the block is not about the block.
    const below = comments.takeIndented(Math.max(col, next.col + 1, next.outer + 1), next.at)
    return {
      props: propsOf(from, node),
      entries: isMap(node) ? arrange(entries, below, orders, path) : entries,
      below
    }
  }

  /** What stands behind a key or dash that ends at a place. */
  function buildContent(node: Node | null, end: number, next: Next, path: Path, quoted: boolean): Content {
    if (isCollection(node) && !node.flow) {
      const block = node as YAMLMap | YAMLSeq
      const beside = comments.takeBehind(end, startsOf(block)[0]!)?.text
      const value: Value = { kind: 'block', ...buildBlock(block, next, path) }
      return { beside, between: [], value, behind: undefined }
    }
    const [begin, to] = node?.range ?? [end, end]
    const beside = comments.takeBehind(end, begin)?.text
    const between = comments.takeAbove(begin)
    const value = isCollection(node) ? buildFlow(node as YAMLMap | YAMLSeq, path) : flow.plain(node, quoted)
    const behind = comments.takeBehind(isTextBlock(node) ? begin : to, next.at)?.text
    return { beside, between, value, behind }
  }

  function buildFlow(node: YAMLMap | YAMLSeq, path: Path): Value {
    const [begin, to] = node.range!
    const stays = comments.takeWithin(begin, to) > 0 || hasLines(from, node)
    return stays
      ? { kind: 'bracketed', props: propsOf(from, node), lines: splitBrackets(source, node) }
      : { kind: 'flow', ...flow.collection(node, path) }
  }

  const block = buildBlock(contents as YAMLMap | YAMLSeq, { at: source.length, col: -1, outer: -1 }, [])
  const below = [...block.below, ...comments.takeAbove(source.length)]
  if (comments.left > 0) throw new UnsupportedLayout('comment')
  return { ...block, below }
}
