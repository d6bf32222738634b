import { resolve } from 'node:path'
import { createHomes, type Homes } from '../audit/homes.ts'
import { createBaseline, listRecorded, type Baseline, type BaselinePlan } from '../audit/waivers/baseline.ts'
import type { Waivers } from '../audit/waivers/findings.ts'
import type { Reach } from '../audit/waivers/reach.ts'
import { createSuppressions } from '../audit/waivers/suppressions.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import {
  compareEntries,
  loadBaseline,
  pruneLines,
  writeBaseline,
  type BaselineFile
} from './baseline-files.ts'
import type { Io } from './io.ts'
import { loadSuppressions, type SuppressionOptions, type SuppressionPlan } from './suppressions.ts'

/** What makes findings not count; the options of several commands. */
export interface WaiverOptions extends SuppressionOptions {
  readonly baseline?: string | undefined
  readonly updateBaseline?: boolean | undefined
  readonly pruneBaseline?: boolean | undefined
  /** Whether each entry of the baseline that no longer occurs is told. */
  readonly verbose?: boolean | undefined
}

/** What waives findings as plain data, for other threads. */
export interface WaiverPlan {
  readonly suppressions: SuppressionPlan | undefined
  readonly baseline: BaselinePlan | undefined
}

/** The waivers of a run of a command. */
export interface WaiverRun extends Waivers {
  readonly plan: WaiverPlan
  /** Which contacts must be judged in one thread, if any. */
  readonly homes: Homes | undefined
  /** Suppressions that held of nothing though they could. */
  listUnused(): readonly Problem[]
  /** Tells what became of the baseline, and writes it where that was asked for. */
  finish(tell: (note: Problem) => Promise<void>): Promise<void>
}

/** Which files of waivers a run reads, and which it writes. */
export function listWaiverFiles(options: WaiverOptions): {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
} {
  const { suppress, baseline, updateBaseline, pruneBaseline } = options
  const files = baseline === undefined ? [] : [baseline]
  const isWritten = updateBaseline === true || pruneBaseline === true
  return { reads: [...(suppress || []), ...(isWritten ? [] : files)], writes: isWritten ? files : [] }
}

/** Makes waivers of plain data. */
export function createWaivers({ suppressions, baseline }: WaiverPlan): Waivers {
  return {
    suppressions: suppressions && createSuppressions(suppressions.list, suppressions.today),
    baseline: baseline && createBaseline(baseline)
  }
}

/**
 * Reads the suppressions and the baseline that were asked for. What is wrong with suppressions but stops nothing goes to
 * `warn`.
 * @throws ProblemError when they cannot be used.
 */
export async function openWaivers(
  options: WaiverOptions,
  command: string,
  reach: Reach,
  io: Io,
  tell: { readonly note: (problem: Problem) => void; readonly warn: (problem: Problem) => void },
  inThreads = false
): Promise<WaiverRun> {
  const file = baselineOf(options, io)
  const suppressions = await loadSuppressions(options, io, tell.note)
  const loaded = file && !options.updateBaseline ? await loadBaseline(file, command, inThreads) : undefined
  const baseline: BaselinePlan | undefined =
    file && (loaded ? { kind: 'compare', table: loaded.findings } : { kind: 'record' })
  const plan = { suppressions, baseline }
  const waivers = createWaivers(plan)
  waivers.suppressions?.listFaults(reach).forEach(tell.warn)
  return {
    ...waivers,
    plan,
    homes: loaded?.places && createHomes(loaded.places),
    listUnused: () => waivers.suppressions?.listUnused(reach) ?? [],
    async finish(note) {
      if (file && waivers.baseline) await finishBaseline(file, command, waivers.baseline, plan, options, note)
    }
  }
}

/** @throws ProblemError when a baseline is to be written, and no file is named. */
function baselineOf(options: WaiverOptions, io: Io): BaselineFile | undefined {
  const { baseline, updateBaseline, pruneBaseline } = options
  if (baseline !== undefined) return { path: resolve(io.cwd, baseline), shown: baseline }
  if (!updateBaseline && !pruneBaseline) return undefined
  const option = updateBaseline ? '--update-baseline' : '--prune-baseline'
  throw new ProblemError([{ code: 'baseline/no-file', severity: 'error', values: { option } }])
}

async function finishBaseline(
  file: BaselineFile,
  command: string,
  baseline: Baseline,
  plan: WaiverPlan,
  options: WaiverOptions,
  tell: (note: Problem) => Promise<void>
): Promise<void> {
  const note = (code: Problem['code'], values: Problem['values']): Promise<void> =>
    tell({ code, severity: 'note', values })
  const path = file.shown
  const part = baseline.part()
  if (part.kind === 'record') {
    await writeBaseline(file, command, listRecorded(part.found))
    const count = [...part.found.values()].reduce((sum, each) => sum + each, 0)
    return note('baseline/written', { path, count })
  }
  if (plan.baseline?.kind !== 'compare') return
  const compare = (): ReturnType<typeof compareEntries> => compareEntries(file, command, table, part.met)
  const { table } = plan.baseline
  const gone = table.counts.reduce((sum, count, i) => sum + count - part.met[i]!, 0)
  if (options.verbose && gone > 0) {
    for await (const { entry, gone: count } of compare()) {
      if (count > 0) await note('baseline/gone-entry', { rule: entry.rule, where: entry.where, count })
    }
  }
  if (!options.pruneBaseline) return gone > 0 ? note('baseline/gone', { path, count: gone }) : undefined
  let kept = 0
  await writeBaseline(
    file,
    command,
    pruneLines(compare(), count => (kept += count))
  )
  return note('baseline/pruned', { path, count: kept, gone })
}
