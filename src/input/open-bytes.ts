import { gunzip, isGzip } from './bytes/gunzip.ts'
import { peek } from './bytes/peek.ts'
import { toUtf8 } from './bytes/to-utf8.ts'
import { encodings } from './check-options.ts'
import { fatal, problemAt } from './problems.ts'
import type { InputOptions, Source } from './reader.ts'

/** The beginning of a file by which its format is told. */
export const HEAD = 1 << 16

/** A source whose bytes are unpacked: a ZIP archive as it is, which a workbook is; a text in UTF-8. */
export interface OpenBytes {
  readonly kind: 'archive' | 'text'
  readonly head: Buffer
  readonly chunks: AsyncIterableIterator<Buffer>
  readonly close: () => Promise<unknown>
}

/**
 * Opens a source: unpacks gzip, finds out the encoding. `onBadBytes` is told how many byte sequences were no characters,
 * `options.onProblem` that there were such. Throws a `ProblemError` for what is no text, and for what is empty.
 */
export async function openBytes(
  source: Source,
  options: Pick<InputOptions, 'encoding' | 'onProblem' | 'onBytes'>,
  onBadBytes: (count: number) => void = () => {}
): Promise<OpenBytes> {
  const file = source.name
  const raw = await peek(countBytes(source.open(), options.onBytes), 8)
  const close = async (): Promise<unknown> => raw.chunks.return?.()
  try {
    if (raw.head.length === 0) throw fatal('input/empty', file, undefined, { path: file })
    const unpacked = isGzip(raw.head) ? await peek(gunzip(raw.chunks, onDamage), 8) : raw
    if (isZip(unpacked.head)) return { kind: 'archive', head: unpacked.head, chunks: unpacked.chunks, close }
    const kind = binaryKind(unpacked.head)
    if (kind) throw fatal('input/not-text', file, undefined, { path: file, kind })
    const decoded = toUtf8(unpacked.chunks, {
      encoding: options.encoding,
      onBadBytes: (count, line, encoding) => {
        onBadBytes(count)
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
    return { kind: 'text', head, chunks, close }
  } catch (error) {
    await close()
    throw error
  }

  function onDamage(): void {
    options.onProblem(problemAt('input/bad-gzip', 'error', file, undefined, { path: file }))
  }
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
