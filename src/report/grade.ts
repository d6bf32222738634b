import type { ReportPaint } from './paint.ts'
import type { StandardHeader } from './report.ts'

/** How a score stands against its standard: `none` where there is no score, pass mark or band to hold it against. */
export type Grade = 'good' | 'fair' | 'bad' | 'none'

/** Good from the pass mark up (from the top band, without one); bad in the lowest band; fair between. */
export function gradeScore(score: number | null, standard: StandardHeader): Grade {
  if (score === null) return 'none'
  const bands = standard.bands.map(band => band.from).sort((a, b) => b - a)
  const lowestEnds = bands.at(-2)
  const good = standard.pass ?? (bands.length > 1 ? bands[0] : undefined)
  if (good === undefined) return 'none'
  if (score >= good) return 'good'
  return lowestEnds === undefined || score < lowestEnds ? 'bad' : 'fair'
}

/** The sign of a grade, for terminals and readers without colours. */
export const gradeSigns: Readonly<Record<Grade, string>> = { good: '✓', fair: '!', bad: '✗', none: ' ' }

export function paintGrade(paint: ReportPaint, grade: Grade): (text: string) => string {
  if (grade === 'none') return text => text
  return { good: paint.good, fair: paint.warning, bad: paint.error }[grade]
}
