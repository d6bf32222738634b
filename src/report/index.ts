import { csv } from './csv.ts'
import { asReport } from './items/as-report.ts'
import { sharedFormats } from './items/index.ts'
import { json } from './json.ts'
import { metricsCsv } from './metrics-csv.ts'
import { ndjson } from './ndjson.ts'
import type { ReportFormat } from './report.ts'
import { terminal } from './terminal.ts'

/** Every format a report can be written in; the first is the usual one. */
export const reportFormats: readonly ReportFormat[] = [
  terminal,
  ndjson,
  json,
  csv,
  metricsCsv,
  ...sharedFormats.map(asReport)
]

export function findReportFormat(name: string): ReportFormat | undefined {
  return reportFormats.find(format => format.name === name)
}

/** The format of a list whose ending a file name has; the longest that fits, in any case of letters. */
export function formatByEnding<Format extends { readonly extensions: readonly string[] }>(
  formats: readonly Format[],
  path: string
): Format | undefined {
  const lower = path.toLowerCase()
  const endings = formats.flatMap(format => format.extensions.map(ending => ({ format, ending })))
  return endings
    .filter(({ ending }) => lower.endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)[0]?.format
}
