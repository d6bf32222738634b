import {
  Document,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLSeq
} from 'yaml'
import type { Path } from '../pattern/resolve.ts'

/** A new value for what stands at a path: a plain value, or a list of texts. */
export interface YamlEdit {
  readonly path: Path
  readonly value: string | number | null | readonly string[]
}

/** A stretch of the text, [from, to), and what comes in its place. */
interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Changes values in a YAML text and leaves everything else as it is, byte for byte: comments, order, indentation and
 * the way texts are quoted. Paths that lead nowhere are left alone.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document = parseDocument(text)
  const splices = edits.flatMap(({ path, value }) => {
    const node = document.getIn(path, true) as ParsedNode | undefined
    if (!node?.range) return []
    if (!Array.isArray(value)) return [replaceScalar(node, value as string | number | null)]
    return isSeq(node) ? replaceItems(text, node, value) : [replaceNode(node, writeList(value))]
  })
  let edited = text
  for (const { from, to, text: written } of splices.sort((a, b) => b.from - a.from)) {
    edited = edited.slice(0, from) + written + edited.slice(to)
  }
  return edited
}

function replaceScalar(node: Node, value: string | number | null): Splice {
  const quoting = isScalar(node) && typeof value === 'string' ? node.type : undefined
  return replaceNode(node, writeScalar(value, quoting))
}

function replaceNode(node: Node, text: string): Splice {
  return { from: node.range![0], to: node.range![1], text }
}

/** Changes the items of a list one by one, so that what stands between them stays. */
function replaceItems(text: string, list: YAMLSeq, values: readonly string[]): Splice[] {
  const items = list.items as readonly Node[]
  const last = items.at(-1)
  if (values.length === 0 || !last || items.some(item => !isScalar(item))) {
    // The extent of a block list takes in the comments behind it.
    const to = list.flow || !last ? list.range![1] : last.range![1]
    return [{ from: list.range![0], to, text: writeList(values) }]
  }
  const shared = Math.min(items.length, values.length)
  const changed = items
    .slice(0, shared)
    .flatMap((item, i) =>
      isScalar(item) && item.value === values[i] ? [] : [replaceScalar(item, values[i]!)]
    )
  const fewer = items.slice(shared)
  const more = values.slice(shared).map(value => writeScalar(value, isScalar(last) ? last.type : undefined))
  if (fewer.length > 0) {
    const [kept, gone] = [items[shared - 1]!, fewer[0]!]
    return list.flow
      ? [...changed, { from: kept.range![1], to: last.range![1], text: '' }]
      : [...changed, { from: lineStart(text, gone.range![0]), to: nextLine(text, last.range![1]), text: '' }]
  }
  if (more.length === 0) return changed
  if (list.flow) return [...changed, insert(last.range![1], more.map(value => `, ${value}`).join(''))]
  const from = lineStart(text, last.range![0])
  const indent = text.slice(from, text.indexOf('-', from))
  const end = nextLine(text, last.range![1])
  const broken = text[end - 1] === '\n'
  const lines = more.map(value => `${indent}- ${value}`).join('\n')
  return [...changed, insert(end, broken ? `${lines}\n` : `\n${lines}`)]
}

const insert = (at: number, text: string): Splice => ({ from: at, to: at, text })

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

/** A value as it may stand in a flow list, quoted as asked where that is possible. */
function writeScalar(value: string | number | null, quoting: Scalar['type'] | undefined): string {
  // JSON is YAML too, and keeps on one line what YAML would break.
  if (typeof value === 'string' && /\p{Cc}/u.test(value)) return JSON.stringify(value)
  const document = new Document([value])
  const list = document.contents as YAMLSeq
  list.flow = true
  const [item] = list.items
  if (isScalar(item) && (quoting === 'QUOTE_SINGLE' || quoting === 'QUOTE_DOUBLE')) item.type = quoting
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}

function writeList(values: readonly string[]): string {
  return `[${values.map(value => writeScalar(value, undefined)).join(', ')}]`
}
