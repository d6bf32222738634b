import { createAudit, type AuditItem } from '../../audit/run.ts'
import { describeRun } from '../../audit/header.ts'
import { describeForDiff } from '../../diff/diff-standard.ts'
import { createKeptFormat, keptFormat } from '../../diff/keep-outcomes.ts'
import { formatHeader, type KeptInputs } from '../../diff/kept.ts'
import { ProblemError, type Problem } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import { listInputs, newCounts, readInput } from '../../input/index.ts'
import { reportFormats } from '../../report/index.ts'
import { renderFigures } from '../../report/terminal/metrics.ts'
import { ruleOfCriterion } from '../../report/items/of-evaluation.ts'
import { wordsOf } from '../../report/words.ts'
import type { ReportContext, Reporter, ReportFormat, RunHeader, RunSummary } from '../../report/report.ts'
import { createReporter, type AuditOrder, type ReportPlan } from '../audit-thread.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { inputOptions, type InputChoices } from '../input-choices.ts'
import { readMaps } from '../input-maps.ts'
import type { Io } from '../io.ts'
import { chooseJobs, startCrew } from '../jobs.ts'
import { readDemands, type DemandOptions } from '../demands.ts'
import { createSink, outletTo, outletToFile, type Outlet } from '../outlets.ts'
import { showOverrides } from '../overrides.ts'
import { createProgress } from '../progress.ts'
import { readMarkBook } from '../marks.ts'
import { createNotes } from '../notes.ts'
import { showProblems } from '../problems.ts'
import { readTargets, type ReportTarget } from '../report-target.ts'
import {
  chooseLang,
  createReportPaint,
  usesColour,
  type CommonOptions,
  type OverrideOptions
} from '../settings.ts'
import { loadStandards, type LoadedStandards } from '../standards.ts'
import { version } from '../version.ts'
import { listWaiverFiles, openWaivers, type WaiverOptions } from '../waivers.ts'
import { describeReading, watchSources } from '../watch-sources.ts'

export interface AuditCommandOptions
  extends CommonOptions, OverrideOptions, InputChoices, DemandOptions, WaiverOptions {
  readonly standard?: readonly string[] | undefined
  readonly format?: string | undefined
  readonly output?: readonly string[] | undefined
  readonly details?: boolean | 'all' | undefined
  readonly by?: AuditOrder['by'] | undefined
  readonly badRows?: 'skip' | 'stop' | undefined
  readonly progress?: boolean | undefined
  readonly jobs?: number | undefined
  readonly maxShown?: number | undefined
  readonly marks?: readonly string[] | undefined
}

/**
 * `linecheck audit`: the main job. Inputs are read one after the other, contacts judged as they come, here or in other
 * threads, evaluations written in the order of the input; scorecards and the verdict come at the end.
 */
export async function runAudit(
  inputs: readonly string[],
  options: AuditCommandOptions,
  io: Io
): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const loaded = await loadStandards(options.standard ?? [], lang, io, { overrides: options.set })
  if (loaded.problems.length > 0) {
    await showProblems(loaded.problems, loaded.sources, lang, options, io)
    return exitCodes.unusable
  }
  return auditInputs(inputs, loaded, options, lang, io)
}

