import { isAscii, isUtf8 } from 'node:buffer'
import { countNewlines } from './count-newlines.ts'
import { detectBySample, detectByStart, wholeUtf8 } from './detect-encoding.ts'
import { gather, peek, prepend } from './peek.ts'

export interface DecodeOptions {
  /** A WHATWG label; detected when undefined. */
  readonly encoding: string | undefined
  /** Called once, at the end, when byte sequences had to be replaced; `line` is that of the first one. */
  readonly onBadBytes: (count: number, line: number, encoding: string) => void
  /** Makes the error to throw when no encoding fits. */
  readonly onUnknown: (line: number) => Error
}

/** Enough to see a byte order mark, and zero bytes where there is none. */
const START = 4096
/** Judged from the first byte that is not ASCII, however the bytes came in. */
const SAMPLE = 1 << 18

/** What was replaced so far, and the newlines passed until the first replacement. */
interface Damage {
  lines: number
  count: number
  firstLine: number
}

/**
 * Any supported encoding -> UTF-8 bytes without a byte order mark. UTF-8 passes as it is, checked but not copied,
 * since csv-parse works on bytes. Without a mark the question is left open while the bytes are ASCII; the first
 * ones that are not, with what follows them, decide.
 */
export async function* toUtf8(
  bytes: AsyncIterable<Uint8Array>,
  options: DecodeOptions
): AsyncGenerator<Buffer> {
  const { head, chunks } = await peek(bytes, START)
  const start = detectByStart(head.subarray(0, START))
  const damage: Damage = { lines: 0, count: 0, firstLine: 0 }
  let encoding = options.encoding ?? start?.encoding
  try {
    const first = await chunks.next()
    if (first.done) return
    // A mark of another encoding than the one that was asked for is left to that one to make sense of.
    const marked = start !== undefined && sameEncoding(encoding, start.encoding)
    let rest: AsyncIterable<Buffer> = prepend(marked ? first.value.subarray(start.mark) : first.value, chunks)
    if (encoding === undefined) {
      for await (const chunk of keepOpen(rest)) {
        if (!isAscii(chunk)) {
          const high = chunk.findIndex(byte => byte >= 0x80)
          const sample = await gather(chunks, [chunk], high + SAMPLE)
          const judged = sample.chunk.subarray(high, high + SAMPLE)
          encoding = detectBySample(judged, sample.chunk.length === high + judged.length && sample.ended)
          if (encoding === undefined)
            throw options.onUnknown(damage.lines + 1 + countNewlines(chunk, 0, high))
          rest = prepend(sample.chunk, chunks)
          break
        }
        damage.lines += countNewlines(chunk)
        yield chunk
      }
    }
    if (encoding === undefined) return
    yield* isUtf8Label(encoding) ? passUtf8(rest, damage) : decode(rest, encoding, damage)
    if (damage.count > 0) options.onBadBytes(damage.count, damage.firstLine, encoding)
  } finally {
    await chunks.return?.()
  }
}

/** Iterates without closing the source when the loop is left. */
function keepOpen(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) }
}

async function* passUtf8(chunks: AsyncIterable<Buffer>, damage: Damage): AsyncGenerator<Buffer> {
  let cut: Buffer | undefined
  for await (const chunk of chunks) {
    const bytes = cut ? Buffer.concat([cut, chunk]) : chunk
    const end = wholeUtf8(bytes)
    cut = end < bytes.length ? bytes.subarray(end) : undefined
    if (end > 0) yield mendUtf8(bytes.subarray(0, end), damage)
  }
  if (cut) yield mendUtf8(cut, damage)
}

function mendUtf8(bytes: Buffer, damage: Damage): Buffer {
  if (isUtf8(bytes)) {
    damage.lines += countNewlines(bytes)
    return bytes
  }
  let from = 0
  while (from < bytes.length) {
    const newline = bytes.indexOf(10, from)
    const to = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(from, to)
    if (!isUtf8(line)) {
      const own = countMarks(line.toString('latin1').replaceAll('\u00ef\u00bf\u00bd', '\ufffd'))
      if (damage.count === 0) damage.firstLine = damage.lines + 1
      damage.count += Math.max(1, countMarks(line.toString('utf8')) - own)
    }
    if (newline >= 0) damage.lines++
    from = to
  }
  return Buffer.from(bytes.toString('utf8'))
}

function countMarks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

async function* decode(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
  damage: Damage
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text === '') continue
    inspect(text, damage)
    yield Buffer.from(text)
  }
  const text = decoder.decode()
  if (text === '') return
  inspect(text, damage)
  yield Buffer.from(text)
}

function inspect(text: string, damage: Damage): void {
  const bad = text.indexOf('\ufffd')
  if (bad >= 0) {
    if (damage.count === 0) damage.firstLine = damage.lines + 1 + text.slice(0, bad).split('\n').length - 1
    damage.count += countMarks(text)
  }
  // Lines matter up to the first damage only.
  if (damage.count === 0)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) damage.lines++
}

function isUtf8Label(encoding: string): boolean {
  return new TextDecoder(encoding).encoding === 'utf-8'
}

function sameEncoding(a: string | undefined, b: string): boolean {
  return a !== undefined && new TextDecoder(a).encoding === b
}
