import type { CriterionResult, Evaluation, Status } from '../model/evaluation.ts'
import { addMoment, addSums, addTo, MOMENT_SLOTS, newSums, toUnits, type ExactSums } from './fixed-point.ts'
import {
  CONTACTS,
  FATAL,
  FIRST_SECTION,
  NOT_PASSED,
  PASSED,
  SCORE,
  statuses,
  WITHOUT_FATAL,
  type Layout
} from './tally-layout.ts'
import { addEntry, addTopList, newTopList, type TopList } from './top-list.ts'

/** How many contacts are kept behind the scores of a group, and behind each criterion. */
export interface Limits {
  readonly lowest: number
  readonly failed: number
}

/** A text that may change over time, with the moment it was seen. */
export interface Dated {
  readonly text: string
  readonly at: string
}

/** All that is kept of the evaluations under one key. Its size depends on the standard alone. */
export interface Group {
  readonly counts: Float64Array
  readonly sums: ExactSums
  readonly lowest: TopList
  /** One for each criterion. */
  readonly failed: readonly TopList[]
  name: Dated | undefined
  team: Dated | undefined
}

export function newGroup(layout: Layout): Group {
  return {
    counts: new Float64Array(layout.counts.length),
    sums: newSums(layout.sums.length),
    lowest: newTopList(),
    failed: layout.plan.criteria.map(newTopList),
    name: undefined,
    team: undefined
  }
}

/** Adds an evaluation that fits the layout. */
export function addToGroup(layout: Layout, limits: Limits, group: Group, evaluation: Evaluation): void {
  const { counts } = group
  const { score, scoreWithoutFatal, passed, band, sections, dimensions } = evaluation
  counts[CONTACTS]!++
  if (passed !== null) counts[passed ? PASSED : NOT_PASSED]!++
  if (band !== null) {
    const place = layout.ids.bands.indexOf(band)
    counts[layout.counts.bands + place]!++
  }
  addMean(layout, group, SCORE, score)
  addMean(layout, group, WITHOUT_FATAL, scoreWithoutFatal)
  for (let i = 0; i < sections.length; i++) addMean(layout, group, FIRST_SECTION + i, sections[i]!.score)
  const firstDimension = FIRST_SECTION + sections.length
  for (let i = 0; i < dimensions.length; i++) {
    addMean(layout, group, firstDimension + i, dimensions[i]!.score)
  }
  if (score !== null) addEntry(group.lowest, limits.lowest, evaluation.contact, score)
  addCriteria(layout, limits, group, evaluation)
}

function addMean(layout: Layout, group: Group, mean: number, score: number | null): void {
  if (score === null) return
  group.counts[layout.counts.means + mean]!++
  addMoment(group.sums, mean * MOMENT_SLOTS, score)
}

function addCriteria(layout: Layout, limits: Limits, group: Group, evaluation: Evaluation): void {
  const { counts, sums } = group
  const { criteria, contact, score } = evaluation
  const { classOf, classes } = layout
  // One bit for each class: judged, and judged with an error.
  let judged = 0
  let wrong = 0
  let fatal = false
  for (let i = 0; i < criteria.length; i++) {
    const result = criteria[i]!
    const { status } = result
    counts[layout.counts.criteria + i * statuses.length + placeOf(status)]!++
    if (status === 'na' || status === 'unknown') continue
    const lost = lostBy(result)
    if (lost > 0) addTo(sums, layout.sums.lost + i, toUnits(lost))
    const bit = classOf[i] === -1 ? 0 : 1 << classOf[i]!
    judged |= bit
    if (status === 'pass') continue
    wrong |= bit
    fatal ||= result.fatal === true
    addEntry(group.failed[i]!, limits.failed, contact, score)
  }
  if (fatal) counts[FATAL]!++
  for (let i = 0; i < classes.length; i++) {
    if ((judged & (1 << i)) === 0) continue
    counts[layout.counts.classes + 2 * i]!++
    if ((wrong & (1 << i)) === 0) counts[layout.counts.classes + 2 * i + 1]!++
  }
}

function lostBy({ possible = 0, earned = 0, deducted = 0 }: CriterionResult): number {
  return possible - earned + deducted
}

/** The place of a status in `statuses`. */
function placeOf(status: Status): number {
  return status === 'pass' ? 0 : status === 'fail' ? 1 : status === 'na' ? 2 : 3
}

/** Adds all that `more` holds to `into`. */
export function addGroup(limits: Limits, into: Group, more: Group): void {
  for (let i = 0; i < more.counts.length; i++) into.counts[i]! += more.counts[i]!
  addSums(into.sums, more.sums)
  addTopList(into.lowest, limits.lowest, more.lowest)
  for (let i = 0; i < more.failed.length; i++) addTopList(into.failed[i]!, limits.failed, more.failed[i]!)
  into.name = laterOf(into.name, more.name)
  into.team = laterOf(into.team, more.team)
}

/** The one seen last; of two seen at the same time the first by code unit, so that the order of adding is no matter. */
export function laterOf(a: Dated | undefined, b: Dated | undefined): Dated | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return a.text <= b.text ? a : b
}
