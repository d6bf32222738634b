import type { Outcome } from '../model/evaluation.ts'
import { addCause, addMove, finishCriterion, newCriterionSum, type CriterionSum } from './criterion-sum.ts'
import { pairCriteria, planChanges, type CriterionPair, type DiffStandard } from './diff-standard.ts'
import { addComparison, finishGroup, newGroupSum, type GroupSum } from './group-sum.ts'
import { createLookList } from './look-first.ts'
import type { ContactChange, CriterionDiff, GroupDiff, StandardDiff, WeighingDiff } from './result.ts'
import { isChanged, type Cause, type Comparison } from './standing.ts'
import type { DiffSubject } from './subject.ts'

/** Comparisons by one pair of standards, summed up; grows with agents, teams and criteria alone. */
export interface DiffTally {
  /** Returns the change, where there is one. */
  add(
    subject: DiffSubject,
    comparison: Comparison,
    outcomeOf?: (id: string) => Outcome | undefined
  ): ContactChange | undefined
  finish(): StandardDiff
}

export interface TallyOptions {
  readonly tolerance: number
  /** How many contacts to look at first. */
  readonly look: number
  /** How many criteria had to be judged. */
  readonly judged: number | null
}

/** What is known of the standards: all, or where results alone are compared their ids. */
export type TalliedPair =
  | { readonly kind: 'standards'; readonly before: DiffStandard; readonly after: DiffStandard }
  | { readonly kind: 'results'; readonly before: string; readonly after: string }

export function createDiffTally(pair: TalliedPair, options: TallyOptions): DiffTally {
  const overall = newGroupSum()
  const agents = new Map<string | null, GroupSum>()
  const teams = new Map<string | null, GroupSum>()
  const criteria = new Map<string, CriterionSum>()
  const weighing = new Map<string, { points: number; contacts: number }>()
  const look = createLookList(options.look)
  const name = pair.kind === 'standards' ? pair.after.id : pair.after

  function addCauseOf(cause: Cause): void {
    if (cause.kind === 'outcome') addCause(sumOf(criteria, cause.criterion, newCriterionSum), cause)
    if (cause.kind !== 'weighing') return
    const sum = sumOf(weighing, `${cause.what}:${cause.id}`, () => ({ points: 0, contacts: 0 }))
    sum.points += cause.points ?? 0
    sum.contacts++
  }

  return {
    add(subject, comparison, outcomeOf) {
      const agent = sumOf(agents, subject.agent, newGroupSum)
      agent.name ??= subject.agentName
      for (const sum of [overall, agent, sumOf(teams, subject.team ?? null, newGroupSum)]) {
        addComparison(sum, comparison, options.tolerance)
      }
      for (const move of comparison.statuses) addMove(sumOf(criteria, move.criterion, newCriterionSum), move)
      comparison.causes.forEach(addCauseOf)
      if (!isChanged(comparison)) return undefined
      const change = changeOf(name, subject, comparison, outcomeOf)
      look.add(comparison, () => change)
      return change
    },
    finish: () => ({
      ...standardsOf(pair),
      judged: options.judged,
      overall: finishGroup(null, overall),
      agents: finishGroups(agents),
      // One team, or none that is named, would say nothing that the whole does not.
      teams: teams.size > 1 ? finishGroups(teams) : [],
      criteria: finishCriteria(pair, criteria, overall.counts.contacts),
      weighing: finishWeighing(pair, weighing, overall.counts.contacts),
      look: look.finish()
    })
  }
}

function changeOf(
  standard: string,
  subject: DiffSubject,
  { before, after, shift, causes }: Comparison,
  outcomeOf: ((id: string) => Outcome | undefined) | undefined
): ContactChange {
  const words = causes.flatMap(cause => {
    if (cause.kind !== 'outcome' || cause.to !== 'fail') return []
    const outcome = outcomeOf?.(cause.criterion)
    return outcome?.status === 'fail' && outcome.message !== ''
      ? [{ criterion: cause.criterion, message: outcome.message }]
      : []
  })
  return { standard, subject, before, after, shift, causes, words }
}

function sumOf<Key, Sum>(sums: Map<Key, Sum>, key: Key, make: () => Sum): Sum {
  let sum = sums.get(key)
  if (sum === undefined) {
    sum = make()
    sums.set(key, sum)
  }
  return sum
}

/** What fell most first, those without a name last. */
function finishGroups(groups: ReadonlyMap<string | null, GroupSum>): readonly GroupDiff[] {
  return [...groups]
    .map(([key, sum]) => finishGroup(key, sum))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        (a.shift.value ?? Infinity) - (b.shift.value ?? Infinity) ||
        ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
    )
}

function standardsOf(pair: TalliedPair): Pick<StandardDiff, 'before' | 'after'> {
  const bare = (id: string): StandardDiff['before'] => ({ id, title: id, hash: '' })
  if (pair.kind === 'results') return { before: bare(pair.before), after: bare(pair.after) }
  const { before, after } = pair
  return {
    before: { id: before.id, title: before.title, hash: before.hash },
    after: { id: after.id, title: after.title, hash: after.hash }
  }
}

function finishCriteria(
  pair: TalliedPair,
  sums: ReadonlyMap<string, CriterionSum>,
  contacts: number
): readonly CriterionDiff[] {
  const known: readonly CriterionDiff[] =
    pair.kind === 'standards'
      ? pairCriteria(pair.before, pair.after).map(criterion => {
          const { id, title, clause, file, line } = criterion
          const sum = sums.get(id) ?? newCriterionSum()
          return {
            id,
            title,
            clause,
            file,
            line,
            state: stateOf(criterion),
            ...finishCriterion(sum, contacts)
          }
        })
      : [...sums].map(([id, sum]) => {
          const state = sum.changed > 0 ? 'changed' : 'same'
          return { id, title: id, clause: sum.clause ?? [], state, ...finishCriterion(sum, contacts) }
        })
  return known.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || b.changed - a.changed)
}

function stateOf({ before, after, same }: CriterionPair): CriterionDiff['state'] {
  if (before === -1) return 'added'
  if (after === -1) return 'dropped'
  return same ? 'same' : 'changed'
}

function finishWeighing(
  pair: TalliedPair,
  sums: ReadonlyMap<string, { points: number; contacts: number }>,
  contacts: number
): readonly WeighingDiff[] {
  if (pair.kind === 'results') return []
  return planChanges(pair.before.plan, pair.after.plan).map(change => {
    const id = change.kind === 'scoring' ? change.keys[0]! : change.id
    const sum = sums.get(`${change.kind}:${id}`) ?? { points: 0, contacts: 0 }
    return { change, contacts: sum.contacts, effect: contacts === 0 ? 0 : sum.points / contacts }
  })
}
