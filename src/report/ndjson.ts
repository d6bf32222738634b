import type { ReportFormat } from './report.ts'
import { badRows, evaluationRow } from './rows.ts'

/** One evaluation a line, as it comes, with nothing before or after: the form for pipes and for merging. */
export const ndjson: ReportFormat = {
  name: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  create: ({ lang }, header) => ({
    begin: () => '',
    evaluation: evaluation => `${JSON.stringify(evaluationRow(evaluation))}\n`,
    bad: problem =>
      badRows(problem, header, lang)
        .map(row => `${JSON.stringify(row)}\n`)
        .join(''),
    end: () => []
  })
}
