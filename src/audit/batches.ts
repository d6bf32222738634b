import type { AuditItem } from './run.ts'
import type { Lanes } from './lanes.ts'

/** Gathers what is read into batches for other threads. */
export interface Batches {
  add(item: AuditItem): void | Promise<void>
  /** Sends what is left and waits until all of it is judged. */
  settle(): Promise<void>
}

/** Enough turns that sending them costs little beside judging them. */
const TURNS = 500

export function createBatches(lanes: Lanes<readonly AuditItem[]>): Batches {
  let items: AuditItem[] = []
  let turns = 0

  function send(): Promise<void> {
    const batch = items
    items = []
    turns = 0
    return lanes.submit(batch)
  }

  return {
    add(item) {
      items.push(item)
      // What has no turns costs something too.
      turns += 1 + (item.kind === 'contact' ? item.contact.turns.length : 0)
      return turns < TURNS ? undefined : send()
    },
    async settle() {
      if (items.length > 0) await send()
      await lanes.settle()
    }
  }
}
