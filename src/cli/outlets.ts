import type { Problem } from '../diagnostics/problem.ts'
import type { Evaluation } from '../model/evaluation.ts'
import type { AuditSink } from '../audit/run.ts'
import { createKeeper } from '../report/keeper.ts'
import type { Reporter, RunSummary } from '../report/report.ts'
import type { Output } from './io.ts'
import type { ReportTarget } from './report-target.ts'
import { createTextFile, GATHER } from './text-file.ts'

/** A report on its way to a stream or a file. */
export interface Outlet {
  readonly reporter: Reporter
  write(text: string): Promise<void>
  close(): Promise<void>
}

export function outletTo(output: Output, reporter: Reporter): Outlet {
  return { reporter, write: text => output.write(text), close: () => Promise.resolve() }
}

/** A file for a report, opened when the first of it is written. */
export function outletToFile({ path, shown, append }: ReportTarget<unknown>, reporter: Reporter): Outlet {
  return { reporter, ...createTextFile(path, shown, append) }
}

/** Where the work of reports goes: evaluations one by one, or texts that other threads have made of them. */
export interface ReportSink extends AuditSink {
  /** Text for each report, made by a gatherer over the same reports. */
  texts(texts: readonly string[]): void | Promise<void>
  /** Closes the reports and gives what the user should know of them. */
  finish(summary: RunSummary): Promise<readonly Problem[]>
}

/** Sends evaluations to every report, waiting for slow readers, and closes them with the summary. */
export function createSink(outlets: readonly Outlet[], live: boolean): ReportSink {
  const gatherer = createGatherer(outlets.map(({ reporter }) => reporter))
  const begins = outlets.map(outlet => outlet.reporter.begin())
  const hasRows = outlets.map(() => false)
  const keepers = outlets.map(({ reporter }) => reporter.keeps && createKeeper(reporter.keeps))

  async function flush(): Promise<void> {
    const texts = gatherer.take().map((taken, i) => {
      const keeper = keepers[i]
      if (keeper) keeper.add(taken)
      const text = keeper ? '' : taken
      const begin = begins[i]!
      const between = hasRows[i] && text !== '' ? (outlets[i]!.reporter.between ?? '') : ''
      begins[i] = ''
      hasRows[i] ||= text !== ''
      return begin + between + text
    })
    await Promise.all(outlets.map((outlet, i) => outlet.write(texts[i]!)))
  }
  const flushWhenFull = (): void | Promise<void> => {
    if (gatherer.longest() > (live ? 0 : GATHER)) return flush()
  }

  return {
    evaluation(evaluation) {
      gatherer.evaluation(evaluation)
      return flushWhenFull()
    },
    bad(problem) {
      gatherer.bad(problem)
      return flushWhenFull()
    },
    texts(texts) {
      gatherer.texts(texts)
      return flushWhenFull()
    },
    async finish(summary) {
      gatherer.texts(outlets.map(({ reporter }) => reporter.last?.(summary) ?? ''))
      await flush()
      for (const [i, outlet] of outlets.entries()) {
        const keeper = keepers[i]
        for (const piece of outlet.reporter.end(summary, keeper ? keeper.take() : [])) {
          await outlet.write(piece)
        }
        await outlet.close()
      }
      return outlets.flatMap(({ reporter }) => reporter.warn?.(summary) ?? [])
    }
  }
}

/** Gathers what reports make of evaluations. */
export interface Gatherer extends AuditSink {
  evaluation(evaluation: Evaluation): void
  bad(problem: Problem): void
  texts(texts: readonly string[]): void
  longest(): number
  /** The texts since the last time, one for each report. */
  take(): string[]
}

export function createGatherer(reporters: readonly Reporter[]): Gatherer {
  const pending = reporters.map(() => '')

  function add(i: number, text: string): void {
    if (text === '') return
    if (pending[i] !== '') pending[i] += reporters[i]!.between ?? ''
    pending[i] += text
  }

  return {
    evaluation: evaluation => reporters.forEach((reporter, i) => add(i, reporter.evaluation(evaluation))),
    bad: problem => reporters.forEach((reporter, i) => add(i, reporter.bad(problem))),
    texts: texts => texts.forEach((text, i) => add(i, text)),
    longest: () => Math.max(0, ...pending.map(({ length }) => length)),
    take() {
      return pending.splice(0, pending.length, ...reporters.map(() => ''))
    }
  }
}
