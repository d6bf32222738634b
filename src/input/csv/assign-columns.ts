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
  /** Columns that the user named. */
  readonly mapped: ReadonlySet<number>
  /** Columns whose name stands for a field that was taken from another column. */
  readonly passedOver: readonly PassedOver[]
}

export interface PassedOver {
  readonly field: string
  readonly at: number
  readonly taken: number
  /** The name was the surer one, but what stands in the column does not fit. */
  readonly surer: boolean
}

/** How much of a column fits a field, 0 to 1; the surest name counts where two fit about as well. */
export type Fit = (field: string, at: number) => number

/** A column fits so much worse than another one that a surer name does not help it. */
const MUCH = 0.5

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
 * Finds what the columns are from their names, and from what the user mapped, which wins. Of several columns for one
 * field the one with the surest name is taken, unless what stands in it fits much worse than in another one. Throws
 * when a mapped field or column does not exist, and when nothing at all is known. `declared` are further
 * fields that can be mapped.
 */
export function assignColumns(
  headers: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
  line: number,
  declared: readonly string[] = [],
  fit: Fit = () => 1
): Assignment {
  const cores = new Map<CoreField, number>()
  const known = new Map<number, KnownField>()
  const units = headers.map(header => meaningOf(header)?.unit)
  const mapped = readMap(headers, map, file, line, declared)
  const taken = new Set(mapped.map(({ at }) => at))
  const rivals = new Map<string, Candidate[]>()
  const named = headers.flatMap((header, at) => {
    const meaning = taken.has(at) ? undefined : meaningOf(header)?.meaning
    return meaning ? [{ at, meaning }] : []
  })
  for (const candidate of [...mapped, ...named]) {
    const name = nameOf(candidate.meaning)
    rivals.set(name, [...(rivals.get(name) ?? []), candidate])
  }
  const passedOver: PassedOver[] = []
  for (const [field, candidates] of rivals) {
    const sorted = candidates.toSorted((a, b) => a.meaning.rank - b.meaning.rank)
    const best = chooseAmong(sorted, at => fit(field, at))
    if (best.meaning.core) cores.set(best.meaning.core, best.at)
    else known.set(best.at, best.meaning.known)
    for (const other of sorted) {
      if (other === best) continue
      const surer = sorted.indexOf(other) < sorted.indexOf(best)
      passedOver.push({ field, at: other.at, taken: best.at, surer })
    }
  }
  if (rivals.size === 0) throw fatal('input/no-columns', file, line, { columns: listed(headers) })
  return { headers, cores, known, units, mapped: taken, passedOver }
}

interface Candidate {
  readonly at: number
  readonly meaning: Meaning
}

/** What the user mapped has a rank below zero and is not questioned. */
function chooseAmong(sorted: readonly Candidate[], fit: (at: number) => number): Candidate {
  const first = sorted[0]!
  if (sorted.length === 1 || first.meaning.rank < 0) return first
  const fits = sorted.map(({ at }) => fit(at))
  const most = Math.max(...fits)
  return sorted.find((_, i) => fits[i]! > most - MUCH) ?? first
}

function nameOf(meaning: Meaning): string {
  return meaning.core ?? meaning.known.name
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

/** Where a column is, by its name or a position such as `#3`; -1 when there is none. */
export function findColumn(headers: readonly string[], column: string): number {
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
