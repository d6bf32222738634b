import type { Band, CriterionPlan, ScoringPlan, SectionPlan } from '../scoring/plan.ts'
import { meaningsOf } from '../standard/meaning.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { WrittenStandard } from '../standard/written.ts'

/** A criterion as a comparison knows it. */
export interface DiffCriterion {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  /** A digest of all that its outcome depends on beside the contact. */
  readonly meaning: string
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** What a comparison must know of a standard: plain data, which is kept with outcomes. */
export interface DiffStandard {
  readonly id: string
  readonly title: string
  readonly hash: string
  /** A digest of what decides which contacts it is for. */
  readonly scope: string
  readonly plan: ScoringPlan
  /** In the order of the plan. */
  readonly criteria: readonly DiffCriterion[]
}

export function describeForDiff(standard: CompiledStandard, written: WrittenStandard): DiffStandard {
  const meanings = meaningsOf(written)
  const { id, title, hash, plan } = standard
  return {
    id,
    title,
    hash,
    scope: meanings.scope,
    plan,
    criteria: standard.criteria.map(criterion => ({
      id: criterion.id,
      title: criterion.title,
      clause: criterion.clause,
      meaning: meanings.criteria.get(criterion.id) ?? '',
      file: criterion.place.file,
      line: criterion.place.line
    }))
  }
}

/** The criteria of two standards, each once: those of the second in their order, then those that it lacks. */
export interface CriterionPair {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  /** Places in the first and in the second, -1 where it is missing. */
  readonly before: number
  readonly after: number
  /** Whether it is in both and every outcome is the same. */
  readonly same: boolean
  readonly file?: string | undefined
  readonly line?: number | undefined
}

export function pairCriteria(before: DiffStandard, after: DiffStandard): readonly CriterionPair[] {
  const places = new Map(before.criteria.map(({ id }, i) => [id, i]))
  const ids = new Set(after.criteria.map(({ id }) => id))
  const kept = after.criteria.map((criterion, i): CriterionPair => {
    const at = places.get(criterion.id) ?? -1
    const same = before.criteria[at]?.meaning === criterion.meaning
    return { ...criterion, before: at, after: i, same }
  })
  const dropped = before.criteria.flatMap((criterion, i): CriterionPair[] =>
    ids.has(criterion.id) ? [] : [{ ...criterion, before: i, after: -1, same: false }]
  )
  return [...kept, ...dropped]
}

/** What a key of a plan can say; `undefined` where it says nothing. */
export type PlanValue =
  string | number | boolean | readonly Band[] | Readonly<Record<string, number>> | undefined

interface KeyChanges {
  readonly keys: readonly string[]
  /** What each of the keys said and says. */
  readonly values: readonly { readonly before: PlanValue; readonly after: PlanValue }[]
}

/** What of the scoring of a standard is not the same in another, in the order in which it is told. */
export type PlanChange =
  | ({ readonly kind: 'criterion'; readonly id: string } & KeyChanges)
  | ({ readonly kind: 'section'; readonly id: string } & KeyChanges)
  | ({ readonly kind: 'scoring' } & KeyChanges)

const scoringKeys = ['method', 'base', 'pass', 'bands', 'bonusCap', 'severities'] as const

export function planChanges(before: ScoringPlan, after: ScoringPlan): readonly PlanChange[] {
  const changes: PlanChange[] = []
  const earlier = new Map(before.criteria.map(criterion => [criterion.id, criterion]))
  for (const criterion of after.criteria) {
    const old = earlier.get(criterion.id)
    const keys = old ? keysThatDiffer(old, criterion, ['id', 'title', 'clause']) : []
    if (old && keys.length > 0)
      changes.push({ kind: 'criterion', id: criterion.id, ...changesOf(old, criterion, keys) })
  }
  const sections = new Map(before.sections.map(section => [section.id, section]))
  for (const section of after.sections) {
    const old = sections.get(section.id)
    const keys = old ? keysThatDiffer(old, section, ['id', 'title']) : []
    if (old && keys.length > 0)
      changes.push({ kind: 'section', id: section.id, ...changesOf(old, section, keys) })
  }
  for (const key of scoringKeys) {
    if (!isEqual(before[key], after[key]))
      changes.push({ kind: 'scoring', ...changesOf(before, after, [key]) })
  }
  return changes
}

function keysThatDiffer<T extends CriterionPlan | SectionPlan>(
  before: T,
  after: T,
  besides: readonly string[]
): readonly (keyof T & string)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T & string)[]
  return keys.filter(key => !besides.includes(key) && !isEqual(before[key], after[key])).sort()
}

function changesOf<T extends object>(before: T, after: T, keys: readonly (keyof T & string)[]): KeyChanges {
  const values = keys.map(key => ({ before: before[key] as PlanValue, after: after[key] as PlanValue }))
  return { keys, values }
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
