import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isSeq, parseDocument, type Document, type Node } from 'yaml'
import { listComments } from '../format/comments.ts'

/** The document that a text holds; `undefined` when it is no YAML. */
export function parseWhole(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, { prettyErrors: false, merge: false })
  return document.errors.length > 0 ? undefined : document
}

export function plainOf(document: Document.Parsed): unknown {
  return document.toJS({ maxAliasCount: 1000 })
}

/** Whether two texts have the same comments, in whatever order. */
export function sameComments(a: string, b: string): boolean {
  const list = (text: string): readonly string[] =>
    listComments(text)
      .map(comment => comment.text)
      .sort()
  return isDeepStrictEqual(list(a), list(b))
}

/** Every map and list of a document, from the outside inwards. */
export function* collectionsOf(node: unknown): Iterable<Node> {
  if (!isNode(node)) return
  if (isMap(node)) {
    yield node
    for (const { key, value } of node.items) {
      yield* collectionsOf(key)
      yield* collectionsOf(value)
    }
  } else if (isSeq(node)) {
    yield node
    for (const item of node.items) yield* collectionsOf(item)
  }
}

/**
 * Whether the one thing that became different is a word: all else is as it was, and where a text or key changed it did
 * by having the one word in the place of the other.
 */
export function isSoleChange(before: unknown, after: unknown, word: string, meant: string): boolean {
  if (isDeepStrictEqual(before, after)) return true
  if (typeof before === 'string' && typeof after === 'string') return before.replaceAll(word, meant) === after
  if (Array.isArray(before) && Array.isArray(after)) {
    return (
      before.length === after.length && before.every((item, i) => isSoleChange(item, after[i], word, meant))
    )
  }
  if (!isPlainMap(before) || !isPlainMap(after)) return false
  const [old, now] = [Object.entries(before), Object.entries(after)]
  return (
    old.length === now.length &&
    old.every(([key, value], i) => {
      const [other, changed] = now[i]!
      return isSoleChange(key, other, word, meant) && isSoleChange(value, changed, word, meant)
    })
  )
}

function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
