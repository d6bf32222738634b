import type { Problem } from '../diagnostics/problem.ts'
import type { Evaluation } from '../model/evaluation.ts'
import type { AuditSink } from '../audit/run.ts'
import type { Reporter, RunSummary } from '../report/report.ts'
import type { Output } from './io.ts'
import { createTextFile } from './text-file.ts'

/** A report on its way to a stream or a file. */
export interface Outlet {
  readonly reporter: Reporter
  write(text: string): Promise<void>
  close(): Promise<void>
}

export function outletTo(output: Output, reporter: Reporter): Outlet {
  return { reporter, write: text => output.write(text), close: () => Promise.resolve() }
}

/**
 * Opens a file for a report.
 * @throws ProblemError when it cannot be written.
 */
export async function outletToFile(path: string, shown: string, reporter: Reporter): Promise<Outlet> {
  return { reporter, ...(await createTextFile(path, shown)) }
}

// Small writes are gathered: a system call for every contact would cost more than judging it.
const GATHER = 1 << 16

/** Sends evaluations to every report, waiting for slow readers, and closes them with the summary. */
export function createSink(
  outlets: readonly Outlet[],
  live: boolean
): AuditSink & { finish(summary: RunSummary): Promise<void> } {
  const pending = outlets.map(outlet => outlet.reporter.begin())

  async function flush(i: number): Promise<void> {
    const text = pending[i]!
    pending[i] = ''
    await outlets[i]!.write(text)
  }

  function push(make: (reporter: Reporter) => string): void | Promise<void> {
    let full = false
    for (const [i, outlet] of outlets.entries()) {
      pending[i] += make(outlet.reporter)
      full ||= live ? pending[i] !== '' : pending[i]!.length > GATHER
    }
    if (full) return Promise.all(outlets.map((_, i) => flush(i))).then(() => undefined)
  }

  return {
    evaluation: (evaluation: Evaluation) => push(reporter => reporter.evaluation(evaluation)),
    bad: (problem: Problem) => push(reporter => reporter.bad(problem)),
    async finish(summary) {
      for (const [i, outlet] of outlets.entries()) {
        await flush(i)
        for (const piece of outlet.reporter.end(summary)) await outlet.write(piece)
        await outlet.close()
      }
    }
  }
}
