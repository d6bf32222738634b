import {
  isAlias,
  isCollection,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import { splitBrackets } from './brackets.ts'
import { arrange, type Orders } from './key-order.ts'
import type { Entry, FlowForms, Path, Value } from './layout.ts'
import {
  isTextBlock,
  keepsQuotes,
  propsOf,
  sourceOf,
  UnsupportedLayout,
  type SourceDocument
} from './nodes.ts'
import { writeBlockText, writeScalar } from './scalar.ts'

/** Writes what holds no comments: keys, texts, and collections in brackets. */
export interface FlowWriter {
  key(node: unknown): string
  /** A text, an alias or nothing. `quoted` keeps quotes. */
  plain(node: Node | null, quoted: boolean): Value
  /** A collection on one line, and as it stands when that would be too long. */
  collection(node: YAMLMap | YAMLSeq, path: Path): FlowForms
}

const bare = { above: [], blank: false, beside: undefined, between: [], behind: undefined } as const

export function createFlowWriter(from: SourceDocument, orders: Orders): FlowWriter {
  const { source } = from

  function key(node: unknown): string {
    if (!isScalar(node) || isTextBlock(node)) throw new UnsupportedLayout('key')
    return join(propsOf(from, node), writeScalar(node, source)[0]!)
  }

  function plain(node: Node | null, quoted: boolean): Value {
    if (node === null) return { kind: 'line', text: '' }
    if (isAlias(node)) return { kind: 'line', text: sourceOf(from, node) }
    const props = propsOf(from, node)
    if (isTextBlock(node)) {
      const { head, lines, keeps } = writeBlockText(node as Scalar, source)
      return { kind: 'lines', lines: [join(props, head), ...lines], keeps }
    }
    const [first = '', ...rest] = writeScalar(node as Scalar, source, quoted)
    const text = join(props, first)
    return rest.length > 0 ? { kind: 'lines', lines: [text, ...rest] } : { kind: 'line', text }
  }

  function collection(node: YAMLMap | YAMLSeq, path: Path): FlowForms {
    const props = propsOf(from, node)
    const text = inline(node, path)
    if (!sourceOf(from, node).includes('\n')) return { props, text, long: undefined }
    // Lists of phrases are read across; what has parts is read downwards.
    const flat = isSeq(node) && node.items.every(item => !isCollection(item))
    const long: FlowForms['long'] = flat
      ? { kind: 'bracketed', props, lines: splitBrackets(source, node) }
      : { kind: 'block', props, entries: entriesOf(node, path), below: [] }
    return { props, text, long }
  }

  /** A collection on one line, without anchor and tag. */
  function inline(node: YAMLMap | YAMLSeq, path: Path): string {
    if (isSeq(node)) {
      const quoted = node.items.some(keepsQuotes)
      const items = node.items.map((item, i) => inner(item as Node, [...path, i], quoted))
      return `[${items.join(', ')}]`
    }
    const pairs = pairsOf(node, path).map(({ name, key: written, value }) => {
      const text = inner(value, [...path, name], false)
      return text === '' ? written : `${written}: ${text}`
    })
    if (!sourceOf(from, node).startsWith('{')) return pairs.join('')
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }

  function inner(node: Node | null, path: Path, quoted: boolean): string {
    if (isCollection(node)) return join(propsOf(from, node), inline(node as YAMLMap | YAMLSeq, path))
    const value = plain(node, quoted)
    return value.kind === 'line' ? value.text : ''
  }

  function pairsOf(map: YAMLMap, path: Path) {
    const pairs = map.items.map(pair => {
      const name = String((pair.key as Scalar).value)
      return { ...bare, name, key: key(pair.key), value: pair.value as Node | null }
    })
    return arrange(pairs, [], orders, path)
  }

  /** The entries of a collection in brackets, were it a block. */
  function entriesOf(node: YAMLMap | YAMLSeq, path: Path): readonly Entry[] {
    if (!isSeq(node)) {
      return pairsOf(node, path).map(pair => ({
        ...pair,
        value: entry(pair.value, [...path, pair.name], false)
      }))
    }
    const quoted = node.items.some(keepsQuotes)
    return node.items.map((item, i) => {
      return { ...bare, key: undefined, name: String(i), value: entry(item as Node, [...path, i], quoted) }
    })
  }

  function entry(node: Node | null, path: Path, quoted: boolean): Value {
    if (!isCollection(node)) return plain(node, quoted)
    return { kind: 'flow', ...collection(node as YAMLMap | YAMLSeq, path) }
  }

  return { key, plain, collection }
}

function join(props: string, text: string): string {
  return props === '' || text === '' ? props + text : `${props} ${text}`
}
