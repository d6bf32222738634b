import { describe } from '../diagnostics/describe.ts'
import { formatPlace } from '../diagnostics/render.ts'
import type { Evaluation } from '../model/evaluation.ts'
import { csvLine } from './csv-cells.ts'
import type { ReportContext, ReportFormat, Reporter, RunHeader } from './report.ts'
import { wordsOf, type Words } from './words.ts'

/** Names of the columns before those of the criteria; they stay the same in every language, for programs. */
const fixedNames = {
  contact: 'contact',
  agent: 'agent',
  name: 'name',
  team: 'team',
  started: 'started',
  standard: 'standard',
  score: 'score',
  scoreWithoutFatal: 'score_without_fatal',
  band: 'band',
  passed: 'passed',
  failed: 'failed',
  reason: 'reason'
} satisfies Record<keyof Words['csv'], string>

const fixedColumns = Object.keys(fixedNames) as (keyof typeof fixedNames)[]

/**
 * One row for each evaluation: who and when, the score, the ids of what failed, then a column for each criterion with
 * what became of it. For a spreadsheet the headings and marks are in words.
 */
export const csv: ReportFormat = { name: 'csv', extensions: ['.csv'], create: createCsv }

function createCsv(context: ReportContext, header: RunHeader): Reporter {
  const words = context.spreadsheet ? wordsOf(context.lang) : undefined
  const headings = fixedColumns.map(column => (words?.csv ?? fixedNames)[column])
  const columns = nameColumns(header, new Set(headings))
  return {
    begin: () =>
      (context.spreadsheet ? '\ufeff' : '') + csvLine([...headings, ...columns.map(column => column.name)]),
    evaluation: evaluation => evaluationLine(evaluation, columns, words),
    bad: problem => {
      const where = problem.place ? `${formatPlace(problem.place)}: ` : ''
      const reason = where + describe(problem, context.lang).message
      return header.standards
        .map(({ id }) => {
          const cells = fixedColumns.map(column =>
            column === 'standard' ? id : column === 'reason' ? reason : null
          )
          return csvLine([...cells, ...columns.map(() => null)])
        })
        .join('')
    },
    end: () => []
  }
}

interface CriterionColumn {
  readonly name: string
  readonly standard: string
  readonly id: string
}

/** A column is named by its criterion's id, with its standard's before it only where two would be called the same. */
function nameColumns(header: RunHeader, taken: ReadonlySet<string>): CriterionColumn[] {
  const columns = header.standards.flatMap(s => s.criteria.map(c => ({ standard: s.id, id: c.id })))
  const seen = new Map<string, number>()
  for (const { id } of columns) seen.set(id, (seen.get(id) ?? 0) + 1)
  return columns.map(({ standard, id }) => {
    const clear = seen.get(id) === 1 && !taken.has(id)
    return { standard, id, name: clear ? id : `${standard}/${id}` }
  })
}

function evaluationLine(
  e: Evaluation,
  columns: readonly CriterionColumn[],
  words: Words | undefined
): string {
  const results = new Map(e.criteria.map(result => [result.id, result.status]))
  const failed = e.criteria.filter(result => result.status === 'fail').map(result => result.id)
  const passed = e.passed === null ? null : words ? (e.passed ? words.yes : words.no) : String(e.passed)
  return csvLine([
    e.contact,
    e.agent,
    e.agentName,
    e.team,
    e.started,
    e.standard,
    e.score,
    e.scoreWithoutFatal,
    e.band,
    passed,
    failed.join(' '),
    e.reason,
    ...columns.map(({ standard, id }) => {
      const status = standard === e.standard ? results.get(id) : undefined
      return status && words ? words.statuses[status] : status
    })
  ])
}
