import type { Unit } from '../field-names.ts'
import { fatal, problemAt, shorten } from '../problems.ts'
import type { Mapping, ReadContext } from '../reader.ts'
import { createSpeakers, type Speakers } from '../speakers.ts'
import { hasSpeakers } from '../transcript/read-transcript.ts'
import { type Assignment, assignColumns, isByPosition, isHeader, listed } from './assign-columns.ts'
import { fitOf } from './column-fit.ts'
import { type InferredAgent, inferAgent } from './infer-agent.ts'
import { type Plan, planColumns } from './plan-columns.ts'
import { isBlank, isNamedInRow, type Row } from './read-row.ts'
import { createRowLens, type RowLens } from './row-lens.ts'
import { isTalk, talkLines } from './talk-cell.ts'
import { tellColumns } from './tell-columns.ts'

/** Rows that are looked at before the columns' times and kinds are decided. */
const SAMPLE = 1000
/** Rows among which the header is looked for, below a title or blank lines. */
const HEADER_WITHIN = 10
/** So many rows `openTable` needs, where there are as many. */
export const FIRST_ROWS = SAMPLE + HEADER_WITHIN

export interface NumberedRow {
  readonly row: Row
  readonly line: number
}

/** A table of which the first rows were looked at. */
export interface Table {
  readonly plan: Plan
  /** The first rows below the header. */
  readonly rows: readonly NumberedRow[]
  readonly lens: RowLens
  readonly speakers: Speakers
}

/** Finds the header, and from it and the rows below how to read the log. */
export function openTable(first: readonly NumberedRow[], context: ReadContext): Table {
  const { map = {}, mapping, fields = [] } = context.options
  const { file } = context
  // Exactly so many, however the bytes came in, so that the same file is always read the same way.
  const filled = first.slice(0, FIRST_ROWS).filter(({ row }) => !isBlank(row))
  const top = filled[0]
  const header = filled.slice(0, HEADER_WITHIN).find(({ row }) => isHeader(row, map))
  const headless = isByPosition(map) && !header
  const names = headless ? (top?.row ?? []).map((_, i) => `#${i + 1}`) : ((header ?? top)?.row ?? [])
  const rows = headless ? first : first.slice(first.indexOf((header ?? top)!) + 1)
  const line = (header ?? top)?.line ?? 1
  if (mapping?.turns !== undefined) {
    throw fatal('input/map-turns', file, line, { value: mapping.turns, columns: listed(names) })
  }
  const below = filled.slice(headless ? 0 : filled.indexOf((header ?? top)!) + 1).map(({ row }) => row)
  const agents = [...(context.options.agents ?? []), ...mappedAgents(mapping)]
  const labels = createSpeakers(agents)
  const columns = withUnit(
    assignColumns(names, map, file, line, fields, fitOf(below, labels, mapping)),
    mapping?.unit
  )
  // What it tells of the sample it tells when the rows are read.
  const silent = { ...context, options: { ...context.options, onProblem: () => {} } }
  const look = createRowLens(columns, silent, line)
  const sample = below.map(row => look(row, line)).filter(row => row !== undefined)
  const talks = {
    hasSpeakers: (cell: string) => hasSpeakers(talkLines(cell), agents),
    isTalk: (cell: string) => isTalk(cell, agents)
  }
  const plan = planColumns(columns, sample, talks, file, line)
  tellColumns(columns, plan, sample, context, line)
  const inferred = agents.length > 0 || plan.kind !== 'turns' ? undefined : findAgent(plan, sample)
  if (inferred) {
    const { label, ...values } = inferred
    context.options.onProblem(
      problemAt('input/inferred-agent', 'warning', file, line, { value: shorten(label), ...values })
    )
  }
  return {
    plan,
    rows,
    lens: createRowLens(columns, context, line),
    speakers: inferred ? createSpeakers([inferred.label]) : labels
  }

  function findAgent(turns: Plan, some: readonly Row[]): InferredAgent | undefined {
    return inferAgent(some, turns.id, turns.role, labels, row => isNamedInRow(row, row[turns.role]!, turns))
  }
}

/** Labels that the map file explains as agents; those of talks in cells are read by them too. */
function mappedAgents(mapping: Mapping | undefined): readonly string[] {
  const values = mapping?.values?.['role'] ?? {}
  return Object.keys(values).filter(label => values[label] === 'agent')
}

/** A unit that a map file states holds for all times that count from the start of the contact. */
function withUnit(columns: Assignment, unit: Unit | undefined): Assignment {
  if (unit === undefined) return columns
  const times = new Set([columns.cores.get('start'), columns.cores.get('end'), columns.cores.get('time')])
  return { ...columns, units: columns.units.map((own, at) => (times.has(at) ? unit : own)) }
}
