import type { Evaluation } from '../model/evaluation.ts'
import { addGroup, addToGroup, laterOf, newGroup, type Dated, type Group, type Limits } from './group.ts'
import { periodOf, type Period } from './period.ts'
import type { ScoringPlan } from './plan.ts'
import { findMisfit, layOut, type Layout } from './tally-layout.ts'

/** Names the group of an evaluation; `null` when it has none. */
export type KeyOf = (evaluation: Evaluation) => string | null

/** What evaluations are summed up by. */
export type TallyKey = 'agent' | 'team' | Period | KeyOf

export interface TallyOptions {
  /** Default: agent. */
  readonly by?: TallyKey
  /** How many contacts to keep behind the scores of a group. Default: 20. */
  readonly lowest?: number
  /** How many contacts to keep behind the fails of a criterion. Default: 10. */
  readonly failed?: number
}

/**
 * Evaluations summed up, to be added to and merged. Sums are exact and lists follow a fixed order, so the same
 * evaluations give the same tally in any order and in any number of parts. Its size depends on the standard and the
 * number of groups, not on the number of contacts.
 */
export interface Tally {
  readonly layout: Layout
  readonly limits: Limits
  readonly by: TallyKey
  readonly groups: Map<string | null, Group>
}

export function newTally(plan: ScoringPlan, options: TallyOptions = {}): Tally {
  const { by = 'agent', lowest = 20, failed = 10 } = options
  return { layout: layOut(plan), limits: { lowest, failed }, by, groups: new Map() }
}

/**
 * Adds one evaluation.
 *
 * @throws RangeError when it was made by another standard, with the id that does not belong to this one.
 */
export function addEvaluation(tally: Tally, evaluation: Evaluation): void {
  const { layout, limits, by } = tally
  const misfit = findMisfit(layout, evaluation)
  if (misfit !== undefined) throw new RangeError(`not an evaluation by ${layout.plan.id}: ${misfit}`)
  const key = keyOf(by, evaluation)
  const group = groupOf(tally, key)
  addToGroup(layout, limits, group, evaluation)
  if (by === 'agent' && key !== null) {
    group.name = dated(group.name, evaluation.agentName, evaluation.started)
    group.team = dated(group.team, evaluation.team, evaluation.started)
  }
}

/**
 * A new tally over the evaluations of both, which stay as they are.
 *
 * @throws RangeError when they were set up for different standards, keys or limits.
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const merged: Tally = { ...a, groups: new Map() }
  for (const tally of [a, b]) {
    if (!isAlike(a, tally)) throw new RangeError(`tallies differ in kind: ${a.layout.plan.id}`)
    for (const [key, group] of tally.groups) addGroup(a.limits, groupOf(merged, key), group)
  }
  return merged
}

function isAlike(a: Tally, b: Tally): boolean {
  return (
    a.by === b.by &&
    a.limits.lowest === b.limits.lowest &&
    a.limits.failed === b.limits.failed &&
    a.layout.signature === b.layout.signature
  )
}

function keyOf(by: TallyKey, evaluation: Evaluation): string | null {
  if (by === 'agent') return evaluation.agent
  if (by === 'team') return evaluation.team ?? null
  return typeof by === 'function' ? by(evaluation) : periodOf(evaluation.started, by)
}

/** The group under a key, made on first sight. */
export function groupOf(tally: Tally, key: string | null): Group {
  const known = tally.groups.get(key)
  if (known !== undefined) return known
  const group = newGroup(tally.layout)
  tally.groups.set(key, group)
  return group
}

function dated(known: Dated | undefined, text: string | undefined, at = ''): Dated | undefined {
  if (text === undefined) return known
  // Most often nothing changes; then nothing need be made.
  if (known !== undefined && at < known.at) return known
  return laterOf(known, { text, at })
}
