import type { Contact } from '../../model/contact.ts'
import { peek } from '../bytes/peek.ts'
import { countRow } from '../count-row.ts'
import { plainCell } from '../field-values.ts'
import { later } from '../later.ts'
import { problemAt } from '../problems.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { createSpeakers } from '../speakers.ts'
import { hasSpeakers, readTranscript } from '../transcript/read-transcript.ts'
import { assignColumns, isByPosition, isHeader } from './assign-columns.ts'
import { csvRows } from './csv-rows.ts'
import { sniffDialect } from './dialect.ts'
import { type Group, newGroup } from './group.ts'
import { createGroupStore } from './group-store.ts'
import { makeContact } from './make-contact.ts'
import { type Plan, planColumns } from './plan-columns.ts'
import { checkWidth, createTurnReader, fillGroup, isBlank, type Row } from './read-row.ts'

const HEAD = 1 << 16
/** Rows that are looked at before the columns' times and kinds are decided. */
const SAMPLE = 1000
/** Rows among which the header is looked for, below a title or blank lines. */
const HEADER_WITHIN = 10
const MEMORY = 256 << 20

/** Delimited rows with a header: a log of turns, of records, or of transcripts in cells. */
export const csv: Format = {
  name: 'csv',
  extensions: ['.csv'],
  sniff: head => {
    const { dialect, score } = sniffDialect(head)
    return dialect.delimiter === '\t' ? 0 : score
  },
  read: (bytes, context) => later(() => openRows(bytes, context))
}

export const tsv: Format = {
  name: 'tsv',
  extensions: ['.tsv', '.tab'],
  sniff: head => {
    const { dialect, score } = sniffDialect(head)
    return dialect.delimiter === '\t' ? score : 0
  },
  read: (bytes, context) => later(() => openRows(bytes, context, '\t'))
}

interface NumberedRow {
  readonly row: Row
  readonly line: number
}

async function openRows(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  delimiter?: string
): Promise<AsyncIterable<InputItem>> {
  const { head, chunks } = await peek(bytes, HEAD)
  const { dialect } = sniffDialect(head.toString('utf8', 0, HEAD), delimiter)
  const { counts } = context
  const batches = csvRows(chunks, dialect, line => {
    countRow(counts, 'bad')
    context.options.onProblem(problemAt('input/open-quote', 'error', context.file, line, {}))
  })
  const first: NumberedRow[] = []
  while (first.length < SAMPLE + HEADER_WITHIN) {
    const { done, value } = await batches.next()
    if (done) break
    for (const [i, row] of value.rows.entries()) first.push({ row, line: value.lines[i]! })
  }
  if (dialect.named) first.shift()
  const { plan, rows } = planRows(first, context)
  return plan.kind === 'turns'
    ? readTurns(plan, rows, batches, context)
    : readRecords(plan, rows, batches, context)
}

type Batches = ReturnType<typeof csvRows>

/** Finds the header, and from it and the rows below how to read the log. */
function planRows(
  first: readonly NumberedRow[],
  context: ReadContext
): { plan: Plan; rows: readonly NumberedRow[] } {
  const { map = {}, agents, fields = [] } = context.options
  const { file } = context
  // Exactly so many, however the bytes came in, so that the same file is always read the same way.
  const filled = first.slice(0, SAMPLE + HEADER_WITHIN).filter(({ row }) => !isBlank(row))
  const top = filled[0]
  const header = filled.slice(0, HEADER_WITHIN).find(({ row }) => isHeader(row, map))
  const headless = isByPosition(map) && !header
  const names = headless ? (top?.row ?? []).map((_, i) => `#${i + 1}`) : ((header ?? top)?.row ?? [])
  const rows = headless ? first : first.slice(first.indexOf((header ?? top)!) + 1)
  const line = (header ?? top)?.line ?? 1
  const columns = assignColumns(names, map, file, line, fields)
  const sample = filled.slice(headless ? 0 : filled.indexOf((header ?? top)!) + 1).map(({ row }) => row)
  const talks = (cell: string): boolean => hasSpeakers(cell, agents)
  const plan = planColumns(columns, sample, talks, file, line)
  for (const guess of plan.guesses) {
    context.options.onProblem(problemAt('input/ambiguous-date', 'warning', file, line, guess))
  }
  return { plan, rows }
}

async function* readTurns(
  plan: Plan,
  first: readonly NumberedRow[],
  batches: Batches,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const { counts, options, file } = context
  const store = createGroupStore(plan.contact.length, options.memory ?? MEMORY)
  const reader = createTurnReader(plan, store, createSpeakers(options.agents), context)
  try {
    for (const { row, line } of first) countRow(counts, reader.read(row, line))
    if (await store.relieve()) reader.forget()
    for await (const { rows, lines } of batches) {
      for (let i = 0; i < rows.length; i++) countRow(counts, reader.read(rows[i]!, lines[i]!))
      if (await store.relieve()) reader.forget()
    }
    for await (const groups of store.drain()) for (const group of groups) yield itemOf(group)
  } finally {
    await store.close()
  }

  function itemOf(group: Group): InputItem {
    return { kind: 'contact', contact: makeContact(plan, group), source: { file, line: group.line } }
  }
}

/** A contact a row, as they come: nothing is kept. */
async function* readRecords(
  plan: Plan,
  first: readonly NumberedRow[],
  batches: Batches,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const read = createRecordReader(plan, context)
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
}

/** Reads a row that is a contact, with its talk in a cell if there is a column for it. */
function createRecordReader(
  plan: Plan,
  context: ReadContext
): (row: Row, line: number) => InputItem | undefined {
  const { counts, file, options } = context
  return (row, line) => {
    if (isBlank(row)) {
      countRow(counts, 'blank')
      return undefined
    }
    const contact = checkWidth(row, line, plan, context) ? contactOf(row, line) : undefined
    countRow(counts, contact ? 'used' : 'bad')
    return contact && { kind: 'contact', contact, source: { file, line } }
  }

  function contactOf(row: Row, line: number): Contact | undefined {
    const id = (plan.id < 0 ? '' : plainCell(row[plan.id]!)) || `${context.stem}:${line}`
    const cells = plan.contact.map(() => '')
    const group = newGroup(id, line, cells)
    fillGroup(group, row, plan)
    const contact = makeContact(plan, group)
    const cell = plan.kind === 'transcripts' ? row[plan.text]! : ''
    if (cell.trim() === '') return contact
    const talk = readTranscript(cell, { file, line, agents: options.agents, contact })
    for (const problem of talk.problems) options.onProblem(problem)
    return talk.contacts[0]
  }
}
