import type { Problem } from '../../diagnostics/problem.ts'
import { peek } from '../bytes/peek.ts'
import { splitLines } from '../bytes/split-lines.ts'
import { countRow } from '../count-row.ts'
import type { ReadContext } from '../reader.ts'
import { badJson } from './bad-json.ts'
import { headKeys } from './head-keys.ts'
import { type Element, readElements } from './read-elements.ts'
import { foldKey, isObject } from './spot.ts'

/** A value of a file, or the problem of a line that is none. */
export type Document = Element | { readonly problem: Problem; readonly line: number }

const HEAD = 1 << 16

/**
 * The documents of a file, whichever way it holds them: it is one, a list of them, an object with a list of them, or
 * has one on each line. Blank lines are counted; what ends the reading is told and counted.
 *
 * @param inside The key (`a.b`) of the list in an object that is no document itself.
 */
export async function* readJson(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  inside?: string
): AsyncGenerator<Document> {
  const { head, chunks } = await peek(bytes, HEAD)
  const start = head.toString('utf8', 0, HEAD)
  if (!isLines(start)) {
    const many = inside !== undefined && headKeys(start).has(foldKey(inside))
    yield* readElements(chunks, context, many ? inside : undefined)
    return
  }
  let line = 0
  for await (const lines of splitLines(chunks)) {
    for (const text of lines) {
      line++
      if (text.trim() === '') countRow(context.counts, 'blank')
      else yield* documentsOf(text, line, context, inside)
    }
  }
}

function* documentsOf(
  text: string,
  line: number,
  context: ReadContext,
  inside?: string
): Generator<Document> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    yield { problem: badJson(text, context.file, line), line }
    return
  }
  const many = inside
    ?.split('.')
    .reduce((part: unknown, key) => (isObject(part) ? part[key] : undefined), value)
  const values: readonly unknown[] = Array.isArray(many) ? many : [value]
  for (const document of values) yield { value: document, line }
}

/** Whether there is a document on each line; one line alone is read the same way. */
function isLines(head: string): boolean {
  const first = head.trimStart()
  if (!first.startsWith('{')) return false
  const end = first.indexOf('\n')
  if (end < 0) return true
  try {
    JSON.parse(first.slice(0, end))
    return true
  } catch {
    return false
  }
}
