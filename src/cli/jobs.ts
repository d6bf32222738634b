import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { createLanes } from '../audit/lanes.ts'
import { createBatches, type Batches } from '../audit/batches.ts'
import type { Homes } from '../audit/homes.ts'
import type { Audit, AuditItem } from '../audit/run.ts'
import { readOrder, startThread } from '../audit/threads.ts'
import type { Source } from '../input/index.ts'
import { serveAudit, type AuditDone, type AuditJob, type AuditOrder } from './audit-thread.ts'
import type { ReportSink } from './outlets.ts'

/** More threads than this gain little beside one that reads. */
const MOST = 8
/** On fewer processors handing over costs what a second thread gains: 60 MB took two of them longer than one. */
const FEW = 4
/** Each thread compiles the standards and warms up for itself, which for less than this costs more than it gains. */
const SMALL = 16e6

/**
 * How many threads judge: as asked, else one for each of four to eight processors. One on fewer, and when the input is
 * small or, coming through a pipe, of unknown size: then this thread judges, and so it does where the program is no file of its own
 * that threads could run.
 */
export function chooseJobs(asked: number | undefined, sources: readonly Source[]): number {
  if (!threadScript()) return 1
  if (asked !== undefined) return asked
  const sizes = sources.map(({ size }) => size ?? 0)
  const processors = availableParallelism()
  if (processors < FEW || sizes.reduce((sum, size) => sum + size, 0) < SMALL) return 1
  return Math.min(MOST, processors)
}

/** The bundle, which starts a thread as well as the program; sources in TypeScript cannot. */
function threadScript(): URL | undefined {
  const script = new URL(import.meta.url)
  return script.protocol === 'file:' && /\.[cm]?js$/.test(script.pathname) ? script : undefined
}

/** Threads that judge. */
export interface Crew extends Batches {
  /** Joins what the threads came to to an audit; everything must be settled. */
  joinTo(audit: Audit): Promise<void>
  stop(): Promise<void>
}

/** Starts threads whose reports go to a sink, in the order of the input. `homes` says what one thread must judge. */
export function startCrew(jobs: number, order: AuditOrder, sink: ReportSink, homes?: Homes): Crew {
  const script = threadScript()!
  const threads = Array.from({ length: jobs }, () =>
    startThread<AuditOrder, AuditJob, AuditDone>(script, order)
  )
  const lanes = createLanes<readonly AuditItem[], AuditDone>(threads, ({ texts }) => sink.texts(texts))
  return {
    ...createBatches(lanes, homes),
    async joinTo(audit) {
      for (const { part } of await Promise.all(threads.map(thread => thread.run('finish')))) {
        if (part) audit.join(part)
      }
    },
    async stop() {
      await Promise.all(threads.map(thread => thread.stop()))
    }
  }
}

/** Does the work of a thread of an audit, where this is one. */
export function serveIfThread(): void {
  if (isMainThread || !parentPort) return
  const order = readOrder<AuditOrder>(workerData)
  if (order) void serveAudit(parentPort, order)
}
