import { type Group, mergeGroup, newGroup } from './group.ts'
import { createSpill, type Spill } from './spill.ts'

/** Groups by id, in memory up to a budget and beyond it in temporary files. */
export interface GroupStore {
  /** The group of an id in memory, made when there is none; `line` is that of the row it is asked for. */
  readonly group: (id: string, line: number) => Group
  /** Adds a part of a group that lay in a file. */
  readonly merge: (part: Group) => void
  /** Tells the store that a turn was added, by the length of its text and of what its row added to the group. */
  readonly charge: (textLength: number) => void
  /** Moves everything to files when the budget is spent. Groups that were handed out before are no longer valid. */
  readonly relieve: () => Promise<boolean>
  /** All groups, each whole, in batches: one while none went to files. */
  readonly drain: () => AsyncIterable<Iterable<Group>>
  /** Removes the temporary files. */
  readonly close: () => Promise<void>
}

/** What a turn costs beside its text, and a group beside its cells; measured roughly. */
const TURN_BYTES = 100
const GROUP_BYTES = 600
/** Partitions of partitions of partitions are small enough for any log; what is larger still is one contact. */
const DEEPEST = 3

/**
 * Without spilling, groups come out in the order of their first rows. Once the budget is spent, all groups are split
 * by a hash of their ids over temporary files, and each file is then grouped by itself: groups come out file by file,
 * within a file in the order of their first rows. The order is the same for every run with the same budget.
 *
 * @param budget Estimated bytes of groups to hold.
 * @param depth How many times these groups were partitioned before.
 */
export function createGroupStore(columns: number, budget: number, depth = 0): GroupStore {
  let groups = new Map<string, Group>()
  const empty = Array.from({ length: columns }, () => '')
  let spent = 0
  let spill: Spill | undefined

  return {
    group: (id, line) => {
      const known = groups.get(id)
      if (known) return known
      const group = newGroup(id, line, empty.slice())
      groups.set(id, group)
      spent += GROUP_BYTES
      return group
    },
    merge: part => {
      const known = groups.get(part.id)
      if (known) mergeGroup(known, part)
      else groups.set(part.id, part)
      spent += GROUP_BYTES
      for (const text of part.text) spent += TURN_BYTES + 2 * text.length
    },
    charge: textLength => {
      spent += TURN_BYTES + 2 * textLength
    },
    relieve: async () => {
      if (spent <= budget || depth >= DEEPEST) return false
      spill ??= await createSpill(depth)
      await spill.write(groups.values())
      groups = new Map()
      spent = 0
      return true
    },
    drain: async function* () {
      if (!spill) {
        yield groups.values()
        return
      }
      await spill.write(groups.values())
      groups = new Map()
      for (const parts of spill.partitions()) {
        const inner = createGroupStore(columns, budget, depth + 1)
        try {
          for await (const batch of parts) {
            for (const part of batch) inner.merge(part)
            await inner.relieve()
          }
          yield* inner.drain()
        } finally {
          await inner.close()
        }
      }
    },
    close: async () => {
      await spill?.close()
      spill = undefined
    }
  }
}
