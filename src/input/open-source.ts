import { formatNames, formats, sniffFormat } from './formats.ts'
import { readMapped } from './json/read-mapped.ts'
import { HEAD, openBytes } from './open-bytes.ts'
import { fatal } from './problems.ts'
import type { Format, InputItem, ReadContext, Reader, Source } from './reader.ts'
import { xlsx } from './xlsx/read-xlsx.ts'

/** A file under way. */
export interface Opened {
  readonly items: AsyncIterable<InputItem>
  readonly close: () => Promise<unknown>
}

/** Unpacked and decoded bytes -> the format that their beginning looks like. */
export async function openSource(source: Source, context: ReadContext): Promise<Opened> {
  const { options, counts } = context
  const opened = await openBytes(source, options, count => (counts.badBytes += count))
  const { close, chunks } = opened
  if (opened.kind === 'archive') return { items: xlsx.read(chunks, context), close }
  try {
    const start = opened.head.toString('utf8', 0, HEAD)
    return { items: pickReader(start, context)(chunks, context), close }
  } catch (error) {
    await close()
    throw error
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
