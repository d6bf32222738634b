import type { CriticalClass } from '../model/evaluation.ts'
import type { ClassSummary, CriterionSummary, Estimate, PartSummary, Scorecard } from '../model/scorecard.ts'
import { MOMENT_SLOTS, momentsAt, pointsAt } from './fixed-point.ts'
import { addGroup, newGroup, type Group } from './group.ts'
import { ceilingOf } from './plan.ts'
import { estimateMean, estimateShare } from './statistics.ts'
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
import type { Tally } from './tally.ts'
import { showTopList } from './top-list.ts'

/** One scorecard for each key, by key in code units, the one without a key last. */
export function finishTally(tally: Tally): readonly Scorecard[] {
  return [...tally.groups]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, group]) => summarise(tally.layout, key, group))
}

/** One scorecard over all contacts of a tally. */
export function finishOverall(tally: Tally): Scorecard {
  const all = newGroup(tally.layout)
  for (const group of tally.groups.values()) addGroup(tally.limits, all, group)
  return summarise(tally.layout, null, { ...all, name: undefined, team: undefined })
}

/** Orders keys by code unit, `null` last. */
export function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

function summarise(layout: Layout, key: string | null, group: Group): Scorecard {
  const { plan, dimensions } = layout
  const { counts } = group
  const firstDimension = FIRST_SECTION + plan.sections.length
  const [passed, notPassed] = plan.pass === undefined ? [0, 0] : [counts[PASSED]!, counts[NOT_PASSED]!]
  return {
    standard: plan.id,
    key,
    ...(group.name && { name: group.name.text }),
    ...(group.team && { team: group.team.text }),
    contacts: counts[CONTACTS]!,
    score: meanAt(layout, group, SCORE),
    scoreWithoutFatal: meanAt(layout, group, WITHOUT_FATAL),
    passRate: estimateShare(passed, passed + notPassed),
    fatal: counts[FATAL]!,
    bands: Object.fromEntries(plan.bands.map(({ name }, i) => [name, counts[layout.counts.bands + i]!])),
    sections: plan.sections.map(({ id, title }, i): PartSummary => {
      return { id, title, score: meanAt(layout, group, FIRST_SECTION + i) }
    }),
    dimensions: dimensions.map((id, i): PartSummary => {
      return { id, title: id, score: meanAt(layout, group, firstDimension + i) }
    }),
    classes: summariseClasses(layout, group),
    criteria: summariseCriteria(layout, group),
    lowest: showTopList(group.lowest)
  }
}

function meanAt(layout: Layout, group: Group, mean: number): Estimate {
  const n = group.counts[layout.counts.means + mean]!
  if (n === 0) return { n, value: null, low: null, high: null }
  // A bonus lifts the whole and not a part of it.
  const ceiling = mean < FIRST_SECTION ? ceilingOf(layout.plan) : 100
  return estimateMean({ n, ...momentsAt(group.sums, mean * MOMENT_SLOTS, n) }, ceiling)
}

function countOf(layout: Layout, group: Group, criterion: number, status: number): number {
  return group.counts[layout.counts.criteria + criterion * statuses.length + status]!
}

/** Worst first; the sort is stable, so criteria that went alike stay as the standard has them. */
function summariseCriteria(layout: Layout, group: Group): readonly CriterionSummary[] {
  const summaries = layout.plan.criteria.map(({ id, title, clause, fatal }, i): CriterionSummary => {
    const [pass, fail, na, unknown] = [0, 1, 2, 3].map(status => countOf(layout, group, i, status)) as [
      number,
      number,
      number,
      number
    ]
    return {
      id,
      title,
      clause,
      fatal: fatal !== false,
      counts: { pass, fail, na, unknown },
      passRate: estimateShare(pass, pass + fail),
      lost: pointsAt(group.sums, layout.sums.lost + i),
      failed: showTopList(group.failed[i]!)
    }
  })
  return summaries.sort(
    (a, b) => fatalFails(b) - fatalFails(a) || b.lost - a.lost || b.counts.fail - a.counts.fail
  )
}

function fatalFails({ fatal, counts }: CriterionSummary): number {
  return fatal ? counts.fail : 0
}

function summariseClasses(layout: Layout, group: Group): readonly ClassSummary[] {
  if (layout.classes.length === 0) return []
  const critical = layout.classes.map((id: CriticalClass, i): ClassSummary => {
    const place = layout.counts.classes + 2 * i
    return { id, accuracy: estimateShare(group.counts[place + 1]!, group.counts[place]!) }
  })
  let met = 0
  let judged = 0
  for (const [i, place] of layout.classOf.entries()) {
    if (place !== -1) continue
    met += countOf(layout, group, i, 0)
    judged += countOf(layout, group, i, 0) + countOf(layout, group, i, 1)
  }
  return [...critical, { id: 'other', accuracy: { ...estimateShare(met, judged), low: null, high: null } }]
}
