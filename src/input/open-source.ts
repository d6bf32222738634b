import { gunzip, isGzip } from './bytes/gunzip.ts'
import { peek } from './bytes/peek.ts'
import { toUtf8 } from './bytes/to-utf8.ts'
import { encodings } from './check-options.ts'
import { formatNames, formats, sniffFormat } from './formats.ts'
import { readMapped } from './json/read-mapped.ts'
import { fatal, problemAt } from './problems.ts'
import type { Format, InputItem, ReadContext, Reader, Source } from './reader.ts'
import { xlsx } from './xlsx/read-xlsx.ts'

/** The beginning of a file by which its format is told. */
const HEAD = 1 << 16

/** A file under way. */
export interface Opened {
  readonly items: AsyncIterable<InputItem>
  readonly close: () => Promise<unknown>
}

/** Bytes -> unpacked -> UTF-8 -> the format that their beginning looks like. */
export async function openSource(source: Source, context: ReadContext): Promise<Opened> {
  const { options, file, counts } = context
  const raw = await peek(countBytes(source.open(), options.onBytes), 8)
  const close = async (): Promise<unknown> => raw.chunks.return?.()
  try {
    if (raw.head.length === 0) throw fatal('input/empty', file, undefined, { path: file })
    const unpacked = isGzip(raw.head) ? await peek(gunzip(raw.chunks, onDamage), 8) : raw
    if (isZip(unpacked.head)) return { items: xlsx.read(unpacked.chunks, context), close }
    const kind = binaryKind(unpacked.head)
    if (kind) throw fatal('input/not-text', file, undefined, { path: file, kind })
    const decoded = toUtf8(unpacked.chunks, {
      encoding: options.encoding,
      onBadBytes: (count, line, encoding) => {
        counts.badBytes += count
        options.onProblem(problemAt('input/bad-bytes', 'warning', file, line, { count, encoding }))
      },
      onNuls: (count, line) =>
        options.onProblem(problemAt('input/nul-bytes', 'warning', file, line, { count })),
      onUnknown: line =>
        fatal('input/unknown-encoding', file, line, { path: file, allowed: encodings.join(', ') })
    })
    const { head, chunks } = await peek(decoded, HEAD)
    const start = head.toString('utf8', 0, HEAD)
    if (start.trim() === '' && head.length < HEAD) throw fatal('input/empty', file, undefined, { path: file })
    return { items: pickReader(start, context)(chunks, context), close }
  } catch (error) {
    await close()
    throw error
  }

  function onDamage(): void {
    options.onProblem(problemAt('input/bad-gzip', 'error', file, undefined, { path: file }))
  }
}

/** With a map JSON is read as the map says, whoever wrote it; a format that takes none is refused. */
function pickReader(head: string, context: ReadContext): Reader {
  const format = pickFormat(head, context)
  const { file, options } = context
  const mapped = Object.keys(options.map ?? {}).length > 0 || options.mapping?.turns !== undefined
  if (!mapped || (format.map ?? 'columns') === 'columns') return format.read
  const canonical = format.name === 'json' || format.name === 'ndjson'
  if (format.map === 'paths' && (canonical || options.from === undefined)) return readMapped
  throw fatal('input/map-unused', file, undefined, { path: file, format: format.name })
}

function pickFormat(head: string, { file, options }: ReadContext): Format {
  const named = formats.find(format => format.name === options.from)
  if (named?.binary) throw fatal('input/bad-workbook', file, undefined, { path: file, reason: 'ZIP' })
  const format = named ?? sniffFormat(head, file)
  if (format) return format
  throw fatal('input/unknown-format', file, undefined, { path: file, allowed: formatNames.join(', ') })
}

/** A workbook is an archive; which of them it is, only its end tells. */
function isZip(head: Buffer): boolean {
  return head.toString('latin1').startsWith('PK\u0003\u0004')
}

/** What a file is that people pass by mistake. */
function binaryKind(head: Buffer): string | undefined {
  const start = head.toString('latin1')
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'xls / doc'
  if (start.startsWith('%PDF')) return 'pdf'
  return /^(?:RIFF|ID3|OggS|fLaC|\u00ff\u00fb)/.test(start) ? 'audio' : undefined
}

async function* countBytes(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: ((count: number) => void) | undefined
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    onBytes?.(chunk.length)
    yield chunk
  }
}
