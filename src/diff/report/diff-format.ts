import type { ReportContext } from '../../report/report.ts'
import type { ContactChange, DiffResult } from '../result.ts'
import type { Regression } from '../regressions.ts'

/** What a report of a comparison tells. */
export interface DiffReport {
  readonly result: DiffResult
  readonly regressions: readonly Regression[]
  readonly verdict: { readonly negative: boolean; readonly reasons: readonly string[] }
}

/** One report on its way out; see `Reporter` for what its parts return. */
export interface DiffReporter {
  /** Called for each contact that changed, as it comes. */
  readonly change?: ((change: ContactChange) => string) | undefined
  readonly end: (report: DiffReport) => Iterable<string>
}

export interface DiffFormat {
  readonly name: string
  readonly extensions: readonly string[]
  readonly create: (context: ReportContext) => DiffReporter
}
