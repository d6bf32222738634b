import type { Problem } from '../../diagnostics/problem.ts'
import { compileFits, namesRule, type Fits } from './match.ts'
import { findUnknownRules, isInReach, type Reach } from './reach.ts'
import type { Subject, Suppression } from './suppression.ts'

/** The suppressions of a run, and which of them held of something. */
export interface Suppressions {
  /** The first that holds of a finding. All that do are taken for used. */
  find(subject: Subject): Suppression | undefined
  /** Those that held so far, by their places in the list. */
  used(): readonly number[]
  /** Takes over what another part of the run used. */
  use(places: readonly number[]): void
  /** What is wrong with them whatever is found: names of no rule, and days that are over. */
  listFaults(reach: Reach): readonly Problem[]
  /** Those that held of nothing though they could; to be asked for at the end. */
  listUnused(reach: Reach): readonly Problem[]
}

/** Makes suppressions ready. `today` is YYYY-MM-DD; those whose day is over hold no longer. */
export function createSuppressions(list: readonly Suppression[], today: string): Suppressions {
  const used = new Set<number>()
  const entries = list.map((suppression, place) => ({ suppression, place, fits: compileFits(suppression) }))
  const holding = entries.filter(({ suppression }) => !isOver(suppression, today))
  const byRule = new Map<string, readonly Entry[]>()

  function entriesOf(rule: string): readonly Entry[] {
    const known = byRule.get(rule)
    if (known) return known
    const own = holding.filter(({ suppression }) => namesRule(suppression, rule))
    byRule.set(rule, own)
    return own
  }

  return {
    find(subject) {
      let first: Suppression | undefined
      for (const { suppression, place, fits } of entriesOf(subject.rule)) {
        if (!fits(subject)) continue
        used.add(place)
        first ??= suppression
      }
      return first
    },
    used: () => [...used].sort((a, b) => a - b),
    use: places => places.forEach(place => used.add(place)),
    listFaults: reach =>
      list.flatMap((suppression): readonly Problem[] => {
        const unknown = findUnknownRules(suppression, reach)
        if (!isOver(suppression, today) || !isInReach(suppression, reach)) return unknown
        const values = { until: suppression.until ?? '', reason: suppression.reason }
        const { place } = suppression
        return [...unknown, { code: 'suppress/expired', severity: 'warning', place, values }]
      }),
    listUnused: reach =>
      holding
        .filter(({ suppression, place }) => !used.has(place) && isInReach(suppression, reach))
        .map(({ suppression: { place, reason } }): Problem => {
          return { code: 'suppress/unused', severity: 'warning', place, values: { reason } }
        })
  }
}

interface Entry {
  readonly suppression: Suppression
  readonly place: number
  readonly fits: Fits
}

const isOver = ({ until }: Suppression, today: string): boolean => until !== undefined && until < today
