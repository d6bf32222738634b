import type { Lang } from '../diagnostics/wording.ts'
import type { ReportPaint } from '../report/paint.ts'

/** How an explanation is shown. */
export interface Style {
  readonly lang: Lang
  readonly paint: ReportPaint
  /** Columns of a line. */
  readonly width: number
}
