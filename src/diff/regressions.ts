import { fill, type Lang } from '../diagnostics/wording.ts'
import { formatCount, formatShort } from '../report/figures.ts'
import { digitsFor, formatChange, formatFromTo } from './figures.ts'
import { regressionWordings } from './regression-words.ts'
import type { CriterionDiff, DiffResult, GroupDiff, StandardDiff } from './result.ts'

/** In the order in which they are told. */
export const regressionKinds = ['score', 'fatal', 'fails', 'criterion', 'team', 'agent'] as const
export type RegressionKind = (typeof regressionKinds)[number]

/** One thing that became worse by more than is tolerated. */
export interface Regression {
  readonly kind: RegressionKind
  readonly standard: string
  /** Id of the criterion, team or agent; `null` for all contacts, and for those that name none. */
  readonly key: string | null
  /** Points of the mean score, or points of percent of the pass rate, below 0; `null` for `fatal` and `fails`. */
  readonly shift: number | null
  /** How many contacts do not pass any more or are newly fatal; for the others, how many the figure is of. */
  readonly contacts: number
  /** In the reader's language. */
  readonly text: string
}

/**
 * What became worse from one result to the other. Figures are compared as they are, never as they are shown, and only a
 * fall by more than the tolerance counts; a contact that is newly fatal always does. A criterion that was added or dropped
 * has nothing to be compared with.
 */
export function findRegressions({ standards, tolerance }: DiffResult, lang: Lang): readonly Regression[] {
  return standards.flatMap(standard => {
    const { overall, criteria, teams, agents } = standard
    const groups = (kind: 'score' | 'team' | 'agent', of: readonly GroupDiff[]): Regression[] =>
      of.flatMap(group => groupRegression(kind, group, standard, tolerance, lang) ?? [])
    return [
      ...groups('score', [overall]),
      ...countRegression('fatal', overall.newlyFatal, standard, tolerance, lang),
      ...countRegression('fails', overall.fallen, standard, tolerance, lang),
      ...criteria.flatMap(criterion => criterionRegression(criterion, standard, tolerance, lang) ?? []),
      ...groups('team', teams),
      ...groups('agent', agents)
    ]
  })
}

/** Whether a figure fell by more than is tolerated. */
export function isWorse(shift: number | null, tolerance: number): boolean {
  return shift !== null && shift < -tolerance
}

function groupRegression(
  kind: 'score' | 'team' | 'agent',
  group: GroupDiff,
  { after }: StandardDiff,
  tolerance: number,
  lang: Lang
): Regression | undefined {
  const { value, n } = group.shift
  if (value === null || !isWorse(value, tolerance)) return undefined
  const text = fill(regressionWordings[kind][lang], {
    standard: after.id,
    name: nameOf(group, lang),
    figures: formatFromTo(group.before, group.after),
    shift: showFall(value, tolerance),
    count: formatCount(n)
  })
  return { kind, standard: after.id, key: group.key, shift: value, contacts: n, text }
}

function criterionRegression(
  criterion: CriterionDiff,
  { after }: StandardDiff,
  tolerance: number,
  lang: Lang
): Regression | undefined {
  const { value, n } = criterion.shift
  const compared = criterion.state === 'same' || criterion.state === 'changed'
  if (value === null || !compared || !isWorse(value, tolerance)) return undefined
  const cited = criterion.clause.join('/')
  const name = [cited, criterion.title].filter(Boolean).join(' ')
  const values = { standard: after.id, name, shift: showFall(value, tolerance), count: formatCount(n) }
  const text = fill(regressionWordings.criterion[lang], values)
  return { kind: 'criterion', standard: after.id, key: criterion.id, shift: value, contacts: n, text }
}

function countRegression(
  kind: 'fatal' | 'fails',
  contacts: number,
  { after }: StandardDiff,
  tolerance: number,
  lang: Lang
): readonly Regression[] {
  if (contacts === 0) return []
  const wording = regressionWordings[kind === 'fails' && tolerance > 0 ? 'failsBeyond' : kind]
  const values = { standard: after.id, count: formatCount(contacts), tolerance: formatShort(tolerance, 6) }
  const text = fill(wording[lang], values)
  return [{ kind, standard: after.id, key: null, shift: null, contacts, text }]
}

function nameOf({ key, name }: GroupDiff, lang: Lang): string {
  if (key === null) return regressionWordings.nobody[lang]
  return name === undefined || name === key ? key : `${key} ${name}`
}

/** With so many digits that it looks like more than is tolerated, which it is. */
function showFall(shift: number, tolerance: number): string {
  return formatChange(shift, digitsFor(-shift, [0, tolerance]))
}
