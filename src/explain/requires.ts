import type { RequiresSource, WantedStatus, Wants } from '../standard/requirement.ts'

/** A criterion that another one requires, and what must have come of it. */
export interface Requirement {
  readonly id: string
  readonly wanted: WantedStatus
}

export function requirementsOf(source: RequiresSource | undefined): readonly Requirement[] {
  if (source === undefined) return []
  return isList(source) ? source.flatMap(one) : one(source)
}

function one(source: string | Wants): readonly Requirement[] {
  if (typeof source === 'string') return [{ id: source, wanted: 'pass' }]
  return Object.entries(source).map(([id, wanted]) => ({ id, wanted }))
}

function isList(source: RequiresSource): source is readonly (string | Wants)[] {
  return Array.isArray(source)
}
