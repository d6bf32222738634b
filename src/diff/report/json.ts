import type { DiffFormat, DiffReport } from './diff-format.ts'
import type { StandardDiff } from '../result.ts'
import { knowsStandards } from './headline.ts'
import { changeRow, criterionRow, groupRow, regressionRow, standardRow, weighingRow } from './rows.ts'

/** Raised when a key changes its meaning or goes away; a new key does not raise it. */
const SCHEMA_VERSION = 1

/**
 * The whole comparison as one document, one element of a list a line. There is no time of day in it: the same input gives
 * the same bytes.
 */
export const json: DiffFormat = {
  name: 'json',
  extensions: ['.json'],
  create: ({ version }) => ({ end: report => writeReport(report, version) })
}

function* writeReport({ result, regressions, verdict }: DiffReport, version: string): Generator<string> {
  const { both, onlyBefore, onlyAfter } = result.contacts
  const tool = JSON.stringify({ name: 'linecheck', version })
  yield `{"schemaVersion":${SCHEMA_VERSION},"tool":${tool},"command":"diff",`
  yield `\n"contacts":${JSON.stringify({ both, onlyBefore, onlyAfter })},"tolerance":${JSON.stringify(result.tolerance)},`
  yield '\n"standards":['
  for (const [i, standard] of result.standards.entries()) {
    yield i === 0 ? '\n' : ',\n'
    yield* writeStandard(standard)
  }
  yield '\n],'
  yield* writeList('regressions', regressions.map(regressionRow))
  const { negative, reasons } = verdict
  yield `,\n"verdict":${JSON.stringify({ negative, reasons })}}\n`
}

function* writeStandard(standard: StandardDiff): Generator<string> {
  const { agents, teams, criteria, weighing, look } = standard
  const known = knowsStandards(standard)
  yield `${JSON.stringify(standardRow(standard)).slice(0, -1)},`
  yield* writeList('agents', agents.map(groupRow))
  yield ','
  yield* writeList('teams', teams.map(groupRow))
  yield ','
  yield* writeList(
    'criteria',
    criteria.map(criterion => criterionRow(criterion, known))
  )
  yield ','
  yield* writeList('weighing', weighing.map(weighingRow))
  yield `,\n"look":{"total":${look.total},`
  yield* writeList('shown', look.shown.map(changeRow))
  yield '}}'
}

function* writeList(name: string, rows: readonly object[]): Generator<string> {
  yield `\n"${name}":[`
  for (const [i, row] of rows.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(row)}`
  yield rows.length === 0 ? ']' : '\n]'
}
