import { createEvaluate } from '../../audit/evaluate.ts'
import { createSuppressions } from '../../audit/waivers/suppressions.ts'
import { codes, type Code } from '../../diagnostics/catalogue.ts'
import { ProblemError, type Problem } from '../../diagnostics/problem.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import { createBench } from '../../explain/bench.ts'
import { explainCode } from '../../explain/code.ts'
import { explainCriterion } from '../../explain/criterion.ts'
import { explainMetric } from '../../explain/metric.ts'
import { renderLedger } from '../../explain/render-ledger.ts'
import { renderParts } from '../../explain/render-parts.ts'
import { renderTrace } from '../../explain/render-trace.ts'
import type { Style } from '../../explain/style.ts'
import { traceCriterion } from '../../explain/trace.ts'
import { listInputs, newCounts, readInput } from '../../input/index.ts'
import type { Contact } from '../../model/contact.ts'
import type { SourceLine } from '../../model/evaluation.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { viewOf } from '../../standard/view.ts'
import type { WrittenStandard } from '../../standard/written.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { inputOptions, type InputChoices } from '../input-choices.ts'
import { readMaps } from '../input-maps.ts'
import type { Io } from '../io.ts'
import { readMarkBook } from '../marks.ts'
import { showOverrides } from '../overrides.ts'
import { showProblems } from '../problems.ts'
import {
  chooseLang,
  createReportPaint,
  usesColour,
  type CommonOptions,
  type OverrideOptions
} from '../settings.ts'
import { loadStandards, type LoadedStandards } from '../standards.ts'
import { loadSuppressions, type SuppressionOptions } from '../suppressions.ts'

export interface ExplainOptions extends CommonOptions, OverrideOptions, InputChoices, SuppressionOptions {
  readonly standard?: readonly string[] | undefined
  readonly contact?: string | undefined
  readonly criterion?: string | undefined
  readonly marks?: readonly string[] | undefined
}

/** A standard as it judges and as it is written. */
interface Opened {
  readonly standard: CompiledStandard
  readonly written: WrittenStandard
}

const WIDTH = 100

/**
 * `linecheck explain`: a criterion or a diagnostic code in plain words; or, with `--contact`, how the score of one
 * contact came about, and how one criterion was judged on it.
 */
export async function runExplain(
  what: readonly string[],
  options: ExplainOptions,
  io: Io
): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const paint = createReportPaint(usesColour(options, io.env, io.stdout))
  const style: Style = { lang, paint, width: Math.max(60, io.stdout.columns ?? WIDTH) }
  const [name] = what
  if (options.contact === undefined && name !== undefined && isCode(name)) {
    await io.stdout.write(renderParts(explainCode(name, lang), style))
    return exitCodes.clean
  }
  checkUsage(what, options)
  const loaded = await loadStandards(options.standard ?? [], lang, io, { overrides: options.set })
  if (loaded.problems.length > 0) {
    await showProblems(loaded.problems, loaded.sources, lang, options, io)
    return exitCodes.unusable
  }
  const opened = open(loaded)
  const pieces =
    options.contact === undefined
      ? explainCriteria(what, opened, style)
      : await explainContact(options.contact, what, opened, options, style, io)
  await showOverrides(loaded.standards, options, lang, io)
  await io.stdout.write(pieces.join('\n'))
  return exitCodes.clean
}

/** @throws ProblemError when there is nothing to explain, or a code that is none. */
function checkUsage([name]: readonly string[], { contact }: ExplainOptions): void {
  if (name !== undefined && (contact !== undefined || !name.includes('/'))) return
  const problem: Problem =
    name !== undefined
      ? unknownName(name, [])
      : contact === undefined
        ? { code: 'usage/explain-what', severity: 'error', values: {} }
        : { code: 'usage/explain-input', severity: 'error', values: { value: contact } }
  throw new ProblemError([problem])
}

function isCode(name: string): name is Code {
  return (codes as readonly string[]).includes(name)
}

function open({ standards, written }: LoadedStandards): readonly Opened[] {
  return standards.flatMap((standard, i) => {
    const text = written[i]
    return text === undefined ? [] : [{ standard, written: text }]
  })
}

