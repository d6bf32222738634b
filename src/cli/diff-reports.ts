import type { Lang } from '../diagnostics/wording.ts'
import type { DiffReport } from '../diff/report/diff-format.ts'
import { diffFormats } from '../diff/report/index.ts'
import type { ContactChange } from '../diff/result.ts'
import { checkOutputs, type FilesRead } from './check-outputs.ts'
import type { Io } from './io.ts'
import { readTargets } from './report-target.ts'
import { createReportPaint, usesColour, type CommonOptions } from './settings.ts'
import { createTextFile, type TextFile } from './text-file.ts'
import { version } from './version.ts'

export interface DiffReportOptions extends CommonOptions {
  readonly format?: string | undefined
  readonly output?: readonly string[] | undefined
}

/** The reports of a comparison on their way out. */
export interface DiffReports {
  change(change: ContactChange): Promise<void>
  finish(report: DiffReport): Promise<void>
}

/** @throws ProblemError when a file cannot be written, would destroy what is read, or is of no known format. */
export async function createDiffReports(
  options: DiffReportOptions,
  reads: FilesRead,
  lang: Lang,
  io: Io
): Promise<DiffReports> {
  const targets = readTargets(options.output, diffFormats, io)
  await checkOutputs(
    targets.map(({ shown }) => shown),
    reads,
    io
  )
  const context = { lang, details: 'none', version, root: io.cwd } as const
  const asked = diffFormats.find(({ name }) => name === options.format) ?? diffFormats[0]!
  const colour = usesColour(options, io.env, io.stdout)
  const first = asked.create({ ...context, paint: createReportPaint(colour), width: io.stdout.columns })
  const toStdout: TextFile = { write: text => io.stdout.write(text), close: () => Promise.resolve() }
  const outlets = [
    { reporter: first, file: toStdout },
    ...targets.map(({ path, shown, append, format }) => ({
      reporter: format.create({ ...context, paint: createReportPaint(false) }),
      file: createTextFile(path, shown, append)
    }))
  ]
  return {
    async change(change) {
      for (const { reporter, file } of outlets) {
        if (reporter.change) await file.write(reporter.change(change))
      }
    },
    async finish(report) {
      for (const { reporter, file } of outlets) {
        for (const piece of reporter.end(report)) await file.write(piece)
        await file.close()
      }
    }
  }
}
