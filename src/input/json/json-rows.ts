import type { RowBatch } from '../csv/csv-rows.ts'
import { countRow } from '../count-row.ts'
import { problemAt } from '../problems.ts'
import type { ReadContext } from '../reader.ts'
import type { Document } from './documents.ts'
import { shapeError, shapeProblem } from './shape-error.ts'
import { isObject, type Spot } from './spot.ts'

/** Makes the cells of a row of a value, or nothing where it is no row to read. */
export type CellsOf = (spot: Spot) => readonly string[] | undefined

const BATCH = 256

/**
 * JSON objects as the rows of a table, below a header: what reads tables can then read them. Lines that are no JSON
 * and values that are no objects are told and counted as bad, those without cells as blank.
 */
export async function* jsonRows(
  documents: AsyncIterable<Document>,
  header: readonly string[],
  cellsOf: CellsOf,
  context: ReadContext
): AsyncGenerator<RowBatch> {
  const { options, counts, file } = context
  let rows = [header]
  let lines = [0]
  for await (const document of documents) {
    const { line } = document
    if ('problem' in document || !isObject(document.value)) {
      countRow(counts, 'bad')
      options.onProblem(
        'problem' in document
          ? document.problem
          : shapeProblem(shapeError('$', document.value, '{...}'), file, line)
      )
      continue
    }
    const cells = cellsOf(spotOf(document.value, line, context))
    if (!cells) {
      countRow(counts, 'blank')
      continue
    }
    rows.push(cells)
    lines.push(line)
    if (rows.length < BATCH) continue
    yield { rows, lines }
    rows = []
    lines = []
  }
  yield { rows, lines }
}

/** A value of a file with its problems told for its line; that a value is left out is told once, however often it is asked for. */
export function spotOf(value: unknown, line: number, { file, options }: ReadContext): Spot {
  let leftOut: Set<unknown> | undefined
  return {
    value,
    path: '$',
    tell: (code, severity, values) => {
      if (code === 'input/bad-value') {
        leftOut ??= new Set()
        if (leftOut.has(values['path'])) return
        leftOut.add(values['path'])
      }
      options.onProblem(problemAt(code, severity, file, line, values))
    }
  }
}
