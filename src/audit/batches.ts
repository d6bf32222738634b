import type { Homes } from './homes.ts'
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

/** `homes` says which contacts must be judged in the lane where others were. */
export function createBatches(lanes: Lanes<readonly AuditItem[]>, homes?: Homes): Batches {
  let items: AuditItem[] = []
  let turns = 0
  /** Where the batch must go, if anywhere. */
  let home: number | undefined

  function send(): Promise<void> {
    const batch = items
    const lane = home ?? lanes.next()
    for (const item of homes ? batch : []) {
      if (item.kind === 'contact') homes?.settle(item.contact.id, lane)
    }
    items = []
    turns = 0
    home = undefined
    return lanes.submit(batch, lane)
  }

  function push(item: AuditItem): void | Promise<void> {
    items.push(item)
    // What has no turns costs something too.
    turns += 1 + (item.kind === 'contact' ? item.contact.turns.length : 0)
    return turns < TURNS ? undefined : send()
  }

  return {
    add(item) {
      const lane = item.kind === 'contact' ? homes?.laneOf(item.contact.id) : undefined
      if (lane === undefined) return push(item)
      const sent = home !== undefined && home !== lane ? send() : undefined
      home = lane
      return sent ? sent.then(() => push(item)) : push(item)
    },
    async settle() {
      if (items.length > 0) await send()
      await lanes.settle()
    }
  }
}
