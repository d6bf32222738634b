import { addMonths, formatDay, parseDay, weekdayOf } from '../calendar/day.ts'
import { periodOf, type Period } from '../period.ts'
import type { Demand, Quota } from './demand.ts'
import { BEGIN, END, EVENT, markBit, type Step } from './history.ts'
import type { Span } from './windows.ts'

/** One period of the calendar in the days looked at. */
export interface Stretch extends Span {
  /** `2026`, `2026-Q1`, `2026-03`, `2026-W10`. */
  readonly name: string
  /** Whether the days looked at cover it. */
  readonly whole: boolean
}

/** How a quota went in one period. */
export interface Count {
  readonly quota: Quota
  readonly stretch: Stretch
  readonly met: boolean
}

/**
 * The periods that the days looked at touch. Where these were taken from the rows, a period still counts as whole when no
 * more than a fiftieth of it is missing on a side: rows from 2 January to 30 December are rows of the year.
 */
export function listStretches(
  period: Period,
  { first, last }: Span,
  exact: { readonly first: boolean; readonly last: boolean }
): readonly Stretch[] {
  const found: Stretch[] = []
  for (let day = startOf(period, first); day <= last;) {
    const next = nextOf(period, day)
    const slack = Math.floor((next - day) / 50)
    const begun = first <= day + (exact.first ? 0 : slack)
    const whole = begun && last >= next - 1 - (exact.last ? 0 : slack)
    found.push({ name: periodOf(formatDay(day), period), first: day, last: next - 1, whole })
    day = next
  }
  return found
}

/**
 * Holds the quotas of a key against each full period; the demand in force on its first day is the one that holds: that of
 * the last row until then that tells, else of the first that does. A period in which the key was not looked at all the
 * time is not judged, unless there was already too much in it.
 */
export function judgeQuotas(
  steps: readonly Step[],
  span: Span,
  demands: readonly Demand[],
  stretchesOf: (period: Period) => readonly Stretch[],
  begins: boolean
): readonly Count[] {
  const active = activeSpans(steps, span, begins)
  const events = steps.filter(
    ({ bits, day }) => (bits & EVENT) !== 0 && active.some(({ first, last }) => day >= first && day <= last)
  )
  const told = steps.filter(step => step.demand !== undefined)
  return periodsOf(demands).flatMap(period => {
    const found: Count[] = []
    // Stretches follow each other, and so do what is looked for in them.
    let [next, known] = [0, 0]
    for (const stretch of stretchesOf(period)) {
      const from = Math.max(stretch.first, span.first)
      const to = Math.min(stretch.last, span.last)
      while (known + 1 < told.length && told[known + 1]!.day <= from) known++
      const begin = next
      while (next < events.length && events[next]!.day <= to) next++
      const demand = demands[told[known]?.demand ?? -1]
      if (!demand) continue
      const inside = events.slice(begin, next)
      const whole = stretch.whole && active.some(({ first, last }) => first <= from && last >= to)
      for (const quota of demand.quotas) {
        if (quota.period !== period) continue
        const bit = quota.mark === undefined ? EVENT : markBit(quota.mark)
        const count = inside.filter(({ bits }) => (bits & bit) !== 0).length
        if (whole || count > quota.max)
          found.push({ quota, stretch, met: count >= quota.min && count <= quota.max })
      }
    }
    return found
  })
}

function periodsOf(demands: readonly Demand[]): readonly Period[] {
  return [...new Set(demands.flatMap(({ quotas }) => quotas.map(({ period }) => period)))]
}

/** From when to when a key is looked at. */
function activeSpans(steps: readonly Step[], { first, last }: Span, begins: boolean): readonly Span[] {
  const found: Span[] = []
  let from: number | undefined = begins ? undefined : first
  for (const { bits, day } of steps) {
    if (day > last) break
    if ((bits & BEGIN) !== 0) from ??= Math.max(day, first)
    if ((bits & END) !== 0 && from !== undefined) {
      if (day >= first) found.push({ first: from, last: day })
      from = undefined
    }
  }
  return from === undefined ? found : [...found, { first: from, last }]
}

function startOf(period: Period, day: number): number {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return day - weekdayOf(day)
    default: {
      const [year, month] = formatDay(day).split('-')
      const start =
        period === 'year' ? 1 : period === 'quarter' ? Math.floor((Number(month) - 1) / 3) * 3 + 1 : month
      return parseDay(`${year}-${String(start).padStart(2, '0')}-01`)!
    }
  }
}

function nextOf(period: Period, day: number): number {
  const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }[period]
  return months > 0 ? addMonths(day, months) : day + (period === 'week' ? 7 : 1)
}
