import type { LinePlace } from '../../report/items/item.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { foldName } from '../../input/index.ts'
import type { DeclaredSlot } from '../script.ts'
import type { Collector } from './collector.ts'
import type { ReadEnv, Sayings } from './draft.ts'
import { meaningOfName, scriptFields, type ScriptField } from './fields.ts'
import { joinScenario } from './scenario.ts'
import type { PlacedText } from './placed-text.ts'

/** A row whose cells know where they stand. */
export interface PlacedRow {
  readonly cells: readonly PlacedText[]
  readonly place: LinePlace
}

/** What a table says that its rows do not: the heading it stands under, defaults of the file. */
export interface Surround {
  readonly said: Sayings
  readonly declared?: readonly DeclaredSlot[] | undefined
}

/** Field -> positions of its columns; a scenario may have several, from the widest to the narrowest. */
type Columns = ReadonlyMap<ScriptField, readonly number[]>

/** Rows among which the header is looked for, below a title or blank lines. */
const HEADER_WITHIN = 10

/**
 * Reads a table with a script in each row. A scenario holds for the rows below it until another one comes, as merged
 * cells have it; so does a row of which nothing but the first cell is filled. False when no column holds scripts.
 */
export function readTable(
  rows: readonly PlacedRow[],
  around: Surround,
  env: ReadEnv,
  collector: Collector
): boolean {
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''))
  const header = findHeader(filled, env)
  if (!header) return false
  const { columns, below } = header
  tellColumns(header.names, columns, header.place, env)
  tellUnknownColumns(header.names, header.place, env)
  const scenarioColumns = columns.get('scenario') ?? []
  let above: readonly (PlacedText | undefined)[] = scenarioColumns.map(() => undefined)
  let heading: PlacedText | undefined
  for (const { cells, place } of below) {
    const cell = (field: ScriptField): PlacedText | undefined => {
      const found = cells[columns.get(field)?.[0] ?? -1]
      return found?.text === '' ? undefined : found
    }
    const [only, ...others] = cells.filter(({ text }) => text !== '')
    const text = cell('text')
    if (!text && others.length === 0 && cells.length > 2 && only === cells[0] && !isCode(only!.text)) {
      collector.endScene()
      heading = only
      above = above.map(() => undefined)
      continue
    }
    above = fillDown(
      above,
      scenarioColumns.map(at => cells[at])
    )
    const parts = [around.said.scenario, heading, ...above].filter(part => part !== undefined)
    const said: Sayings = {
      ...around.said,
      ...(parts.length > 0 && { scenario: joinScenario(parts) }),
      ...Object.fromEntries(
        scriptFields
          .filter(field => !['text', 'slots', 'scenario'].includes(field))
          .map(field => [field, cell(field)] as const)
          .filter(([, value]) => value !== undefined)
      )
    }
    const own = cell('slots')
    const declared = own ? [...(around.declared ?? []), ...slotsOf(own)] : around.declared
    const at = text ?? cells[columns.get('text')?.[0] ?? -1]
    if (text) collector.add(text, said, undefined, declared)
    else {
      const where = at && at.placeOf(0, 1).line >= place.line ? at.placeOf(0, 1) : place
      env.report({ code: 'scripts/empty', severity: 'error', place: where, values: {} })
    }
  }
  collector.endScene()
  return true
}

