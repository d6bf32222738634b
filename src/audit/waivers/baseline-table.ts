/**
 * How often each of many fingerprints was found, in twelve bytes for each and in memory that threads share. A map would
 * take ten times as much, in every thread.
 */
export interface BaselineTable {
  /** Fingerprints as numbers, ascending. */
  readonly keys: Float64Array
  /** How often each is recorded, beside its key. */
  readonly counts: Uint32Array
}

/** Takes in fingerprints in any order; those that come again add up. */
export interface TableBuilder {
  add(fingerprint: string, count: number): void
  finish(): BaselineTable
}

const FIRST = 1 << 10

export function createTableBuilder(): TableBuilder {
  let size = 0
  let keys = new Float64Array(FIRST)
  let counts = new Float64Array(FIRST)
  return {
    add(fingerprint, count) {
      if (size === keys.length) {
        const [more, longer] = [new Float64Array(2 * size), new Float64Array(2 * size)]
        more.set(keys)
        longer.set(counts)
        keys = more
        counts = longer
      }
      keys[size] = keyOf(fingerprint)
      counts[size++] = count
    },
    finish() {
      const sorted = keys.slice(0, size).sort()
      let distinct = 0
      for (let i = 0; i < size; i++) {
        if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!
      }
      const table: BaselineTable = {
        keys: new Float64Array(new SharedArrayBuffer(8 * distinct)),
        counts: new Uint32Array(new SharedArrayBuffer(4 * distinct))
      }
      table.keys.set(sorted.subarray(0, distinct))
      for (let i = 0; i < size; i++) {
        const place = placeOfKey(table, keys[i]!)
        table.counts[place] = Math.min(MOST, table.counts[place]! + counts[i]!)
      }
      return table
    }
  }
}

const MOST = 0xffffffff

/** The place of a fingerprint in a table; -1 when it is not there. */
export function findInTable(table: BaselineTable, fingerprint: string): number {
  return placeOfKey(table, keyOf(fingerprint))
}

/** The first 52 of 64 bits, which a number holds exactly. Two of a million are the same once in nine thousand times. */
const keyOf = (fingerprint: string): number => Number.parseInt(fingerprint.slice(0, 13), 16)

function placeOfKey({ keys }: BaselineTable, key: number): number {
  let from = 0
  let to = keys.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (keys[middle]! < key) from = middle + 1
    else to = middle
  }
  return keys[from] === key ? from : -1
}
