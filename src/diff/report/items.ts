import { fill, type Lang } from '../../diagnostics/wording.ts'
import { withLine, type Finding, type Item, type LinePlace } from '../../report/items/item.ts'
import { diffWordsOf } from './words.ts'
import { digestOf } from '../../text/digest.ts'
import type { Regression, RegressionKind } from '../regressions.ts'
import type { ContactChange, CriterionDiff, DiffResult, GroupDiff, StandardDiff } from '../result.ts'
import { itemNames, ruleOfDiff, type DiffRule } from './item-words.ts'
import { nameCriterion } from './tell-change.ts'
import { directionOf, tellScores } from './tell-contact.ts'

const ruleOfKind = {
  score: 'diff/score-worse',
  team: 'diff/score-worse',
  agent: 'diff/score-worse',
  criterion: 'diff/criterion-worse',
  fails: 'diff/contact-fails',
  fatal: 'diff/contact-fatal'
} as const satisfies Record<RegressionKind, DiffRule>

/**
 * A comparison as things that were checked: the mean score, whether contacts fail that passed, each criterion, team and
 * agent. An item failed when a regression says so, and was skipped where there was nothing to compare.
 */
export function itemsOfDiff(
  { standards }: DiffResult,
  regressions: readonly Regression[],
  lang: Lang
): readonly Item[] {
  return standards.flatMap(standard => itemsOfStandard(standard, regressions, lang))
}

function itemsOfStandard(
  standard: StandardDiff,
  regressions: readonly Regression[],
  lang: Lang
): readonly Item[] {
  const { after, overall, criteria, teams, agents } = standard
  const whole = withLine({ file: fileOf(standard) })
  const item = (kind: RegressionKind, key: string | null, name: string, place: LinePlace): Item => {
    const worse = regressions.filter(
      each => each.standard === after.id && each.kind === kind && each.key === key
    )
    return {
      suite: after.id,
      name,
      place,
      status: worse.length > 0 ? 'failed' : 'passed',
      findings: worse.map(each => findingOf(each, standard, place, lang))
    }
  }
  const group = (kind: 'team' | 'agent', { key, name, shift }: GroupDiff): Item => {
    const shown = key === null ? itemNames.unknown[lang] : key === name ? key : [key, name].join(' ').trim()
    const made = item(kind, key, fill(itemNames[kind][lang], { name: shown }), whole)
    return shift.n === 0 ? skipped(made, itemNames.notScored[lang]) : made
  }
  const mean = item('score', null, itemNames.score[lang], whole)
  return [
    overall.shift.n === 0 ? skipped(mean, itemNames.notScored[lang]) : mean,
    item('fatal', null, itemNames.fatal[lang], causePlace(standard, isNewlyFatal) ?? whole),
    item('fails', null, itemNames.fails[lang], causePlace(standard, failsNow) ?? whole),
    ...criteria
      .filter(({ state }) => state === 'same' || state === 'changed')
      .map(criterion => {
        const made = item('criterion', criterion.id, nameOf(criterion), placeOf(criterion) ?? whole)
        return criterion.shift.n === 0 ? skipped(made, itemNames.notJudged[lang]) : made
      }),
    ...teams.map(team => group('team', team)),
    ...agents.map(agent => group('agent', agent))
  ]
}

const skipped = (item: Item, reason: string): Item => ({ ...item, status: 'skipped', reason })

function findingOf(regression: Regression, standard: StandardDiff, place: LinePlace, lang: Lang): Finding {
  const { kind, key, text } = regression
  const rule = ruleOfKind[kind]
  const { severity, advice } = ruleOfDiff(rule, lang)
  const criterion = kind === 'criterion' ? standard.criteria.find(({ id }) => id === key) : undefined
  const related = relatedOf(regression, standard, lang)
  return {
    rule,
    severity,
    message: text,
    hint: advice,
    clause: criterion?.clause,
    place,
    related: related.length === 0 ? undefined : related,
    fingerprint: digestOf([rule, standard.after.id, kind, key ?? ''])
  }
}

/** Contacts among those shown that a regression is about. */
function relatedOf(
  { kind, key }: Regression,
  { look }: StandardDiff,
  lang: Lang
): NonNullable<Finding['related']> {
  const words = diffWordsOf(lang)
  const isMeant: Record<RegressionKind, (change: ContactChange) => boolean> = {
    score: ({ shift }) => shift !== null && shift < 0,
    fatal: isNewlyFatal,
    fails: failsNow,
    criterion: ({ causes }) =>
      causes.some(cause => cause.kind === 'outcome' && cause.criterion === key && cause.to === 'fail'),
    team: ({ subject, shift }) => (subject.team ?? null) === key && shift !== null && shift < 0,
    agent: ({ subject, shift }) => subject.agent === key && shift !== null && shift < 0
  }
  return look.shown.filter(isMeant[kind]).flatMap(change => {
    const { contact, source } = change.subject
    return source ? [{ place: withLine(source), message: `${contact} ${tellScores(change, words)}` }] : []
  })
}

const isNewlyFatal = ({ before, after }: ContactChange): boolean => !before.fatal && after.fatal

const failsNow = (change: ContactChange): boolean =>
  directionOf(change) === 'fails' && change.before.passed === true && change.after.passed === false

/** The line of the criterion that costs the contacts most, as far as they are known. */
function causePlace(
  { look, criteria }: StandardDiff,
  isMeant: (change: ContactChange) => boolean
): LinePlace | undefined {
  const lost = new Map<string, number>()
  for (const change of look.shown.filter(isMeant)) {
    for (const cause of change.causes) {
      if (cause.kind !== 'outcome' || cause.to !== 'fail') continue
      // Where points are not known, how often it comes tells.
      lost.set(cause.criterion, (lost.get(cause.criterion) ?? 0) + Math.min(0, cause.points ?? -1))
    }
  }
  const [worst] = [...lost].sort((a, b) => a[1] - b[1])
  const criterion = criteria.find(({ id }) => id === worst?.[0])
  return criterion && placeOf(criterion)
}

function placeOf({ file, line }: CriterionDiff): LinePlace | undefined {
  return file === undefined ? undefined : withLine({ file, line })
}

const nameOf = (criterion: CriterionDiff): string =>
  criterion.clause.length === 0 ? criterion.id : `${criterion.id} · ${nameCriterion(criterion)}`

/** The file that most criteria are written in; the name of the standard where none is known. */
function fileOf({ criteria, after }: StandardDiff): string {
  const files = new Map<string, number>()
  for (const { file, state } of criteria) {
    if (file !== undefined && state !== 'dropped') files.set(file, (files.get(file) ?? 0) + 1)
  }
  const [most] = [...files].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most?.[0] ?? after.id
}
