import type { ReportFormat, RunHeader, RunSummary } from './report.ts'
import { metricRow } from './metric-rows.ts'
import { badRows, evaluationRow, scorecardRow, standardRow } from './rows.ts'

/** Raised when a key changes its meaning or goes away; a new key does not raise it. */
const SCHEMA_VERSION = 1

/**
 * The whole result as one document, written in pieces, one element of a list a line. `evaluations` holds the rows of
 * the `ndjson` format, those of unreadable records among them. There is no time of day in it: the same input gives
 * the same bytes.
 */
export const json: ReportFormat = {
  name: 'json',
  extensions: ['.json'],
  create: ({ lang, version }, header) => ({
    between: ',',
    begin: () => {
      const tool = JSON.stringify({ name: 'linecheck', version })
      const standards = JSON.stringify(header.standards.map(standardRow))
      return `{"schemaVersion":${SCHEMA_VERSION},"tool":${tool},\n"standards":${standards},\n"evaluations":[`
    },
    evaluation: evaluation => `\n${JSON.stringify(evaluationRow(evaluation))}`,
    bad: problem =>
      badRows(problem, header, lang)
        .map(row => `\n${JSON.stringify(row)}`)
        .join(','),
    end: summary => finish(summary, header)
  })
}

function* finish(summary: RunSummary, header: RunHeader): Generator<string> {
  const { counts, verdict } = summary
  yield `\n],\n"by":${JSON.stringify(header.by ?? 'agent')},\n"scorecards":[`
  yield* listPieces(summary.scorecards.map(({ card, places }) => scorecardRow(card, places)))
  yield '\n],\n"overall":['
  yield* listPieces(summary.overall.map(card => scorecardRow(card)))
  yield '\n],\n"metrics":['
  yield* listPieces((summary.metrics ?? []).map(metricRow))
  const { files, contacts, turns, rows, usedRows, badRows: bad, blankRows, noiseRows, badBytes } = counts
  const { evaluated, notScored, notApplicable, measured, suppressed, inBaseline } = counts
  const counted = {
    files,
    contacts,
    turns,
    rows,
    usedRows,
    badRows: bad,
    blankRows,
    noiseRows,
    badBytes,
    evaluated,
    notScored,
    notApplicable,
    measured,
    suppressed,
    inBaseline
  }
  yield `\n],\n"counts":${JSON.stringify({ ...counted, problems: summary.problems, problemCodes: codesOf(summary) })}`
  const { negative, reasons, notes = [] } = verdict
  yield `,\n"verdict":${JSON.stringify({ negative, reasons, notes: notes.length > 0 ? notes : undefined })}}\n`
}

function codesOf({ problemCodes }: RunSummary): Readonly<Record<string, number>> | undefined {
  return problemCodes && Object.fromEntries(problemCodes)
}

function* listPieces(rows: readonly object[]): Generator<string> {
  for (const [i, row] of rows.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(row)}`
}
