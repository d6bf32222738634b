import { suggest } from '../../diagnostics/suggest.ts'
import { listed } from '../csv/assign-columns.ts'
import { mappable, meaningOf, type Unit } from '../field-names.ts'
import { fieldOf } from '../map-file.ts'
import { mappedValue } from '../mapped-value.ts'
import { fatal } from '../problems.ts'
import type { Mapping, ReadContext } from '../reader.ts'
import { cellOf, valueAt } from './json-path.ts'
import { isObject } from './spot.ts'

/** Where a cell of the rows that are made of JSON comes from. */
export interface Column {
  /** What the table calls it. */
  readonly header: string
  readonly path: string
  readonly field: string
}

/** The columns that a map names. */
export function mappedColumns(map: Readonly<Record<string, string>>, unit?: Unit): readonly Column[] {
  return Object.entries(map).map(([field, path]) => ({ header: headerOf(field, path, unit), path, field }))
}

/** Times keep the unit that the map, or the name of their key, tells. */
function headerOf(field: string, path: string, stated: Unit | undefined): string {
  if (field !== 'start' && field !== 'end' && field !== 'time') return field
  const unit = stated ?? meaningOf(path.split('.').at(-1) ?? '')?.unit
  return unit === undefined ? field : `${field}_${unit}`
}

/** What a canonical contact keeps in objects of their own. */
const nested = ['agent', 'customer', 'fields']

/** Plain values of the documents that nothing is mapped to: they are known by their names, or fields. */
export function otherColumns(mapped: readonly Column[], documents: readonly unknown[]): readonly Column[] {
  const taken = new Set(mapped.map(({ path }) => path))
  const fields = new Set(mapped.map(({ field }) => field))
  const paths = new Set<string>()
  for (const document of documents) {
    if (!isObject(document)) continue
    for (const [name, value] of Object.entries(document)) {
      if (isPlain(value)) paths.add(name)
      else if (nested.includes(name) && isObject(value)) {
        for (const [part, own] of Object.entries(value)) if (isPlain(own)) paths.add(`${name}.${part}`)
      }
    }
  }
  return [...paths].flatMap(path => {
    const header = path.startsWith('fields.') ? path.slice('fields.'.length) : fieldOf(path)
    const meaning = meaningOf(header)?.meaning
    const field = meaning ? (meaning.core ?? meaning.known.name) : header
    return taken.has(path) || fields.has(field) ? [] : [{ header, path, field }]
  })
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

/** A path that leads nowhere in any document is a slip, of which everything else would follow. */
export function checkPaths(
  columns: readonly Column[],
  documents: readonly unknown[],
  { file }: ReadContext
): void {
  if (documents.length === 0) return
  for (const { path } of columns) {
    if (path === '' || documents.some(document => valueAt(document, path) !== undefined)) continue
    const names = [
      ...new Set(documents.flatMap(document => (isObject(document) ? Object.keys(document) : [])))
    ]
    const values = { value: path, columns: listed(names) }
    throw fatal('input/unknown-column', file, undefined, values, suggest(path, names))
  }
}

/** The cells of a row, in the words that the map says their values stand for. */
export function cellsOf(
  columns: readonly Column[],
  sourceOf: (column: Column) => unknown,
  mapping: Mapping | undefined
): readonly string[] {
  return columns.map(column => {
    const cell = column.path === '' ? '' : cellOf(valueAt(sourceOf(column), column.path))
    return mappedValue(mapping, column.field, cell)
  })
}

/** Whether a map wants a row or turn read. */
export function isWanted(value: unknown, mapping: Mapping | undefined): boolean {
  return Object.entries(mapping?.only ?? {}).every(([path, values]) =>
    values.includes(cellOf(valueAt(value, path)).trim())
  )
}

/** The rows are a table whose columns are mapped already. */
export function rowContext(context: ReadContext, columns: readonly Column[]): ReadContext {
  const known = columns.filter(({ field }) => mappable.includes(field))
  const map = Object.fromEntries(known.map(({ field, header }) => [field, header]))
  return { ...context, options: { ...context.options, map, mapping: undefined, onNote: undefined } }
}
