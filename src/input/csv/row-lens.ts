import { meaningOf } from '../field-names.ts'
import { mappedValue } from '../mapped-value.ts'
import { fatal, problemAt } from '../problems.ts'
import type { Mapping, ReadContext } from '../reader.ts'
import { type Assignment, findColumn, listed } from './assign-columns.ts'
import type { Row } from './read-row.ts'

/** A row as the plan expects it; undefined where it is none to read, which counts as blank. */
export type RowLens = (row: Row, line: number) => Row | undefined

/**
 * Looks at every row before it is read: passes over headers that come again, puts the cells below another header in
 * the order of the first one, leaves out what the map file does not want, and replaces values that it explains.
 */
export function createRowLens(columns: Assignment, context: ReadContext, line: number): RowLens {
  const again = createHeaderGuard(columns, context)
  const mapped = createMapping(columns, context, line)
  if (!mapped) return again
  return (row, at) => {
    const found = again(row, at)
    return found && mapped(found)
  }
}

/** Exports that were joined to one file have a header each; the later ones may have other columns. */
function createHeaderGuard({ headers, cores }: Assignment, context: ReadContext): RowLens {
  const names = new Set(headers.map(plainName).filter(name => name !== '' && !/^#\d+$/.test(name)))
  const core = new Set([...cores.values()].map(at => plainName(headers[at]!)))
  const enough = Math.min(2, core.size)
  let order: { readonly places: readonly number[]; readonly width: number } | undefined

  return (row, line) => {
    if (names.has(plainName(row[0] ?? '')) && isAgain(row)) {
      begin(row.map(plainName), line)
      return undefined
    }
    return order ? ordered(row, order.places, order.width) : row
  }

  /**
   * Most cells are names that were there before, some of them of columns that a log is read by, and the others may well
   * be names. Values that happen to be called like a field make no header.
   */
  function isAgain(row: Row): boolean {
    const filled = row.map(plainName).filter(name => name !== '')
    const before = new Set(filled.filter(name => names.has(name)))
    return (
      [...before].filter(name => core.has(name)).length >= enough &&
      before.size * 2 >= filled.length &&
      filled.every(name => names.has(name) || mayBeName(name))
    )
  }

  function begin(own: readonly string[], line: number): void {
    const { file, options } = context
    const same = own.length === headers.length && own.every((name, at) => name === plainName(headers[at]!))
    order = same
      ? undefined
      : { places: headers.map(name => own.indexOf(plainName(name))), width: own.length }
    const others = own.filter(name => name !== '' && !names.has(name))
    options.onProblem(
      same
        ? problemAt('input/header-again', 'warning', file, line, {})
        : problemAt('input/other-header', 'warning', file, line, { columns: listed(others) || '-' })
    )
  }
}

function mayBeName(text: string): boolean {
  return meaningOf(text) !== undefined || (text.length <= LONGEST_NAME && !/\d|[，。,?？!！]/.test(text))
}

const LONGEST_NAME = 20

/** Cells beyond the header stay behind the row, where its width is checked. */
function ordered(row: Row, places: readonly number[], width: number): Row {
  const cells = places.map(place => (place < 0 ? '' : (row[place] ?? '')))
  return row.length > width ? [...cells, ...row.slice(width)] : cells
}

/** Joined files leave the byte order mark of the later one, before which a quote is plain text. */
function plainName(cell: string): string {
  const name = cell.trim()
  return name.startsWith('\ufeff')
    ? name
        .slice(1)
        .replace(/^"(.*)"$/, '$1')
        .trim()
    : name
}

function createMapping(
  columns: Assignment,
  { file, options }: ReadContext,
  line: number
): ((row: Row) => Row | undefined) | undefined {
  const mapping: Mapping = options.mapping ?? {}
  const only = Object.entries(mapping.only ?? {}).map(([column, values]) => {
    const at = findColumn(columns.headers, column)
    if (at < 0) {
      throw fatal('input/unknown-column', file, line, { value: column, columns: listed(columns.headers) })
    }
    return { at, values: new Set(values.map(value => value.trim())) }
  })
  const values = Object.keys(mapping.values ?? {}).flatMap(field => {
    const at = placeOf(columns, field)
    return at === undefined ? [] : [{ field, at }]
  })
  if (only.length === 0 && values.length === 0) return undefined
  return row => {
    if (!only.every(({ at, values: wanted }) => wanted.has((row[at] ?? '').trim()))) return undefined
    if (values.length === 0) return row
    const cells = [...row]
    for (const { field, at } of values) {
      if (cells[at] !== undefined) cells[at] = mappedValue(mapping, field, cells[at])
    }
    return cells
  }
}

/** The column of a field; a field that nothing stands for may be a column of that name. */
function placeOf({ cores, known, headers }: Assignment, field: string): number | undefined {
  for (const [core, at] of cores) if (core === field || core === `${field}_person`) return at
  for (const [at, { name }] of known) if (name === field) return at
  const at = findColumn(headers, field)
  return at < 0 ? undefined : at
}
