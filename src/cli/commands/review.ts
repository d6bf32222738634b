import { resolve } from 'node:path'
import { createMarksDue, listMarkable, type MarkDue } from '../../audit/marks-due.ts'
import { ProblemError, type Problem } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { listInputs, newCounts, readInput } from '../../input/index.ts'
import { csvLine } from '../../report/csv-cells.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { inputOptions, type InputChoices } from '../input-choices.ts'
import { readMaps } from '../input-maps.ts'
import type { Io } from '../io.ts'
import { readMarkBook } from '../marks.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { loadStandards } from '../standards.ts'
import { createTextFile, type TextFile } from '../text-file.ts'

export interface ReviewOptions extends CommonOptions, InputChoices {
  readonly standard?: readonly string[] | undefined
  readonly template?: boolean | undefined
  readonly output?: string | undefined
  readonly marks?: readonly string[] | undefined
}

const wordings = {
  nothing: {
    en: 'no criterion of these standards takes marks of a person',
    zh: '这些标准中没有需要人工打分的准则'
  },
  due: { en: '{count} mark(s) to give on {contacts} contact(s)', zh: '{contacts} 条记录，待评 {count} 项' }
} as const satisfies Record<string, Wording>

const headings = {
  contact: { en: 'contact', zh: '记录编号' },
  agent: { en: 'agent', zh: '客服' },
  started: { en: 'started', zh: '开始时间' },
  standard: { en: 'standard', zh: '标准' },
  criterion: { en: 'criterion', zh: '准则' },
  clause: { en: 'clause', zh: '条款' },
  title: { en: 'title', zh: '名称' },
  allowed: { en: 'allowed', zh: '可填' },
  mark: { en: 'mark', zh: '评分' },
  by: { en: 'by', zh: '评分人' },
  note: { en: 'note', zh: '备注' },
  advice: { en: 'advice', zh: '要求' }
} as const satisfies Record<string, Wording>

type Column = keyof typeof headings

const columns = Object.keys(headings) as readonly Column[]

/**
 * `linecheck review`: the sheet on which people mark what only they can see, one row for each contact and criterion
 * that waits for a mark; with `--template` one row for each criterion, without contacts. `audit --marks` takes it back.
 */
export async function runReview(
  inputs: readonly string[],
  options: ReviewOptions,
  io: Io
): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  if (inputs.length === 0 && !options.template) {
    throw new ProblemError([{ code: 'usage/review-what', severity: 'error', values: {} }])
  }
  const loaded = await loadStandards(options.standard ?? [], lang, io)
  if (loaded.problems.length > 0) {
    await showProblems(loaded.problems, loaded.sources, lang, options, io)
    return exitCodes.unusable
  }
  if (listMarkable(loaded.standards).length === 0) {
    await io.stderr.write(`${wordings.nothing[lang]}\n`)
    return exitCodes.unusable
  }
  const sheet = await openSheet(options, lang, io)
  const contacts = new Set<string>()
  let count = 0
  for await (const due of options.template
    ? listMarkable(loaded.standards)
    : listDue(inputs, loaded.standards, options, lang, io)) {
    count++
    contacts.add(due.contact)
    await sheet.write(csvLine(columns.map(column => cellOf(due, column))))
  }
  await sheet.close()
  if (!options.quiet && !options.template) {
    await io.stderr.write(`${fill(wordings.due[lang], { count, contacts: contacts.size })}\n`)
  }
  return exitCodes.clean
}

/** The marks that contacts of the inputs still need, as they are read. */
async function* listDue(
  inputs: readonly string[],
  standards: readonly CompiledStandard[],
  options: ReviewOptions,
  lang: Lang,
  io: Io
): AsyncGenerator<MarkDue> {
  const problems: Problem[] = []
  const onProblem = (problem: Problem): void => void problems.push(problem)
  const marks = await readMarkBook(standards, options, io, onProblem)
  const dueOn = createMarksDue(standards, lang, marks)
  const maps = await readMaps(options.map, io)
  const chosen = inputOptions(options, maps, onProblem, undefined, standards)
  for (const source of await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin })) {
    for await (const item of readInput(source, chosen, newCounts())) {
      if (item.kind === 'bad') problems.push(item.problem)
      else yield* dueOn(item.contact)
    }
  }
  await showProblems(problems, new Map(), lang, options, io)
}

function cellOf(due: MarkDue, column: Column): string | null {
  if (column === 'mark' || column === 'by' || column === 'note') return null
  return column === 'clause' ? due.clause.join(' ') : due[column]
}

/** A file is for a spreadsheet, with headings in the user's language; standard output is for programs. */
async function openSheet({ output }: ReviewOptions, lang: Lang, io: Io): Promise<TextFile> {
  const heading = csvLine(columns.map(column => headings[column][output === undefined ? 'en' : lang]))
  if (output === undefined) {
    await io.stdout.write(heading)
    return { write: text => io.stdout.write(text), close: () => Promise.resolve() }
  }
  const file = createTextFile(resolve(io.cwd, output), output)
  await file.write(`\ufeff${heading}`)
  return file
}
