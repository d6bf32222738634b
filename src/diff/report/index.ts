import { itemFormats } from '../../report/items/index.ts'
import { asDiffReport } from './as-diff-report.ts'
import type { DiffFormat } from './diff-format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'
import { terminal } from './terminal.ts'

const own: readonly DiffFormat[] = [terminal, markdown, json, ndjson]

/** Every form that a comparison can be written in; the first is the usual one. */
export const diffFormats: readonly DiffFormat[] = [
  ...own,
  ...itemFormats.filter(({ name }) => own.every(format => format.name !== name)).map(asDiffReport)
]
