import { peek } from '../bytes/peek.ts'
import { countRow } from '../count-row.ts'
import { later } from '../later.ts'
import { problemAt } from '../problems.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { csvRows } from './csv-rows.ts'
import { sniffDialect } from './dialect.ts'
import { readRows } from './read-rows.ts'

const HEAD = 1 << 16

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

async function openRows(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  delimiter?: string
): Promise<AsyncIterable<InputItem>> {
  const { head, chunks } = await peek(bytes, HEAD)
  const { dialect } = sniffDialect(head.toString('utf8', 0, HEAD), delimiter)
  const batches = csvRows(chunks, dialect, (line, code) => {
    countRow(context.counts, 'bad')
    context.options.onProblem(problemAt(code, 'error', context.file, line, {}))
  })
  return readRows(batches, context, dialect.named ? 1 : 0)
}
