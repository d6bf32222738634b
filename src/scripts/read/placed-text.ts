import type { LinePlace } from '../../report/items/item.ts'

/** Tells the line and column of offsets in a text with `\n` at its line ends. */
export interface Spot {
  readonly file: string
  readonly source: string
  /** The place of [from, to), as far as its first line goes. */
  placeOf(from: number, to: number): LinePlace
  /** The offset of a line and column, from 1. */
  offsetOf(line: number, col: number): number
}

export function createSpot(file: string, source: string): Spot {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    file,
    source,
    offsetOf: (line, col) => (starts[line - 1] ?? source.length) + col - 1,
    placeOf(from, to) {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= from) low = middle
        else high = middle - 1
      }
      const lineEnd = (starts[low + 1] ?? source.length + 1) - 1
      const length = Math.max(1, Math.min(to, lineEnd) - from)
      return { file, line: low + 1, col: from - starts[low]! + 1, length }
    }
  }
}

/** A stretch of a value that stands in the file as it is: value[at, at + length) = source[from, from + length). */
interface Stretch {
  readonly at: number
  readonly from: number
  readonly length: number
}

/** A text that was read out of a file, perhaps from several lines of it. */
export interface PlacedText {
  readonly text: string
  placeOf(from: number, to: number): LinePlace
}

/** Puts a text together from stretches of a file, and what a reader puts between them. */
export interface TextBuilder {
  /** A stretch of the file. */
  take(from: number, to: number): void
  /** What stands otherwise in the file: a line break, a character for its escape. */
  add(text: string): void
  /** What was put together, without blanks around it. */
  finish(): PlacedText
}

export function createTextBuilder(spot: Spot): TextBuilder {
  let text = ''
  const stretches: Stretch[] = []
  return {
    take(from, to) {
      // An empty stretch still says where the text would stand.
      if (to < from) return
      stretches.push({ at: text.length, from, length: to - from })
      text += spot.source.slice(from, to)
    },
    add: piece => void (text += piece),
    finish() {
      const skipped = text.length - text.trimStart().length
      return cutText({ text, placeOf: (from, to) => placeIn(spot, stretches, from, to) }, skipped)
    }
  }
}

/** A part of a text without the blanks around it. */
export function cutText({ text, placeOf }: PlacedText, from: number, to: number = text.length): PlacedText {
  const part = text.slice(from, to)
  const start = from + part.length - part.trimStart().length
  return { text: part.trim(), placeOf: (a, b) => placeOf(start + a, start + b) }
}

/** A text of which no more is known than where it stands. */
export function textAt(text: string, place: LinePlace): PlacedText {
  return { text: text.trim(), placeOf: () => place }
}

/** Texts as lines of one. */
export function joinLines(parts: readonly PlacedText[]): PlacedText {
  const [only] = parts
  if (only && parts.length === 1) return only
  if (!only) return textAt('', { file: '', line: 1 })
  const starts: number[] = []
  let text = ''
  for (const part of parts) {
    if (starts.length > 0) text += '\n'
    starts.push(text.length)
    text += part.text
  }
  return {
    text,
    placeOf(from, to) {
      const i = Math.max(
        0,
        starts.findLastIndex(start => start <= from)
      )
      return parts[i]!.placeOf(from - starts[i]!, Math.min(to - starts[i]!, parts[i]!.text.length))
    }
  }
}

function placeIn(spot: Spot, stretches: readonly Stretch[], from: number, to: number): LinePlace {
  const first = stretches.findLast(({ at }) => at <= from) ?? stretches[0]
  if (!first) return { file: spot.file, line: 1 }
  const last = stretches.findLast(({ at }) => at < to) ?? first
  const offset = ({ at, from: start, length }: Stretch, value: number): number =>
    start + Math.min(Math.max(0, value - at), length)
  return spot.placeOf(offset(first, from), Math.max(offset(last, to), offset(first, from)))
}
