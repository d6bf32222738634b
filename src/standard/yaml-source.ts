import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type Document,
  type Node
} from 'yaml'
import type { Place, Problem } from '../diagnostics/problem.ts'
import type { Path } from '../pattern/resolve.ts'

/** Tells where the parts of a value were written. */
export interface Places {
  /** Where the value at a path stands; the nearest one above it when there is none. */
  placeOf(path: Path): Place
  /** Where the key that ends a path stands. */
  placeOfKey(path: Path): Place
  /** Where a part of a text value stands, [from, to) in units of the value. */
  placeWithin(path: Path, from: number, to: number): Place
}

/** A YAML file whose values keep their places. */
export interface YamlSource extends Places {
  readonly file: string
  readonly text: string
  /** The plain value, `undefined` when the file is not YAML. */
  readonly value: unknown
  readonly problems: readonly Problem[]
}

export function readYaml(file: string, text: string): YamlSource {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, merge: false })
  const at = (from: number, to: number): Place => {
    const { line, col } = counter.linePos(from)
    const lineEnd = text.indexOf('\n', from)
    const end = lineEnd === -1 ? to : Math.min(to, lineEnd)
    return { file, line, col, length: Math.max(1, end - from) }
  }
  const problems = [...document.errors, ...document.warnings].map((error): Problem => ({
    code: 'standard/syntax',
    severity: 'error',
    place: at(error.pos[0], error.pos[1]),
    values: { reason: error.message.split('\n')[0]! }
  }))
  if (problems.length === 0 && document.contents === null) {
    problems.push({ code: 'standard/empty', severity: 'error', place: { file }, values: {} })
  }

  function placeOf(path: Path): Place {
    const node = nodeAt(document, path)
    return node?.range ? at(node.range[0], node.range[1]) : { file, line: 1, col: 1 }
  }

  function placeOfKey(path: Path): Place {
    const parent = nodeAt(document, path.slice(0, -1))
    const name = path.at(-1)
    const pair =
      isMap(parent) &&
      parent.items.find(item => isScalar(item.key) && String(item.key.value) === String(name))
    const range = pair && isScalar(pair.key) ? pair.key.range : undefined
    return range ? at(range[0], range[1]) : placeOf(path)
  }

  function placeWithin(path: Path, from: number, to: number): Place {
    const node = nodeAt(document, path)
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') return placeOf(path)
    const written = text.slice(node.range[0], node.range[1])
    const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE
    const start = quoted ? 1 : 0
    // With escapes or folded lines, offsets in the value say nothing of the file: show the whole value.
    if (written.slice(start, start + node.value.length) !== node.value) return placeOf(path)
    return at(node.range[0] + start + from, node.range[0] + start + Math.max(to, from + 1))
  }

  return {
    file,
    text,
    value: problems.length === 0 ? toPlain(document) : undefined,
    problems,
    placeOf,
    placeOfKey,
    placeWithin
  }
}

function toPlain(document: Document): unknown {
  return document.toJS({ maxAliasCount: 1000 })
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const resolve = (value: unknown): unknown => (isAlias(value) ? value.resolve(document) : value)
  let node = resolve(document.contents)
  let found = isNode(node) ? node : undefined
  for (const key of path) {
    node = resolve(child(node, key))
    if (!isNode(node)) break
    found = node
  }
  return found
}

function child(node: unknown, key: string | number): unknown {
  if (isMap(node))
    return node.items.find(item => isScalar(item.key) && String(item.key.value) === String(key))?.value
  if (isSeq(node)) return node.items[Number(key)]
  return undefined
}
