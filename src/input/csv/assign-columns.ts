import { suggest } from '../../diagnostics/suggest.ts'
import {
  type CoreField,
  type KnownField,
  mappable,
  type Meaning,
  meaningOf,
  meaningOfField,
  meaningOfOwn,
  type Unit
} from '../field-names.ts'
import { foldName } from '../fold-name.ts'
import { fatal, shorten } from '../problems.ts'

/** What each column is. Positions count from 0. */
export interface Assignment {
  readonly headers: readonly string[]
  readonly cores: ReadonlyMap<CoreField, number>
  /** Columns of fields that standards know by name. */
  readonly known: ReadonlyMap<number, KnownField>
  readonly units: readonly (Unit | undefined)[]
}

/** A row that names the columns: it has more than one name that is known, or one that is not alone in its row. */
export function isHeader(row: readonly string[], map: Readonly<Record<string, string>>): boolean {
  const mapped = Object.values(map).filter(column => position(column) === undefined)
  if (mapped.length > 0 && mapped.every(column => findColumn(row, column) >= 0)) return true
  const recognized = row.filter(cell => meaningOf(cell)).length
  return recognized > 1 || (recognized === 1 && row.filter(cell => cell.trim() !== '').length > 1)
}

/** A map that names columns by position only, as for a file without a header row. */
export function isByPosition(map: Readonly<Record<string, string>>): boolean {
  const columns = Object.values(map)
  return columns.length > 0 && columns.every(column => position(column) !== undefined)
}

/**
 * Finds what the columns are from their names, and from what the user mapped, which wins. Throws when a mapped field
 * or column does not exist, and when nothing at all is known. `declared` are further fields that can be mapped.
 */
export function assignColumns(
  headers: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
  line: number,
  declared: readonly string[] = []
): Assignment {
  const cores = new Map<CoreField, number>()
  const known = new Map<number, KnownField>()
  const units = headers.map(header => meaningOf(header)?.unit)
  const mapped = readMap(headers, map, file, line, declared)
  const best = new Map<string, number>()
  const taken = new Set(mapped.map(({ at }) => at))
  const candidates = [
    ...mapped,
    ...headers.flatMap((header, at) => {
      const meaning = taken.has(at) ? undefined : meaningOf(header)?.meaning
      return meaning ? [{ at, meaning }] : []
    })
  ]
  for (const { at, meaning } of candidates.toSorted((a, b) => a.meaning.rank - b.meaning.rank)) {
    const name = meaning.core ?? meaning.known.name
    if (best.has(name)) continue
    best.set(name, at)
    if (meaning.core) cores.set(meaning.core, at)
    else known.set(at, meaning.known)
  }
  if (best.size === 0) throw fatal('input/no-columns', file, line, { columns: listed(headers) })
  return { headers, cores, known, units }
}

function readMap(
  headers: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
  line: number,
  declared: readonly string[]
): { at: number; meaning: Meaning }[] {
  const names = [...new Set([...mappable, ...declared])]
  return Object.entries(map).map(([field, column]) => {
    const meaning = meaningOfField(field) ?? (declared.includes(field) ? meaningOfOwn(field) : undefined)
    if (!meaning) {
      const values = { value: field, allowed: names.join(', ') }
      throw fatal('input/unknown-field', file, undefined, values, suggest(field, names))
    }
    const at = findColumn(headers, column)
    if (at < 0) {
      const values = { value: column, columns: listed(headers) }
      throw fatal('input/unknown-column', file, line, values, suggest(column, headers))
    }
    return { at, meaning }
  })
}

function findColumn(headers: readonly string[], column: string): number {
  const exact = headers.findIndex(header => header.trim() === column.trim())
  if (exact >= 0) return exact
  const at = position(column)
  if (at !== undefined) return at < headers.length ? at : -1
  const folded = foldName(column)
  return folded === '' ? -1 : headers.findIndex(header => foldName(header) === folded)
}

function position(column: string): number | undefined {
  const found = /^#([1-9]\d{0,4})$/.exec(column.trim())
  return found ? Number(found[1]) - 1 : undefined
}

const LISTED = 40

/** The columns for a message. */
export function listed(headers: readonly string[]): string {
  const names = headers.slice(0, LISTED).map(header => shorten(header.trim()) || '""')
  return headers.length > LISTED ? `${names.join(', ')}, … (${headers.length})` : names.join(', ')
}
