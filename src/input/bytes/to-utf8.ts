import { isAscii, isUtf8 } from 'node:buffer'
import { countByte, countMark, NEWLINE } from './count.ts'
import { detectBySample, detectByStart, wholeUtf8 } from './detect-encoding.ts'
import { gather, peek, prepend } from './peek.ts'

export interface DecodeOptions {
  /** A WHATWG label; detected when undefined. */
  readonly encoding: string | undefined
  /** Called once, at the end, when byte sequences had to be replaced; `line` is that of the first one. */
  readonly onBadBytes: (count: number, line: number, encoding: string) => void
  /** Called once, at the end, when NUL characters were taken out. */
  readonly onNuls?: ((count: number, line: number) => void) | undefined
  /** Makes the error to throw when no encoding fits. */
  readonly onUnknown: (line: number) => Error
}

/** Enough to see a byte order mark, and zero bytes where there is none. */
const START = 4096
/** Judged from the first byte that is not ASCII, however the bytes came in. */
const SAMPLE = 1 << 18

/**
 * Bytes kept back for the next piece. Given a single byte, the decoder of Node throws where that byte shows several before
 * it to be no character; longer pieces leave it room for what it writes.
 */
const HELD = 32

const REPLACEMENT = '\ufffd'
const REPLACEMENT_IN_LATIN1 = '\u00ef\u00bf\u00bd'

/** What was replaced so far, and the newlines passed until the first replacement. */
interface Damage {
  lines: number
  count: number
  firstLine: number
}

/**
 * Any supported encoding -> UTF-8 bytes without a byte order mark. UTF-8 passes as it is, checked but not copied,
 * since csv-parse works on bytes. Without a mark the question is left open while the bytes are ASCII; the first
 * ones that are not, with what follows them, decide. NUL characters, which a crash leaves in a log, are taken out.
 */
export async function* toUtf8(
  bytes: AsyncIterable<Uint8Array>,
  options: DecodeOptions
): AsyncGenerator<Buffer> {
  let lines = 0
  let nuls = 0
  let firstLine = 0
  for await (const chunk of decodeAll(bytes, options)) {
    const first = chunk.indexOf(0)
    if (first >= 0) {
      firstLine ||= lines + 1 + countByte(chunk, NEWLINE, 0, first)
      nuls += countByte(chunk, 0, first)
      const rest = Buffer.from(chunk.filter(byte => byte !== 0))
      if (rest.length > 0) yield rest
    } else yield chunk
    // Lines matter up to the first NUL only.
    if (nuls === 0 && options.onNuls) lines += countByte(chunk, NEWLINE)
  }
  if (nuls > 0) options.onNuls?.(nuls, firstLine)
}

async function* decodeAll(bytes: AsyncIterable<Uint8Array>, options: DecodeOptions): AsyncGenerator<Buffer> {
  const { head, chunks } = await peek(bytes, START)
  const start = detectByStart(head.subarray(0, START))
  const damage: Damage = { lines: 0, count: 0, firstLine: 0 }
  // `utf-16` leaves the order of the bytes to the mark.
  const open = options.encoding === undefined || /^utf-?16$/i.test(options.encoding)
  let encoding = open ? (start?.encoding ?? options.encoding) : options.encoding
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
          const line = damage.lines + 1 + countByte(chunk, NEWLINE, 0, high)
          if (encoding === undefined) throw options.onUnknown(line)
          rest = prepend(sample.chunk, chunks)
          break
        }
        damage.lines += countByte(chunk, NEWLINE)
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
    damage.lines += countByte(bytes, NEWLINE)
    return bytes
  }
  let from = 0
  while (from < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, from)
    const to = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(from, to)
    if (!isUtf8(line)) {
      const own = countMark(line.toString('latin1'), REPLACEMENT_IN_LATIN1)
      if (damage.count === 0) damage.firstLine = damage.lines + 1
      damage.count += Math.max(1, countMark(line.toString('utf8'), REPLACEMENT) - own)
    }
    if (newline >= 0) damage.lines++
    from = to
  }
  return Buffer.from(bytes.toString('utf8'))
}

async function* decode(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
  damage: Damage
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (held.length < 2 * HELD) continue
    const text = decoder.decode(held.subarray(0, -HELD), { stream: true })
    held = held.subarray(-HELD)
    if (text === '') continue
    inspect(text, damage)
    yield Buffer.from(text)
  }
  // In two steps: given all at once, Node 20 takes windows-1252 for latin1.
  const text = decoder.decode(held, { stream: true }) + decoder.decode()
  if (text === '') return
  inspect(text, damage)
  yield Buffer.from(text)
}

function inspect(text: string, damage: Damage): void {
  const bad = text.indexOf(REPLACEMENT)
  if (bad >= 0) {
    if (damage.count === 0) damage.firstLine = damage.lines + 1 + countMark(text.slice(0, bad), '\n')
    damage.count += countMark(text, REPLACEMENT)
  }
  // Lines matter up to the first damage only.
  if (damage.count === 0) damage.lines += countMark(text, '\n')
}

function isUtf8Label(encoding: string): boolean {
  return new TextDecoder(encoding).encoding === 'utf-8'
}

function sameEncoding(a: string | undefined, b: string): boolean {
  return a !== undefined && new TextDecoder(a).encoding === b
}
