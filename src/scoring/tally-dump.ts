import { compareKeys } from './finish-tally.ts'
import type { Dated } from './group.ts'
import type { ScoringPlan } from './plan.ts'
import { groupOf, newTally, type Tally, type TallyOptions } from './tally.ts'
import type { Entry, TopList } from './top-list.ts'

/** A tally as plain data, for JSON or to be sent to another thread. Equal tallies give equal dumps. */
export interface TallyDump {
  readonly signature: string
  readonly lowest: number
  readonly failed: number
  readonly groups: readonly GroupDump[]
}

interface GroupDump {
  readonly key: string | null
  readonly name?: Dated | undefined
  readonly team?: Dated | undefined
  readonly counts: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly lowest: TopListDump
  readonly failed: readonly TopListDump[]
}

interface TopListDump {
  readonly total: number
  readonly entries: readonly Entry[]
}

export function dumpTally(tally: Tally): TallyDump {
  const groups = [...tally.groups]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, group]): GroupDump => {
      return {
        key,
        ...(group.name && { name: group.name }),
        ...(group.team && { team: group.team }),
        counts: [...group.counts],
        low: [...group.sums.low],
        high: [...group.sums.high],
        lowest: dumpList(group.lowest),
        failed: group.failed.map(dumpList)
      }
    })
  return { signature: tally.layout.signature, ...tally.limits, groups }
}

/**
 * The tally that a dump was made of. `by` is not in a dump, since it may be a function; the limits are.
 *
 * @throws RangeError when the dump was made by another standard or another version of it.
 */
export function loadTally(plan: ScoringPlan, dump: TallyDump, by: TallyOptions['by'] = 'agent'): Tally {
  const tally = newTally(plan, { by, lowest: dump.lowest, failed: dump.failed })
  if (dump.signature !== tally.layout.signature) {
    throw new RangeError(`not a tally by ${plan.id}: ${dump.signature}`)
  }
  for (const saved of dump.groups) {
    const group = groupOf(tally, saved.key)
    group.counts.set(saved.counts)
    group.sums.low.set(saved.low)
    group.sums.high.set(saved.high)
    fill(group.lowest, saved.lowest)
    for (const [i, list] of saved.failed.entries()) fill(group.failed[i]!, list)
    group.name = saved.name
    group.team = saved.team
  }
  return tally
}

function dumpList({ total, entries }: TopList): TopListDump {
  return { total, entries: [...entries] }
}

function fill(list: TopList, saved: TopListDump): void {
  list.total = saved.total
  list.entries.push(...saved.entries)
}