/** An id, not the heading of a group of rows. */
function isCode(text: string): boolean {
  return /^[\w.#-]+$/.test(text)
}

/** A blank part of a scenario is that of the row above, as long as the wider parts are. */
function fillDown(
  above: readonly (PlacedText | undefined)[],
  now: readonly (PlacedText | undefined)[]
): readonly (PlacedText | undefined)[] {
  const first = now.findIndex(part => part !== undefined && part.text !== '')
  if (first < 0) return above
  return now.map((part, i) => (i < first ? above[i] : part?.text === '' ? undefined : part))
}

/** Slots that a cell names: `姓名、订单号`. */
function slotsOf(cell: PlacedText): readonly DeclaredSlot[] {
  return [...cell.text.matchAll(/[^,，;；、|\n]+/g)]
    .map(match => ({ name: match[0].trim(), at: match.index }))
    .filter(({ name }) => name !== '')
    .map(({ name, at }) => ({
      name: name.replace(/^[{[<【$%]+|[}\]>】%]+$/g, '').trim(),
      place: cell.placeOf(at, at + name.length)
    }))
}

interface Header {
  readonly names: readonly string[]
  readonly columns: Columns
  readonly place: LinePlace
  readonly below: readonly PlacedRow[]
}

function findHeader(filled: readonly PlacedRow[], env: ReadEnv): Header | undefined {
  const mapped = Object.entries(env.map)
  const byNumber = mapped.length > 0 && mapped.every(([, column]) => /^#\d+$/.test(column))
  for (const [i, { cells, place }] of filled.slice(0, HEADER_WITHIN).entries()) {
    const names = cells.map(({ text }) => text)
    const columns = columnsOf(names, env.map)
    // A sentence that happens to be called like a column stands alone in its row.
    if (!columns.has('text') || (names.filter(name => name !== '').length === 1 && names.length > 1)) continue
    const named = names.filter(name => meaningOfName(name)).length
    if (byNumber && named < 2)
      return { names: names.map((_, at) => `#${at + 1}`), columns, place, below: filled.slice(i) }
    return { names, columns, place, below: filled.slice(i + 1) }
  }
  return undefined
}

function columnsOf(names: readonly string[], map: Readonly<Record<string, string>>): Columns {
  const columns = new Map<ScriptField, readonly number[]>()
  const taken = new Set<number>()
  for (const field of scriptFields) {
    const column = map[field]
    if (column === undefined) continue
    const at = positionOf(column, names)
    if (at < 0) continue
    columns.set(field, [at])
    taken.add(at)
  }
  for (const field of scriptFields) {
    if (columns.has(field)) continue
    const fit = names
      .map((name, at) => ({ at, meaning: taken.has(at) ? undefined : meaningOfName(name) }))
      .filter(({ meaning }) => meaning?.field === field)
    if (fit.length === 0) continue
    const surest = fit.toSorted((a, b) => a.meaning!.rank - b.meaning!.rank)[0]!
    columns.set(field, field === 'scenario' ? fit.map(({ at }) => at) : [surest.at])
  }
  return columns
}

function positionOf(column: string, names: readonly string[]): number {
  const number = /^#(\d+)$/.exec(column)?.[1]
  if (number !== undefined) return Number(number) <= names.length ? Number(number) - 1 : -1
  return names.findIndex(name => foldName(name) === foldName(column))
}

/** Tells what each column was taken for to whoever asks, and everybody where one of several was taken. */
function tellColumns(names: readonly string[], columns: Columns, place: LinePlace, env: ReadEnv): void {
  const meaning = new Map([...columns].flatMap(([field, at]) => at.map(one => [one, field] as const)))
  const list = names.map((name, at) => `${name} = ${meaning.get(at) ?? '-'}`).join(', ')
  const { file, line } = place
  env.onNote?.({
    code: 'scripts/read-columns',
    severity: 'note',
    place: { file, line },
    values: { columns: list }
  })
  const texts = names.filter((name, at) => !meaning.has(at) && meaningOfName(name)?.field === 'text')
  if (texts.length > 0) {
    const values = { field: 'text', value: names[columns.get('text')![0]!]!, others: texts.join(', ') }
    env.report({ code: 'input/ambiguous-column', severity: 'warning', place: { file, line }, values })
  }
}

/** Columns that the user mapped and that are not there. */
function tellUnknownColumns(names: readonly string[], { file, line }: LinePlace, env: ReadEnv): void {
  for (const column of Object.values(env.map)) {
    if (positionOf(column, names) >= 0) continue
    const meant = suggest(column, names)
    env.report({
      code: 'input/unknown-column',
      severity: 'error',
      place: { file, line },
      values: { value: column, columns: names.join(', ') },
      ...(meant !== undefined && { meant })
    })
  }
}

/** What a table without a column of scripts is told of, with the field or column of the map that does not fit. */
export function tellNoText(rows: readonly PlacedRow[], env: ReadEnv): void {
  const first = rows.find(({ cells }) => cells.some(({ text }) => text !== ''))
  const names = (first?.cells ?? []).map(({ text }) => text).filter(text => text !== '')
  const meant = suggest(env.map['text'] ?? '话术', names)
  env.report({
    code: 'scripts/no-text-column',
    severity: 'error',
    place: { file: env.file, line: first?.place.line ?? 1 },
    values: { columns: names.join(', ') },
    ...(meant !== undefined && { meant })
  })
}