/** @throws ProblemError when a name is neither a criterion nor, having a slash, a code. */
function explainCriteria(names: readonly string[], opened: readonly Opened[], style: Style): string[] {
  const pieces: string[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const found = opened.flatMap(({ standard, written }) => {
      const index = standard.criteria.findIndex(({ id }) => id === name)
      const bench = createBench(standard, written, style.lang)
      if (index !== -1) return [renderParts(explainCriterion(index, bench), style)]
      const measured = standard.metrics.findIndex(({ header }) => header.id === name)
      return measured === -1 ? [] : [renderParts(explainMetric(measured, bench), style)]
    })
    pieces.push(...found)
    if (found.length === 0) problems.push(unknownName(name, opened))
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return pieces
}

function unknownName(name: string, opened: readonly Opened[]): Problem {
  const ids = opened.flatMap(({ standard }) => [
    ...standard.criteria.map(({ id }) => id),
    ...standard.metrics.map(({ header }) => header.id)
  ])
  // Ids of criteria hold no slash.
  const isCodeLike = name.includes('/')
  const meant = suggest(name, isCodeLike ? codes : ids)
  return {
    code: isCodeLike ? 'usage/no-code' : 'usage/no-criterion',
    severity: 'error',
    values: { value: name, allowed: 'lint/no-title' },
    ...(meant === undefined ? {} : { meant })
  }
}

async function explainContact(
  id: string,
  inputs: readonly string[],
  opened: readonly Opened[],
  options: ExplainOptions,
  style: Style,
  io: Io
): Promise<string[]> {
  const { criterion } = options
  if (
    criterion !== undefined &&
    !opened.some(({ standard }) => standard.criteria.some(c => c.id === criterion))
  )
    throw new ProblemError([unknownName(criterion, opened)])
  const standards = opened.map(({ standard }) => standard)
  const { contact, source } = await findContact(id, inputs, options, standards, style.lang, io)
  const marks = await readMarkBook(standards, options, io, () => undefined)
  const notes: Problem[] = []
  const plan = await loadSuppressions(options, io, note => notes.push(note))
  if (!options.quiet) await showProblems(notes, new Map(), style.lang, options, io)
  const suppressions = plan && createSuppressions(plan.list, plan.today)
  return opened.flatMap(({ standard, written }) => {
    const evaluate = createEvaluate(standard, style.lang, marks, undefined, suppressions)
    const evaluation = evaluate(contact, source)
    const index = standard.criteria.findIndex(one => one.id === criterion)
    if (criterion === undefined) return [renderLedger(standard.plan, evaluation, style)]
    if (index === -1) return []
    const marked = marks && ((name: string) => marks.find(contact.id, standard.id, name))
    const view = viewOf(standard, contact, marked)
    const trace = traceCriterion(index, view, createBench(standard, written, style.lang))
    const { waived, reason } = evaluation.criteria[index] ?? {}
    const excuse = waived && reason !== undefined ? [`  ${style.paint.note(reason)}\n`] : []
    return [renderTrace(trace, style), ...excuse]
  })
}

/** @throws ProblemError when no input holds the contact. */
async function findContact(
  id: string,
  inputs: readonly string[],
  options: ExplainOptions,
  standards: readonly CompiledStandard[],
  lang: Lang,
  io: Io
): Promise<{ readonly contact: Contact; readonly source?: SourceLine | undefined }> {
  const near: string[] = []
  const problems: Problem[] = []
  const maps = await readMaps(options.map, io)
  const chosen = inputOptions(options, maps, problem => problems.push(problem), undefined, standards)
  for (const source of await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin })) {
    for await (const item of readInput(source, chosen, newCounts())) {
      if (item.kind !== 'contact') continue
      if (item.contact.id === id) return item
      if (near.length < 10_000) near.push(item.contact.id)
    }
  }
  // What could not be read may be the very contact.
  if (!options.quiet) await showProblems(problems.slice(0, 20), new Map(), lang, options, io)
  const meant = suggest(id, near)
  throw new ProblemError([
    {
      code: 'usage/no-contact',
      severity: 'error',
      values: { value: id },
      ...(meant === undefined ? {} : { meant })
    }
  ])
}
