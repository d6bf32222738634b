import type { Place, Problem } from '../diagnostics/problem.ts'
import type { Mark } from '../model/mark.ts'
import { peek } from './bytes/peek.ts'
import { toUtf8 } from './bytes/to-utf8.ts'
import { csvRows } from './csv/csv-rows.ts'
import { sniffDialect } from './csv/dialect.ts'
import { meaningOf } from './field-names.ts'
import { foldName } from './fold-name.ts'
import { errorCode, fatal, problemAt, shorten } from './problems.ts'
import type { Source } from './reader.ts'

/** A mark and the row of the sheet that it stands in. */
export interface PlacedMark extends Mark {
  readonly place: Place
}

export interface MarkSheet {
  readonly marks: readonly PlacedMark[]
  /** Rows of the sheet: `rows = marks + blank + bad`, where a blank one has no mark yet. */
  readonly rows: number
  readonly blank: number
  readonly bad: number
}

const HEAD = 1 << 16

/** The columns of a sheet of marks with the names that people give them; a contact's are those of any export. */
const columns = {
  criterion: `criterion criterion_id item item_id rule rule_id 准则 准则ID 准则编号 指标 指标ID 指标编号 评分项 评分项ID 评分项编号
    检查项 检查项编号 质检项 质检项编号 考核项 考核项编号 条目 条目编号`,
  mark: 'mark marks score grade rating result answer 评分 得分 分数 打分 评价 等级 评级 结果 评分结果 人工评分',
  standard: 'standard standard_id form 标准 标准ID 标准编号 质检标准 评分表',
  by: `by marked_by reviewer evaluator rater auditor inspector qa 质检员 评分人 评分员 打分人 审核人 质检人 复核人 评价人
    质检人员 评分者`,
  note: 'note notes comment comments remark remarks 备注 说明 评语 点评 意见 质检意见'
} as const

type Column = keyof typeof columns | 'contact'

const needed = ['contact', 'criterion', 'mark'] as const satisfies readonly Column[]

const known: ReadonlyMap<string, Column> = new Map(
  Object.entries(columns).flatMap(([column, names]) =>
    names.split(/\s+/).map(name => [foldName(name), column as Column] as const)
  )
)

/**
 * Reads what people marked: delimited rows under a header that names the columns, one row for each contact and
 * criterion. Rows without a mark are still to be marked; rows that name no contact or criterion go to `onProblem`.
 *
 * @throws ProblemError when there is no such file, or no column for contact, criterion or mark.
 */
export async function readMarks(
  source: Source,
  onProblem: (problem: Problem) => void,
  encoding?: string
): Promise<MarkSheet> {
  const file = source.name
  const counts = { rows: 0, blank: 0, bad: 0 }
  const marks: PlacedMark[] = []
  let header: Header | undefined
  const bad = (problem: Problem): void => {
    counts.rows++
    counts.bad++
    onProblem(problem)
  }
  try {
    const decoded = toUtf8(source.open(), {
      encoding,
      onBadBytes: (count, line, name) =>
        onProblem(problemAt('input/bad-bytes', 'warning', file, line, { count, encoding: name })),
      onNuls: (count, line) => onProblem(problemAt('input/nul-bytes', 'warning', file, line, { count })),
      onUnknown: line =>
        fatal('input/unknown-encoding', file, line, { path: file, allowed: 'utf-8, gb18030, utf-16le' })
    })
    const { head, chunks } = await peek(decoded, HEAD)
    const { dialect } = sniffDialect(head.toString('utf8', 0, HEAD))
    const batches = csvRows(chunks, dialect, (line, code) => bad(problemAt(code, 'error', file, line, {})))
    for await (const { rows, lines } of batches) {
      for (const [i, row] of rows.entries()) {
        const line = lines[i]!
        const skipped = row.every(cell => cell.trim() === '') || (dialect.named && line === 1)
        if (skipped) continue
        if (!header) header = readHeader(row, file, line)
        else take(readRow(row, header, { file, line }))
      }
    }
  } catch (error) {
    throw explain(error, file)
  }
  if (!header) throw fatal('input/empty', file, undefined, { path: file })
  return { marks, ...counts }

  function take(row: ReadRow): void {
    if (row.kind === 'bad') return bad(row.problem)
    counts.rows++
    if (row.kind === 'mark') marks.push(row.mark)
    else counts.blank++
  }
}

interface Header {
  readonly width: number
  readonly at: Readonly<Partial<Record<Column, number>>>
}

type ReadRow =
  | { readonly kind: 'mark'; readonly mark: PlacedMark }
  | { readonly kind: 'blank' }
  | { readonly kind: 'bad'; readonly problem: Problem }

function readHeader(row: readonly string[], file: string, line: number): Header {
  const header: Partial<Record<Column, number>> = {}
  for (const [i, cell] of row.entries()) {
    const column =
      known.get(foldName(cell)) ?? (meaningOf(cell)?.meaning.core === 'id' ? 'contact' : undefined)
    if (column !== undefined) header[column] ??= i
  }
  const missing = needed.filter(column => header[column] === undefined)
  if (missing.length > 0) {
    const values = { missing: missing.join(', '), columns: shorten(row.join(', ')) }
    throw fatal('input/marks-columns', file, line, values)
  }
  return { width: row.length, at: header }
}

function readRow(row: readonly string[], header: Header, place: { file: string; line: number }): ReadRow {
  const cell = (column: Column): string => (row[header.at[column] ?? -1] ?? '').trim()
  const bad = (code: Problem['code'], values: Problem['values']): ReadRow => ({
    kind: 'bad',
    problem: problemAt(code, 'error', place.file, place.line, values)
  })
  if (row.slice(header.width).some(surplus => surplus.trim() !== '')) {
    return bad('input/too-many-cells', { count: row.length, expected: header.width })
  }
  for (const field of ['contact', 'criterion'] as const) {
    if (cell(field) === '') return bad('input/marks-row', { field, value: shorten(row.join(', ')) })
  }
  const mark = cell('mark')
  if (mark === '') return { kind: 'blank' }
  const optional = (column: 'standard' | 'by' | 'note'): Record<string, string> => {
    const value = cell(column)
    return value === '' ? {} : { [column]: value }
  }
  const named = { contact: cell('contact'), criterion: cell('criterion'), mark }
  const rest = { ...optional('standard'), ...optional('by'), ...optional('note') }
  return { kind: 'mark', mark: { ...named, ...rest, place } }
}

function explain(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOENT') return fatal('input/not-found', path, undefined, { path })
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return fatal('input/unreadable', path, undefined, { path, reason: code })
  }
  return error
}
