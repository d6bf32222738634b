import { csv } from './csv.ts'
import { json } from './json.ts'
import { metricsCsv } from './metrics-csv.ts'
import { ndjson } from './ndjson.ts'
import type { ReportFormat } from './report.ts'
import { terminal } from './terminal.ts'

/** Every format a report can be written in; the first is the usual one. */
export const reportFormats: readonly ReportFormat[] = [terminal, ndjson, json, csv, metricsCsv]

export function findReportFormat(name: string): ReportFormat | undefined {
  return reportFormats.find(format => format.name === name)
}

/** The format that a file name asks for by its ending; the longest that fits, in any case of letters. */
export function reportFormatOf(path: string): ReportFormat | undefined {
  const lower = path.toLowerCase()
  const endings = reportFormats.flatMap(format => format.extensions.map(ending => ({ format, ending })))
  return endings
    .filter(({ ending }) => lower.endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)[0]?.format
}
