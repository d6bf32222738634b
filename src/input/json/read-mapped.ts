import type { RowBatch } from '../csv/csv-rows.ts'
import { readRows } from '../csv/read-rows.ts'
import { countRow } from '../count-row.ts'
import { meaningOf } from '../field-names.ts'
import type { InputItem, ReadContext } from '../reader.ts'
import { type Document, readJson } from './documents.ts'
import { cellOf, valueAt } from './json-path.ts'
import { jsonRows } from './json-rows.ts'
import {
  cellsOf,
  checkPaths,
  type Column,
  isWanted,
  mappedColumns,
  otherColumns,
  rowContext
} from './mapped-columns.ts'
import { shapeError, shapeProblem } from './shape-error.ts'

/** Fields that each turn has for itself; all others are looked for in the document. */
const ofTurns: ReadonlySet<string> = new Set(['role', 'text', 'start', 'end', 'time', 'date'])

/** Documents that are looked at before it is decided what they are. */
const LOOKED_AT = 200

/**
 * Reads JSON whose parts have other names, as a map says. With a path to the turns (or a list under `turns`) each
 * document is a contact; without one each is a row, as in a table: a turn where roles and texts are mapped, else a
 * contact without turns.
 */
export async function* readMapped(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const { mapping = {} } = context.options
  const { first, all } = await look(readJson(bytes, context, mapping.contacts))
  const canonical = first.length > 0 && first.every(document => Array.isArray(valueAt(document, 'turns')))
  const turns = mapping.turns ?? (canonical ? 'turns' : undefined)
  if (turns === undefined) yield* await readFlat(first, all, context)
  else yield* readNested(all, turns, context)
}

async function readFlat(
  first: readonly unknown[],
  documents: AsyncIterable<Document>,
  context: ReadContext
): Promise<AsyncIterable<InputItem>> {
  const { map = {}, mapping } = context.options
  const mapped = mappedColumns(map, mapping?.unit)
  checkPaths(mapped, first, context)
  const others = otherColumns(mapped, first)
  const own = isLog(mapped) ? others.filter(column => isSame(column, map['id'], first)) : others
  const columns = [...mapped, ...own]
  const rows = jsonRows(
    documents,
    columns.map(({ header }) => header),
    ({ value }) => (isWanted(value, mapping) ? cellsOf(columns, () => value, mapping) : undefined),
    context
  )
  return readRows(rows, rowContext(context, mapped))
}

/** Each row is a turn. */
function isLog(mapped: readonly Column[]): boolean {
  return mapped.some(({ field }) => field === 'role') && mapped.some(({ field }) => field === 'text')
}

/** Whether a value is one of the contact: the same in all its rows. */
function isSame(column: Column, id: string | undefined, rows: readonly unknown[]): boolean {
  const seen = new Map<string, string>()
  return rows.every(row => {
    const key = id === undefined ? '' : cellOf(valueAt(row, id))
    const cell = cellOf(valueAt(row, column.path))
    const before = seen.get(key)
    seen.set(key, cell)
    return before === undefined || before === cell
  })
}

async function* readNested(
  documents: AsyncIterable<Document>,
  turnsPath: string,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const { options, counts, file, stem } = context
  const { map, mapping } = options
  const mapped = mappedColumns({ id: '', ...map }, mapping?.unit)
  let count = 0
  let checked = false
  for await (const document of documents) {
    const { line } = document
    const turns = 'problem' in document ? undefined : valueAt(document.value, turnsPath)
    if ('problem' in document || !Array.isArray(turns)) {
      const problem =
        'problem' in document
          ? document.problem
          : shapeProblem(shapeError(`$.${turnsPath}`, turns, '[{...}, ...]'), file, line)
      countRow(counts, 'bad')
      options.onProblem(problem)
      yield { kind: 'bad', problem }
      continue
    }
    const id = ++count === 1 ? stem : `${stem}-${count}`
    yield* await readDocument(document.value, turns, id, line)
  }

  /** A document is a table of its own, whose rows are its turns. */
  async function readDocument(
    value: unknown,
    turns: readonly unknown[],
    id: string,
    line: number
  ): Promise<AsyncIterable<InputItem>> {
    const wanted = turns.filter(turn => isWanted(turn, mapping))
    for (let i = wanted.length; i < turns.length; i++) countRow(counts, 'blank')
    if (!checked && wanted.length > 0) {
      checked = true
      checkPaths(
        mapped.filter(({ field }) => ofTurns.has(field)),
        wanted,
        context
      )
    }
    const known = otherColumns(mapped, wanted).filter(({ header }) =>
      ofTurns.has(meaningOf(header)?.meaning.core ?? '')
    )
    const columns = [...mapped, ...known, ...otherColumns([...mapped, ...known], [value])]
    // A contact in which nobody says anything is a row without a turn.
    const own = wanted.length > 0 ? columns : columns.filter(({ field }) => !ofTurns.has(field))
    const rows = (wanted.length > 0 ? wanted : [undefined]).map(turn => {
      const cells = cellsOf(own, ({ field }) => (ofTurns.has(field) ? turn : value), mapping)
      return cells.map((cell, i) => (own[i]!.field === 'id' && cell === '' ? id : cell))
    })
    const batch = {
      rows: [own.map(({ header }) => header), ...rows],
      lines: [line, ...rows.map(() => line)]
    }
    return readRows(once(batch), rowContext(context, own))
  }
}

/** The first of the documents, and all of them. */
async function look(
  documents: AsyncIterable<Document>
): Promise<{ first: readonly unknown[]; all: AsyncIterable<Document> }> {
  const rest = documents[Symbol.asyncIterator]()
  const seen: Document[] = []
  while (seen.length < LOOKED_AT) {
    const { done, value } = await rest.next()
    if (done) break
    seen.push(value)
  }
  const first = seen.flatMap(document => ('problem' in document ? [] : [document.value]))
  const all = (async function* () {
    yield* seen
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
  return { first, all }
}

async function* once(batch: RowBatch): AsyncGenerator<RowBatch> {
  yield batch
}
