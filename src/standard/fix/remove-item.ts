import { isDeepStrictEqual } from 'node:util'
import { isNode, isSeq, type Node, type YAMLSeq } from 'yaml'
import type { Problem } from '../../diagnostics/problem.ts'
import { collectionsOf, parseWhole, plainOf, sameComments } from './edited.ts'
import { offsetOf } from './offset.ts'

/** The text without an item of a list that repeats an earlier one; `undefined` where a comment would go with it. */
export function removeItem(text: string, { place }: Problem): string | undefined {
  const at = offsetOf(text, place)
  const document = parseWhole(text)
  if (at === undefined || !document) return undefined
  for (const list of collectionsOf(document.contents)) {
    if (!isSeq(list)) continue
    const index = list.items.findIndex(item => isNode(item) && item.range?.[0] === at)
    if (index < 1) continue
    const edited = cut(text, list, index)
    const after = edited === undefined ? undefined : parseWhole(edited)
    if (edited === undefined || !after || !sameComments(text, edited)) return undefined
    // What is left must be the list without the item, and nothing else may have changed.
    list.items.splice(index, 1)
    return isDeepStrictEqual(plainOf(document), plainOf(after)) ? edited : undefined
  }
  return undefined
}

function cut(text: string, list: YAMLSeq, index: number): string | undefined {
  const [before, item] = [list.items[index - 1] as Node, list.items[index] as Node]
  if (!before.range || !item.range) return undefined
  const end = item.range[1]
  if (list.flow) return text.slice(0, before.range[1]) + text.slice(end)
  const from = text.lastIndexOf('\n', item.range[0]) + 1
  // Another item, or the key of the list, may begin in the same line.
  if (from < before.range[1] || !/^[ \t]*-[ \t]+$/.test(text.slice(from, item.range[0]))) return undefined
  const lineEnd = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1
  return lineEnd === 0 ? text.slice(0, from) : text.slice(0, from) + text.slice(lineEnd)
}
