import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { splitLines } from '../input/index.ts'
import type { Evaluation } from '../model/evaluation.ts'
import { parseEvaluation } from './evaluation-row.ts'
import { KEPT_VERSION, type KeptEnd, type KeptHeader, type KeptRecord } from './kept.ts'
import { parseEnd, parseHeader } from './kept-header.ts'
import { parseRecord } from './kept-record.ts'
import { decodeOutcomes } from './outcome-code.ts'

/** A result that an audit saved. */
export type SavedResult =
  | {
      readonly kind: 'outcomes'
      readonly header: KeptHeader
      readonly records: AsyncIterable<KeptRecord>
      /** What stands at the end; to be asked for when all records were taken. */
      readonly end: () => KeptEnd
    }
  | { readonly kind: 'evaluations'; readonly evaluations: AsyncIterable<Evaluation> }

/**
 * Reads a saved result: outcomes, or evaluations as NDJSON or as a whole JSON report. Rows for records that could not
 * be read are passed over, as they are no judgement.
 * @throws ProblemError when it is neither, or a line of it is broken.
 */
export async function readResult(bytes: AsyncIterable<Buffer>, path: string): Promise<SavedResult> {
  const lines = numberLines(bytes)
  const first = await lines.next()
  const value = first.done ? undefined : parseJson(first.value.text)
  if (isObject(value) && 'linecheck-outcomes' in value) return readOutcomes(value, lines, path)
  if (isObject(value) && parseEvaluation(value)) {
    return { kind: 'evaluations', evaluations: readRows(first.value!, lines, path) }
  }
  if (first.value?.text.startsWith('{"schemaVersion":')) {
    return { kind: 'evaluations', evaluations: readReport(lines, path) }
  }
  throw new ProblemError([notAResult(path)])
}

interface Line {
  readonly text: string
  readonly number: number
}

function readOutcomes(value: object, lines: AsyncGenerator<Line>, path: string): SavedResult {
  const header = parseHeader(value)
  if (!header) throw new ProblemError([badLine(path, 1, `linecheck-outcomes ${KEPT_VERSION}?`)])
  let end: KeptEnd | undefined
  const isCode = createCodeCheck(header)
  async function* records(): AsyncGenerator<KeptRecord> {
    for await (const { text, number } of lines) {
      const row = parseJson(text)
      const record = Array.isArray(row) ? parseRecord(row) : undefined
      if (record && isCode(record)) yield record
      else if (isObject(row) && 'end' in row) end = parseEnd(row)
      else throw new ProblemError([badLine(path, number, text.slice(0, 40))])
    }
  }
  return {
    kind: 'outcomes',
    header,
    records: records(),
    end() {
      if (end) return end
      throw new ProblemError([
        { code: 'diff/cut-short', severity: 'error', place: { file: path }, values: { path } }
      ])
    }
  }
}

/** So many codes that were seen before are not looked at again. */
const REMEMBERED = 20_000

/** Whether a record is of one of the standards, and its code one of as many outcomes as that has criteria. */
function createCodeCheck({ standards }: KeptHeader): (record: KeptRecord) => boolean {
  const known = standards.map(() => new Set<string>())
  return ({ standard, code }) => {
    const [seen, criteria] = [known[standard], standards[standard]?.criteria]
    if (!seen || !criteria) return false
    if (code === undefined || seen.has(code)) return true
    if (!decodeOutcomes(code, criteria.length)) return false
    if (seen.size >= REMEMBERED) seen.clear()
    seen.add(code)
    return true
  }
}

async function* readRows(first: Line, lines: AsyncGenerator<Line>, path: string): AsyncGenerator<Evaluation> {
  yield* evaluationAt(first, path)
  for await (const line of lines) yield* evaluationAt(line, path)
}

/** The report has each evaluation on a line of its own, between two lines that say so. */
async function* readReport(lines: AsyncGenerator<Line>, path: string): AsyncGenerator<Evaluation> {
  let inside = false
  for await (const { text, number } of lines) {
    if (inside && text.startsWith(']')) return
    if (inside) yield* evaluationAt({ text: text.replace(/,$/, ''), number }, path)
    inside ||= text.endsWith('"evaluations":[')
  }
  throw new ProblemError([
    { code: 'diff/cut-short', severity: 'error', place: { file: path }, values: { path } }
  ])
}

function evaluationAt({ text, number }: Line, path: string): readonly Evaluation[] {
  const value = parseJson(text)
  if (isObject(value) && 'contact' in value && value.contact === null) return []
  const evaluation = isObject(value) ? parseEvaluation(value) : undefined
  if (!evaluation) throw new ProblemError([badLine(path, number, text.slice(0, 40))])
  return [evaluation]
}

async function* numberLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0
  for await (const lines of splitLines(bytes)) {
    for (const text of lines) {
      number++
      if (text.trim() !== '') yield { text, number }
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notAResult = (path: string): Problem => ({
  code: 'diff/not-a-result',
  severity: 'error',
  place: { file: path },
  values: { path }
})

const badLine = (file: string, line: number, reason: string): Problem => ({
  code: 'diff/bad-result',
  severity: 'error',
  place: { file, line },
  values: { reason }
})
