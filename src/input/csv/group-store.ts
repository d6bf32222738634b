import type { Speaker } from '../../model/contact.ts'
import { type Group, type GroupHead, mergeHead } from './group.ts'
import { createSpill, type Spill } from './spill.ts'
import { createTurnLog, NOWHERE, type TurnLog } from './turn-log.ts'

/** Groups by id, in memory up to a budget and beyond it in temporary files. */
export interface GroupStore {
  /** The group of an id in memory, made when there is none; `line` is that of the row it is asked for. */
  readonly group: (id: string, line: number) => OpenGroup
  /** Adds a turn to a group. Times are NaN where there are none. */
  readonly add: (group: OpenGroup, by: Speaker, text: string, start: number, end: number) => void
  /** Adds a part of a group that lay in a file. */
  readonly merge: (part: Group) => void
  /** Tells the store that a row filled cells of its group, by their length. */
  readonly charge: (length: number) => void
  /** Moves everything to files when the budget is spent. Groups that were handed out before are no longer valid. */
  readonly relieve: () => Promise<boolean>
  /** All groups, each whole, in batches: one while none went to files. */
  readonly drain: () => AsyncIterable<Iterable<Group>>
  /** Removes the temporary files. */
  readonly close: () => Promise<void>
}

/** A group whose turns are in the store's log. */
export interface OpenGroup extends GroupHead {
  last: number
  turns: number
}

/** What a group costs beside its cells; measured roughly. */
const GROUP_BYTES = 600
/** Partitions of partitions of partitions are small enough for any log; what is larger still is one contact. */
const DEEPEST = 3

/**
 * Without spilling, groups come out in the order of their first rows. Once the budget is spent, all groups are split
 * by a hash of their ids over temporary files, and each file is then grouped by itself: groups come out file by file,
 * within a file in the order of their first rows. The order is the same for every run with the same budget.
 *
 * @param budget Bytes of groups to hold: those of turns exactly, those of cells as an estimate.
 * @param depth How many times these groups were partitioned before.
 * @param log Where turns lie; partitions of partitions share one, since only one of them is in memory at a time.
 */
export function createGroupStore(
  columns: number,
  budget: number,
  depth = 0,
  log: TurnLog = createTurnLog()
): GroupStore {
  let groups = new Map<string, OpenGroup>()
  const empty = Array.from({ length: columns }, () => '')
  let spent = 0
  let spill: Spill | undefined

  function add(group: OpenGroup, by: Speaker, text: string, start: number, end: number): void {
    group.last = log.add(group.last, by, text, start, end)
    group.turns++
  }

  function groupOf(id: string, line: number): OpenGroup {
    const known = groups.get(id)
    if (known) return known
    // Written out, since objects that are spread into others take half as much again, and there is one a contact.
    const group: OpenGroup = {
      id,
      line,
      cells: empty.slice(),
      started: undefined,
      zone: '',
      last: NOWHERE,
      turns: 0
    }
    groups.set(id, group)
    spent += GROUP_BYTES
    return group
  }

  function* close(): Generator<Group> {
    for (const { last, turns, ...head } of groups.values()) yield { ...head, ...log.list(last, turns) }
  }

  async function moveTo(files: Spill): Promise<void> {
    await files.write(close())
    groups = new Map()
    spent = 0
    log.clear()
  }

  return {
    group: groupOf,
    add,
    merge: part => {
      const group = groupOf(part.id, part.line)
      mergeHead(group, part)
      for (let i = 0; i < part.text.length; i++) {
        add(group, part.by[i]!, part.text[i]!, part.start[i]!, part.end[i]!)
      }
    },
    charge: length => {
      spent += 2 * length
    },
    relieve: async () => {
      if (spent + log.size() <= budget || depth >= DEEPEST) return false
      spill ??= await createSpill(depth)
      await moveTo(spill)
      return true
    },
    drain: async function* () {
      if (!spill) {
        yield close()
        return
      }
      await moveTo(spill)
      for (const parts of spill.partitions()) {
        const inner = createGroupStore(columns, budget, depth + 1, log)
        try {
          for await (const batch of parts) {
            for (const part of batch) inner.merge(part)
            await inner.relieve()
          }
          yield* inner.drain()
        } finally {
          log.clear()
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
