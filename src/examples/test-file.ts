import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import type { Place, Problem } from '../diagnostics/problem.ts'
import type { Status } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import { examplePartKeys, type ExampleParts } from '../standard/example.ts'
import { issuesToProblems } from '../standard/issues.ts'
import { readYaml } from '../standard/yaml-source.ts'

/** What a case expects of one criterion. */
export interface Expectation {
  readonly criterion: string
  readonly status: Status
  /** The words that the evidence quotes, in order. */
  readonly quotes?: readonly string[] | undefined
  /** What a failed criterion says, or why it did not apply. */
  readonly message?: string | undefined
  readonly place: Place
  /** The keys that lead to it in the file. */
  readonly path: Path
}

/** One contact with what must come of it. */
export interface TestCase {
  readonly name: string
  readonly contact: ExampleParts
  /** What a person marked, by criterion. */
  readonly marks: Readonly<Record<string, { readonly mark: string; readonly place: Place }>>
  readonly expect: readonly Expectation[]
  /** `null`: not scored; `undefined`: not looked at. */
  readonly score?: number | null | undefined
  readonly band?: string | null | undefined
  readonly place: Place
  readonly scorePlace: Place
  readonly bandPlace: Place
  readonly path: Path
}

/** A file of tests, apart from the standard it is about. */
export interface TestFile {
  readonly file: string
  /** The standard as it is named: a path from the file's own folder, or the name of a shipped one. */
  readonly standard: string
  readonly standardPlace: Place
  readonly cases: readonly TestCase[]
}

const statuses = ['pass', 'fail', 'na', 'unknown'] as const satisfies readonly Status[]

const status = z.enum(statuses)

const caseSchema = closed({
  name: z.string().min(1).optional().describe('What it is called in messages.'),
  ...examplePartKeys,
  marks: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('What a person marked, by criterion.'),
  expect: z
    .record(
      z.string(),
      z.union([
        status,
        closed({
          status,
          quotes: z.array(z.string()).optional().describe('The words that the evidence quotes, in order.'),
          message: z.string().optional().describe('What is said of it, in English or Chinese.')
        })
      ])
    )
    .optional()
    .describe('What must come of criteria, by id.'),
  score: z.number().nullable().optional().describe('To as many digits as are written; null: not scored.'),
  band: z.string().nullable().optional().describe('The band of the score; null: none.')
})

const fileSchema = closed({
  standard: z.string().min(1).describe('A path from this file, or the name of a shipped standard.'),
  cases: z.array(caseSchema).min(1).describe('Contacts, each with what must come of it.')
}).meta({ id: 'tests', title: 'linecheck tests' })

/** The JSON Schema of files of tests, for editors; made from the very schema that validates. */
export function createTestSchema(): Record<string, unknown> {
  return z.toJSONSchema(fileSchema, { io: 'input' }) as Record<string, unknown>
}

/** Reads a file of tests, or says all that is wrong with it. */
export function readTestFile(
  file: string,
  text: string
): { readonly tests: TestFile | undefined; readonly problems: readonly Problem[] } {
  const source = readYaml(file, text)
  if (source.problems.length > 0) return { tests: undefined, problems: source.problems }
  const parsed = fileSchema.safeParse(source.value)
  if (!parsed.success) return { tests: undefined, problems: issuesToProblems(parsed.error.issues, source) }
  const problems: Problem[] = []
  const cases = parsed.data.cases.map(
    ({ name, marks = {}, expect = {}, score, band, ...contact }, i): TestCase => {
      const path = ['cases', i]
      const place = source.placeOf(path)
      const shown = name ?? `#${i + 1}`
      if (Object.keys(expect).length === 0 && score === undefined && band === undefined) {
        problems.push({ code: 'test/expects-nothing', severity: 'error', place, values: { value: shown } })
      }
      const expectations = Object.entries(expect).map(([criterion, wanted]): Expectation => {
        const at = [...path, 'expect', criterion]
        const parts = typeof wanted === 'string' ? { status: wanted } : wanted
        return { criterion, ...parts, place: source.placeOfKey(at), path: at }
      })
      const [scorePlace, bandPlace] = [source.placeOf([...path, 'score']), source.placeOf([...path, 'band'])]
      const marked = Object.entries(marks).map(([id, mark]) => {
        return [id, { mark: String(mark), place: source.placeOfKey([...path, 'marks', id]) }] as const
      })
      return {
        name: shown,
        contact,
        marks: Object.fromEntries(marked),
        expect: expectations,
        score,
        band,
        place,
        scorePlace,
        bandPlace,
        path
      }
    }
  )
  const { standard } = parsed.data
  return { tests: { file, standard, standardPlace: source.placeOf(['standard']), cases }, problems }
}
