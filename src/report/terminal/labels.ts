import type { Estimate, Scorecard } from '../../model/scorecard.ts'
import { formatFixed, formatScore, NONE } from '../figures.ts'
import type { CriterionHeader, StandardHeader } from '../report.ts'
import { showText } from './display.ts'

/** Who a scorecard is about: `1007 周敏`. */
export function labelKey(card: Scorecard, unknown: string): string {
  return card.key === null ? unknown : labelPerson(card.key, card.name)
}

export function labelPerson(id: string, name: string | undefined): string {
  return showText(name === undefined || name === id ? id : `${id} ${name}`)
}

/** What a criterion is cited by: its clauses, or its id where it cites none. */
export function labelClause({ id, clause }: Pick<CriterionHeader, 'id' | 'clause'>): string {
  return showText(clause.length === 0 ? id : clause.join('/'))
}

/** The first clause alone, where room is short. */
export function labelFirstClause({ id, clause }: Pick<CriterionHeader, 'id' | 'clause'>): string {
  return showText(clause[0] ?? id)
}

/** An ISO date-time to the minute, in the time zone it was written in; any other text as it is. */
export function labelTime(moment: string): string {
  return showText(
    moment.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/, '$1 $2')
  )
}

/**
 * A mean with half its interval: `61.3 ±9.3`. An interval cut at 0 or 100 is lopsided; the longer side is the one
 * that was not cut.
 */
export function labelEstimate({ value, low, high }: Estimate): string {
  if (value === null || low === null || high === null) return formatScore(value)
  return `${formatScore(value)} ±${formatFixed(Math.max(value - low, high - value), 1)}`
}

/** A share of 0 to 100, rounded to a whole percent unless that would say all or none of what is neither. */
export function labelShare(share: number | null): string {
  if (share === null) return NONE
  const whole = formatFixed(share, 0)
  if (whole === '0' && share > 0) return '<1%'
  if (whole === '100' && share < 100) return '>99%'
  return `${whole}%`
}

/** `热线服务用语规范 (telecom-hotline 2026.1)` */
export function labelStandard({ id, title, version }: StandardHeader): string {
  return showText(`${title} (${version === undefined ? id : `${id} ${version}`})`)
}