async function auditInputs(
  inputs: readonly string[],
  loaded: LoadedStandards,
  options: AuditCommandOptions,
  lang: Lang,
  io: Io
): Promise<ExitCode> {
  const { standards, files, sources: texts, extended } = loaded
  const demands = readDemands(options, standards)
  const listed = await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin })
  const targets = readTargets(options.output, auditFormats, io)
  const plans = planReports(options, targets, lang, io)
  const waiverFiles = listWaiverFiles(options)
  const { map, marks: sheets } = options
  const reads = { inputs: listed, loaded, map, marks: sheets, waivers: waiverFiles.reads }
  await checkOutputs([...targets.map(({ shown }) => shown), ...waiverFiles.writes], reads, io)
  const maps = await readMaps(options.map, io)
  const by = options.by ?? 'agent'
  const counts = newCounts()
  const progress = createProgress(io.stderr, options.progress !== false && !options.quiet && !io.env['CI'])
  const notes = createNotes(options, lang, io, progress.clear)
  const marks = await readMarkBook(standards, options, io, notes.add)
  const reach = {
    rules: standards.flatMap(({ id, criteria }) => criteria.map(each => ruleOfCriterion(id, each.id))),
    contacts: true,
    files: listed.map(({ name }) => name)
  }
  const jobs = chooseJobs(options.jobs, listed)
  const tell = { note: notes.show, warn: notes.warn }
  const waivers = await openWaivers(options, 'audit', reach, io, tell, jobs > 1)
  const header = describeRun(standards, String(by))
  const keeping = plans.some(({ format }) => format === keptFormat.name)
  const watched = keeping ? watchSources(listed) : undefined
  const sources = watched?.sources ?? listed
  const kept = keptFormatOf(loaded, () => ({
    inputs: watched?.seen() ?? [],
    reading: describeReading(options, maps, marks?.placed, waivers.plan.suppressions)
  }))
  const outlets = createOutlets(
    plans.map(plan => createReporter(plan, header, kept)),
    targets,
    io
  )
  const sink = createSink(outlets, options.format === 'ndjson')
  const audit = createAudit(standards, sink, { lang, by, demands, marks, waivers })

  const onProblem = (problem: Problem): void => {
    // An error stands for a row that would be skipped, a warning for one that is used but odd.
    if (options.badRows === 'stop' && problem.severity === 'error') throw new ProblemError([problem])
    notes.add(problem)
  }

  const order: AuditOrder = {
    files,
    sources: texts,
    extended,
    overrides: options.set ?? [],
    lang,
    by,
    marks: marks?.placed,
    waivers: waivers.plan,
    reports: plans
  }
  const crew = jobs > 1 ? startCrew(jobs, order, sink, waivers.homes) : undefined
  const add = (item: AuditItem): void | Promise<void> => {
    if (!crew) return audit.add(item)
    if (item.kind === 'contact') marks?.see(item.contact.id)
    return crew.add(item)
  }
  const badCodes = new Map<string, number>()
  const chosen = inputOptions(options, maps, onProblem, progress.bytes, standards, notes.show)
  try {
    for (const source of sources) {
      for await (const item of readInput(source, chosen, counts)) {
        if (item.kind === 'bad') badCodes.set(item.problem.code, (badCodes.get(item.problem.code) ?? 0) + 1)
        const wait = add(item)
        if (wait) await wait
        progress.contact()
      }
    }
    await crew?.settle()
    await crew?.joinTo(audit)
  } catch (error) {
    // What came before a row that stops the run has been judged, whoever judges.
    if (error instanceof ProblemError) await crew?.settle()
    throw error
  } finally {
    await crew?.stop()
  }
  progress.clear()
  marks?.listUnseen().forEach(notes.add)
  waivers.listUnused().forEach(notes.warn)
  await notes.finish()
  const summary = {
    ...audit.finish(counts, notes.count()),
    problemCodes: notes.byCode(),
    badCodes: [...badCodes]
  }
  await showProblems(await sink.finish(summary), texts, lang, options, io)
  await showFigures(summary, options, lang, io)
  await showVerdict(summary, header, options, lang, io)
  if (summary.counts.contacts === 0) {
    throw new ProblemError([{ code: 'input/nothing-audited', severity: 'error', values: {} }])
  }
  // Written last: a baseline must not be taken of a run that broke off.
  await waivers.finish(async note => {
    if (!options.quiet) await showProblems([note], new Map(), lang, options, io)
  })
  return summary.verdict.negative ? exitCodes.negative : exitCodes.clean
}

/** What can be written: reports, and outcomes for a comparison. */
const auditFormats = [...reportFormats, keptFormat]

/** Which reports go where: the first to standard output, one to each file. */
function planReports(
  options: AuditCommandOptions,
  targets: readonly ReportTarget<{ readonly name: string }>[],
  lang: Lang,
  io: Io
): readonly ReportPlan[] {
  const details = options.details === 'all' ? 'all' : options.details ? 'failed' : 'none'
  const plan = (format: string, colour: boolean, spreadsheet: boolean): ReportPlan => ({
    format,
    colour,
    context: { lang, width: io.stdout.columns, details, spreadsheet, version, root: io.cwd }
  })
  const format = options.format ?? reportFormats[0]!.name
  const files = targets.map(target => plan(target.format.name, false, true))
  return [plan(format, usesColour(options, io.env, io.stdout), false), ...files]
}

/** Formats of one row for each contact have no room for figures over all of them: these go beside the stream. */
async function showFigures(
  { metrics = [] }: RunSummary,
  options: AuditCommandOptions,
  lang: Lang,
  io: Io
): Promise<void> {
  if (options.quiet || (options.format !== 'ndjson' && options.format !== 'csv')) return
  const paint = createReportPaint(usesColour(options, io.env, io.stderr))
  const width = Math.max(60, io.stderr.columns ?? 80)
  const context: ReportContext = { lang, paint, width, details: 'none', version }
  for (const piece of renderFigures(metrics, context, wordsOf(lang), width)) await io.stderr.write(piece)
}

/** Formats that have room for it. */
const tellVerdict: ReadonlySet<string> = new Set(['terminal', 'json', 'markdown', 'github'])

/** Formats that have no room for the verdict: a run that fails must say why, and one by a changed standard that it is. */
async function showVerdict(
  { verdict }: RunSummary,
  { standards }: RunHeader,
  options: AuditCommandOptions,
  lang: Lang,
  io: Io
): Promise<void> {
  const { quiet, format = reportFormats[0]!.name } = options
  if (tellVerdict.has(format)) return
  await showOverrides(standards, options, lang, io)
  const lines = quiet ? verdict.reasons : [...verdict.reasons, ...(verdict.notes ?? [])]
  for (const line of lines) await io.stderr.write(`${line}\n`)
}

function createOutlets(
  [first, ...rest]: readonly Reporter[],
  targets: readonly ReportTarget<unknown>[],
  io: Io
): readonly Outlet[] {
  const files = targets.map((target, i) => outletToFile(target, rest[i]!))
  return [outletTo(io.stdout, first!), ...files]
}

/** The report of outcomes by these standards. */
function keptFormatOf({ standards, written }: LoadedStandards, inputs: () => KeptInputs): ReportFormat {
  const begin = (): string => {
    const described = standards.map((standard, i) => describeForDiff(standard, written[i]!))
    return formatHeader({ version, standards: described })
  }
  return createKeptFormat(
    standards.map(({ id }) => id),
    begin,
    inputs
  )
}
