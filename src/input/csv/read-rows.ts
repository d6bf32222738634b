import { countRow } from '../count-row.ts'
import type { InputItem, ReadContext } from '../reader.ts'
import { parseTimezone } from '../timezone.ts'
import type { RowBatch } from './csv-rows.ts'
import type { Group } from './group.ts'
import { createGroupStore } from './group-store.ts'
import { makeContact } from './make-contact.ts'
import { FIRST_ROWS, type NumberedRow, openTable, type Table } from './open-table.ts'
import { createRecordReader } from './read-record.ts'
import { createTurnReader, type Row } from './read-row.ts'

const MEMORY = 256 << 20

type Batches = AsyncIterator<RowBatch> & AsyncIterable<RowBatch>

/**
 * Makes contacts of the rows of a table, whatever kind of file they stand in: finds the header, decides what the
 * columns are, and reads turns, records or talks in cells.
 *
 * @param skipped Rows at the top that are no part of the table.
 */
export async function readRows(
  batches: Batches,
  context: ReadContext,
  skipped = 0
): Promise<AsyncIterable<InputItem>> {
  const first: NumberedRow[] = []
  while (first.length < FIRST_ROWS + skipped) {
    const { done, value } = await batches.next()
    if (done) break
    for (const [i, row] of value.rows.entries()) first.push({ row, line: value.lines[i]! })
  }
  const opened = openTable(first.slice(skipped), context)
  return opened.plan.kind === 'turns'
    ? readTurns(opened, batches, context)
    : readRecords(opened, batches, context)
}

async function* readTurns(
  { plan, rows: first, lens, speakers }: Table,
  batches: Batches,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const { counts, options, file } = context
  const zone = options.timezone === undefined ? undefined : parseTimezone(options.timezone)
  const store = createGroupStore(plan.contact.length, options.memory ?? MEMORY)
  const reader = createTurnReader(plan, store, speakers, context)
  const take = (raw: Row, line: number): void => {
    const row = lens(raw, line)
    countRow(counts, row ? reader.read(row, line) : 'blank')
  }
  try {
    for (const { row, line } of first) take(row, line)
    if (await store.relieve()) reader.forget()
    for await (const { rows, lines } of batches) {
      for (let i = 0; i < rows.length; i++) take(rows[i]!, lines[i]!)
      if (await store.relieve()) reader.forget()
    }
    reader.end()
    for await (const groups of store.drain()) for (const group of groups) yield itemOf(group)
  } finally {
    await store.close()
  }

  function itemOf(group: Group): InputItem {
    return { kind: 'contact', contact: makeContact(plan, group, zone), source: { file, line: group.line } }
  }
}

/** A contact a row, as they come: nothing but their ids is kept. */
async function* readRecords(
  { plan, rows: first, lens, speakers }: Table,
  batches: Batches,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const reader = createRecordReader(plan, speakers, context)
  const read = (raw: Row, line: number): InputItem | undefined => {
    const row = lens(raw, line)
    if (!row) countRow(context.counts, 'blank')
    return row && reader.read(row, line)
  }
  for (const { row, line } of first) {
    const item = read(row, line)
    if (item) yield item
  }
  for await (const { rows, lines } of batches) {
    for (let i = 0; i < rows.length; i++) {
      const item = read(rows[i]!, lines[i]!)
      if (item) yield item
    }
  }
  reader.end()
}
