import type { Code } from '../diagnostics/catalogue.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { ProblemError } from '../diagnostics/problem.ts'
import type { Turn } from '../model/contact.ts'
import { gunzip, isGzip } from './bytes/gunzip.ts'
import { peek } from './bytes/peek.ts'
import { toUtf8 } from './bytes/to-utf8.ts'
import { formatNames, formats, sniffFormat } from './formats.ts'
import { readMapped } from './json/read-mapped.ts'
import { fillFromName, idInName, type NameParts, parseNamePattern } from './name-pattern.ts'
import { errorCode, fatal, problemAt } from './problems.ts'
import type { Format, InputCounts, InputItem, InputOptions, ReadContext, Reader, Source } from './reader.ts'
import { parseTimezone, startInZone, type Timezone } from './timezone.ts'
import { xlsx } from './xlsx/read-xlsx.ts'

/** The beginning of a file by which its format is told. */
const HEAD = 1 << 16

/** A file with one of these problems is no input at all, which in a folder is nothing to stop at. */
const noInput: ReadonlySet<Code> = new Set<Code>([
  'input/unknown-format',
  'input/empty',
  'input/not-text',
  'input/map-unused',
  'input/bad-workbook'
])

const zones = ['+08:00', 'Asia/Shanghai', 'UTC', '...']
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252']

/**
 * Reads the contacts of one source, one at a time. What ends the reading (no such file, unknown format, no column
 * that is known) is thrown as a `ProblemError` with one problem; everything else goes to `options.onProblem`, and
 * what it concerns is counted in `counts`. Leaving the loop early closes the file and removes temporary ones.
 */
export async function* readInput(
  source: Source,
  options: InputOptions,
  counts: InputCounts
): AsyncGenerator<InputItem> {
  checkOptions(options)
  const parts = partsOfName(source, options)
  const stem = (parts && idInName(parts)) ?? stemOf(source.name)
  const context: ReadContext = { file: source.name, stem, options, counts }
  const zone = options.timezone === undefined ? undefined : parseTimezone(options.timezone)
  let opened: Opened | undefined
  try {
    opened = await openSource(source, context)
    counts.files++
    for await (const item of opened.items) {
      if (item.kind === 'contact') {
        counts.contacts++
        counts.turns += item.contact.turns.length
      }
      const known = parts || zone ? amend(item, parts, zone) : item
      yield known.kind === 'contact' && known.contact.turns.some(endsEarly)
        ? withoutEarlyEnds(known, options)
        : known
    }
  } catch (error) {
    const known = explain(error, source.name)
    const [problem] = known.problems
    if (!source.swept || !problem || !noInput.has(problem.code)) throw known
    options.onProblem({ ...problem, severity: 'warning' })
  } finally {
    await opened?.close()
  }
}

/** What the name of the file says, where the user told how to read it. Standard input has none. */
function partsOfName({ name }: Source, { namePattern, onProblem }: InputOptions): NameParts | undefined {
  if (namePattern === undefined || name.startsWith('<')) return undefined
  const parts = parseNamePattern(namePattern)?.(name)
  if (!parts) onProblem(problemAt('input/name-mismatch', 'warning', name, undefined, { value: namePattern }))
  return parts
}

/** Adds what is known from outside of the file. */
function amend(item: InputItem, parts: NameParts | undefined, zone: Timezone | undefined): InputItem {
  if (item.kind === 'bad') return item
  const contact = parts ? fillFromName(item.contact, parts) : item.contact
  return { ...item, contact: zone ? { ...contact, started: startInZone(contact.started, zone) } : contact }
}

function endsEarly({ start, end }: Turn): boolean {
  return end !== undefined && (end < 0 || (start !== undefined && end < start))
}

/** An end before the start measures nothing; which of the two is wrong, nobody knows. */
function withoutEarlyEnds(item: Extract<InputItem, { kind: 'contact' }>, options: InputOptions): InputItem {
  const { contact, source } = item
  const count = contact.turns.filter(endsEarly).length
  const values = { count, contact: contact.id }
  options.onProblem(problemAt('input/end-before-start', 'warning', source.file, source.line, values))
  const turns = contact.turns.map(turn => (endsEarly(turn) ? { ...turn, end: undefined } : turn))
  return { ...item, contact: { ...contact, turns } }
}

interface Opened {
  readonly items: AsyncIterable<InputItem>
  readonly close: () => Promise<unknown>
}

/** Bytes -> unpacked -> UTF-8 -> the format that their beginning looks like. */
async function openSource(source: Source, context: ReadContext): Promise<Opened> {
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

/** Options are checked before any file is opened. */
function checkOptions({ from, encoding, timezone, namePattern }: InputOptions): void {
  if (timezone !== undefined && !parseTimezone(timezone)) throw badOption('--timezone', timezone, zones)
  if (namePattern !== undefined && !parseNamePattern(namePattern)) {
    throw new ProblemError([
      {
        code: 'input/name-pattern',
        severity: 'error',
        values: { value: namePattern, example: '{date}_{agent}_{id}' }
      }
    ])
  }
  if (from !== undefined && !formatNames.includes(from)) throw badOption('--from', from, formatNames)
  if (encoding === undefined) return
  try {
    new TextDecoder(encoding)
  } catch {
    throw badOption('--encoding', encoding, encodings)
  }
}

function badOption(option: string, value: string, allowed: readonly string[]): ProblemError {
  const values = { option, value, allowed: allowed.join(', ') }
  return new ProblemError([
    { code: 'input/bad-option', severity: 'error', values, meant: suggest(value, allowed) }
  ])
}

/** Turns errors of the file system into problems; bugs stay what they are. */
function explain(error: unknown, path: string): ProblemError {
  if (error instanceof ProblemError) return error
  const code = errorCode(error)
  if (code === 'ENOENT') return fatal('input/not-found', path, undefined, { path })
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return fatal('input/unreadable', path, undefined, { path, reason: code })
  }
  throw error
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

/** `exports/week-1.csv.gz` -> `week-1`. */
function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  const stem = base.replace(/\.gz$/i, '').replace(/(?<=.)\.[^.]*$/, '')
  return stem.replaceAll(/[<>]/g, '') || base
}
