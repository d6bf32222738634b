import type { MessagePort } from 'node:worker_threads'
import { describeRun } from '../audit/header.ts'
import { createMarkBook } from '../audit/marks.ts'
import { createAudit, type AuditItem, type AuditPart } from '../audit/run.ts'
import { serve } from '../audit/threads.ts'
import { createKeptFormat } from '../diff/keep-outcomes.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { PlacedMark } from '../input/index.ts'
import { findReportFormat } from '../report/index.ts'
import type { ReportContext, Reporter, ReportFormat, RunHeader } from '../report/report.ts'
import type { TallyKey } from '../scoring/tally.ts'
import { loadStandard } from '../standard/load.ts'
import { readOverrides } from '../standard/override-text.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { createGatherer } from './outlets.ts'
import { createReportPaint } from './settings.ts'
import { findExtended, type Extended } from './standards.ts'
import { createWaivers, type WaiverPlan } from './waivers.ts'

/** A report as plain data, from which every thread makes its own reporter. */
export interface ReportPlan {
  readonly format: string
  readonly context: Omit<ReportContext, 'paint'>
  readonly colour: boolean
}

/** What a thread of an audit is told: all that this thread needs to judge as the first one would. */
export interface AuditOrder {
  /** The files of the standards in their order, as they are called in problems. */
  readonly files: readonly string[]
  /** The texts of these. No file is read twice, so that all threads judge by the same. */
  readonly sources: ReadonlyMap<string, string>
  readonly extended: Extended
  /** What is put on top of these, `KEY=VALUE`. */
  readonly overrides: readonly string[]
  readonly lang: Lang
  readonly by: Exclude<TallyKey, (...args: never) => unknown>
  readonly marks: readonly PlacedMark[] | undefined
  readonly waivers: WaiverPlan
  readonly reports: readonly ReportPlan[]
}

/** A batch to judge, or the wish to know what all batches came to. */
export type AuditJob = readonly AuditItem[] | 'finish'

export interface AuditDone {
  /** The text for each report. */
  readonly texts: readonly string[]
  /** At the end only. */
  readonly part?: AuditPart | undefined
}

/** @param kept the format of outcomes, which knows more of the standards than other reports do */
export function createReporter(
  { format, context, colour }: ReportPlan,
  header: RunHeader,
  kept: ReportFormat
): Reporter {
  const known = format === kept.name ? kept : findReportFormat(format)
  if (!known) throw new RangeError(`no such report: ${format}`)
  return known.create({ ...context, paint: createReportPaint(colour) }, header)
}

/** Judges the batches of an audit that come through a port. */
export async function serveAudit(port: MessagePort, order: AuditOrder): Promise<void> {
  const { by, lang } = order
  const standards = compileAll(order)
  const header = describeRun(standards, String(by))
  // How the file begins and ends is told by the thread that writes it.
  const kept = createKeptFormat(
    standards.map(({ id }) => id),
    () => '',
    () => ({ inputs: [], reading: '' })
  )
  const gatherer = createGatherer(order.reports.map(plan => createReporter(plan, header, kept)))
  const marks = order.marks && createMarkBook(order.marks, standards)
  // The verdict is made where all parts are joined.
  const waivers = createWaivers(order.waivers)
  const audit = createAudit(standards, gatherer, { lang, by, demands: { failOn: 'never' }, marks, waivers })
  await serve(port, (job: AuditJob): AuditDone => {
    if (job === 'finish') return { texts: [], part: audit.part() }
    for (const item of job) void audit.add(item)
    return { texts: gatherer.take() }
  })
}

function compileAll({ files, sources, extended, overrides, lang }: AuditOrder): readonly CompiledStandard[] {
  const find = findExtended(extended)
  const { list } = readOverrides(overrides)
  return files.map(file => {
    const { standard } = loadStandard(file, sources.get(file) ?? '', lang, find, list)
    if (!standard) throw new RangeError(`a standard that was sound is not: ${file}`)
    return standard
  })
}
