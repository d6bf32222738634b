import { type Paint, plain } from '../diagnostics/render.ts'

/** Colours are brought by the caller: what the problems use, and two more. `error` is bad, `warning` middling. */
export interface ReportPaint extends Paint {
  readonly good: (text: string) => string
  readonly fatal: (text: string) => string
}

/** No colours; everything a report says is said without them too. */
export const plainPaint: ReportPaint = { ...plain, good: text => text, fatal: text => text }
