import type { DiffFormat } from './diff-format.ts'
import { changeRow } from './rows.ts'

/** One contact that changed a line, as it comes, with nothing before or after. */
export const ndjson: DiffFormat = {
  name: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  create: () => ({ change: change => `${JSON.stringify(changeRow(change))}\n`, end: () => [] })
}
