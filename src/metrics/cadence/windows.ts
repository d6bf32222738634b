import type { Calendar } from '../calendar/calendar.ts'
import { addTerm } from '../calendar/term.ts'
import type { Demand } from './demand.ts'
import { BEGIN, END, EVENT, type Step } from './history.ts'

/** The days that are looked at, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** From one event of a key to the next: in time, or when it was too late; `null` where no calendar tells. */
export type Window = 'met' | { readonly broken: number } | null

interface Open {
  readonly day: number
  /** Last day on which the next event is in time. */
  readonly due: number | undefined
}

/**
 * The windows of one key. One opens on the first day looked at, with each event, and when the key comes under a demand or
 * begins to be looked at; the demand in force on the day it opens is the one that holds in it. It closes with the next
 * event, and unjudged, unless it is too late already, when the key leaves the demand, ends, or the days looked at are over.
 */
export function judgeWindows(
  steps: readonly Step[],
  { first, last }: Span,
  demands: readonly Demand[],
  calendar: Calendar | undefined,
  begins: boolean
): readonly Window[] {
  const found: Window[] = []
  let demand = steps.find(step => step.demand !== undefined)?.demand ?? -1
  let active = !begins
  let open: Open | undefined

  const openAt = (day: number): Open | undefined => {
    const every = demands[demand]?.every
    return active && every ? { day, due: addTerm(every, day, calendar) } : undefined
  }
  const close = (day: number, answered: boolean): void => {
    if (!open) return
    if (open.due === undefined) found.push(null)
    else if (day > open.due) found.push({ broken: open.due + 1 })
    else if (answered) found.push('met')
    open = undefined
  }

  open = openAt(first)
  for (const step of steps) {
    if (step.day > last) break
    const early = step.day < first
    if ((step.bits & EVENT) !== 0 && active) {
      if (!early) close(step.day, true)
      open = undefined
    }
    const before = demand
    demand = step.demand ?? demand
    if (before >= 0 && demand < 0 && !early) close(step.day, false)
    if (demand < 0) open = undefined
    const begun = (step.bits & BEGIN) !== 0 && !active
    if (begun) active = true
    if (begun || (before < 0 && demand >= 0) || (step.bits & EVENT) !== 0) open = openAt(step.day)
    // An event before the first day counts from its own day, unless it was too long ago already by then.
    const outdated = open?.day === first || (open?.due !== undefined && open.due < first)
    if (early && outdated) open = openAt(first)
    if ((step.bits & END) !== 0) {
      if (!early) close(step.day, false)
      active = false
      open = undefined
    }
  }
  close(last, false)
  return found
}
