import { createMarksDue, listMarkable, type MarkDue } from '../../audit/marks-due.ts'
import { ProblemError } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { listInputs, newCounts, readInput, type Source } from '../../input/index.ts'
import { csvLine } from '../../report/csv-cells.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { inputOptions, type InputChoices } from '../input-choices.ts'
import { readMaps } from '../input-maps.ts'
import type { Io } from '../io.ts'
import { readMarkBook } from '../marks.ts'
import { createNotes } from '../notes.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { loadStandards } from '../standards.ts'
import { GATHER, targetOf } from '../text-file.ts'

export interface ReviewOptions extends CommonOptions, InputChoices {
  readonly standard?: readonly string[] | undefined
  readonly template?: boolean | undefined
  readonly output?: string | undefined
  readonly marks?: readonly string[] | undefined
  readonly maxShown?: number | undefined
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
  const { output, map, marks } = options
  const sources = await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin })
  await checkOutputs(output === undefined ? [] : [output], { inputs: sources, loaded, map, marks }, io)
  const sheet = targetOf(output, io)
  let [count, contacts] = [0, 0]
  let pending = headingOf(output, lang)
  for await (const dues of options.template
    ? [listMarkable(loaded.standards)]
    : listDue(sources, loaded.standards, options, lang, io)) {
    count += dues.length
    contacts += dues.length > 0 ? 1 : 0
    for (const due of dues) pending += csvLine(columns.map(column => cellOf(due, column)))
    if (pending.length < GATHER) continue
    await sheet.write(pending)
    pending = ''
  }
  await sheet.write(pending)
  await sheet.close()
  if (!options.quiet && !options.template) {
    await io.stderr.write(`${fill(wordings.due[lang], { count, contacts })}\n`)
  }
  return exitCodes.clean
}

/**
 * The marks that each contact of the inputs still needs, as they are read.
 * @throws ProblemError after the last when there was no contact.
 */
async function* listDue(
  sources: readonly Source[],
  standards: readonly CompiledStandard[],
  options: ReviewOptions,
  lang: Lang,
  io: Io
): AsyncGenerator<readonly MarkDue[]> {
  const counts = newCounts()
  const notes = createNotes(options, lang, io, () => {})
  try {
    const maps = await readMaps(options.map, io)
    const marks = await readMarkBook(standards, options, io, notes.add)
    const dueOn = createMarksDue(standards, lang, marks)
    const chosen = inputOptions(options, maps, notes.add, undefined, standards, notes.show)
    for (const source of sources) {
      for await (const item of readInput(source, chosen, counts)) {
        if (item.kind === 'contact') yield dueOn(item.contact)
      }
    }
    marks?.listUnseen().forEach(notes.add)
  } finally {
    await notes.finish()
  }
  if (counts.contacts === 0) {
    throw new ProblemError([{ code: 'input/nothing-audited', severity: 'error', values: {} }])
  }
}

function cellOf(due: MarkDue, column: Column): string | null {
  if (column === 'mark' || column === 'by' || column === 'note') return null
  return column === 'clause' ? due.clause.join(' ') : due[column]
}

/** A file is for a spreadsheet, with headings in the user's language; standard output is for programs. */
function headingOf(output: string | undefined, lang: Lang): string {
  const heading = csvLine(columns.map(column => headings[column][output === undefined ? 'en' : lang]))
  return output === undefined ? heading : `\ufeff${heading}`
}
