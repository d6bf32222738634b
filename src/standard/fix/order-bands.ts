import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, type Pair, type Node, type YAMLMap } from 'yaml'
import type { Problem } from '../../diagnostics/problem.ts'
import { collectionsOf, parseWhole, plainOf, sameComments } from './edited.ts'
import { offsetOf } from './offset.ts'

/** A stretch of the text, [from, to). */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The text with the bands of a map from the highest to the lowest, each with the comments in its line and in those
 * right above it; `undefined` where they cannot be told apart.
 */
export function orderBands(text: string, { place }: Problem): string | undefined {
  const at = offsetOf(text, place)
  const document = parseWhole(text)
  if (at === undefined || !document) return undefined
  for (const map of collectionsOf(document.contents)) {
    if (!isMap(map) || map.range?.[0] !== at) continue
    const stretches = map.flow ? flowStretches(text, map) : blockStretches(text, map)
    if (!stretches) return undefined
    const edited = permute(text, stretches, orderOf(map))
    const after = parseWhole(edited)
    const kept = after && isDeepStrictEqual(plainOf(document), plainOf(after)) && sameComments(text, edited)
    return kept ? edited : undefined
  }
  return undefined
}

/** Which of its pairs comes first, second and so on; equal edges keep their order, of which the first one counts. */
function orderOf(map: YAMLMap): readonly number[] {
  const edges = map.items.map(({ value }) => (isScalar(value) ? Number(value.value) : Number.NaN))
  return edges.map((_, i) => i).sort((a, b) => edges[b]! - edges[a]! || a - b)
}

function permute(text: string, stretches: readonly Stretch[], order: readonly number[]): string {
  let edited = ''
  let at = 0
  for (const [i, { from, to }] of stretches.entries()) {
    const source = stretches[order[i]!]!
    edited += text.slice(at, from) + text.slice(source.from, source.to)
    at = to
  }
  return edited + text.slice(at)
}

function flowStretches(text: string, map: YAMLMap): readonly Stretch[] | undefined {
  const [from, to] = map.range!
  const stretches = map.items.map(pair => stretchOf(pair))
  // A comment belongs to one of the bands, but which one cannot be told where commas stand between.
  if (/(?<=\s)#/.test(text.slice(from, to)) || stretches.includes(undefined)) return undefined
  return stretches as readonly Stretch[]
}

/** Whole lines without the last line end, from the comments right above a band. */
function blockStretches(text: string, map: YAMLMap): readonly Stretch[] | undefined {
  const stretches: Stretch[] = []
  for (const pair of map.items) {
    const found = stretchOf(pair)
    if (!found) return undefined
    let from = lineStart(text, found.from)
    if (text.slice(from, found.from).trim() !== '') return undefined
    const previous = stretches.at(-1)
    // What stands above the first may be about all of them.
    while (previous && isCommentLine(text, from) && lineStart(text, from - 1) > previous.to) {
      from = lineStart(text, from - 1)
    }
    if (previous && text.slice(previous.to, from).includes('#')) return undefined
    stretches.push({ from, to: lineEnd(text, found.to) })
  }
  return stretches
}

function stretchOf({ key, value }: Pair): Stretch | undefined {
  const [first, last] = [key as Node | null, value as Node | null]
  return first?.range && last?.range ? { from: first.range[0], to: last.range[1] } : undefined
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Where the content of a line ends, before its line end. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end === -1) return text.length
  return text[end - 1] === '\r' ? end - 1 : end
}

/** Whether the line above the one that begins at a place is a comment. */
function isCommentLine(text: string, at: number): boolean {
  return at > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, at - 1), at))
}
