/** The pairs of units with which some phrases begin, by a hash: it may hold more than was put in, never less. */
export interface PairFilter {
  readonly table: Uint8Array
  /** How far a hash is shifted to be a place in the table. */
  readonly shift: number
  /** Whether some phrases are told by their first unit alone. */
  hasFirsts: boolean
}

/** Eight places for each pair that is to come, so that one strange pair in eight passes. */
export function createPairFilter(pairs: number): PairFilter {
  const bits = Math.min(24, Math.max(10, Math.ceil(Math.log2(8 * pairs + 1))))
  return { table: new Uint8Array(2 ** bits), shift: 32 - bits, hasFirsts: false }
}

export function addPair(filter: PairFilter, first: number, second: number): void {
  filter.table[hashPair(first, second) >>> filter.shift] = 1
}

/** Lets pass whatever begins with this unit. */
export function addFirst(filter: PairFilter, first: number): void {
  filter.hasFirsts = true
  addPair(filter, first, 0)
}

/** The first place at or after `from` whose pair of units the filter may hold; -1 for none. */
export function findPair(text: string, from: number, filter: PairFilter): number {
  // Locals and a function without context: this loop sees every unit of every turn.
  const { table, shift, hasFirsts } = filter
  const last = text.length - 1
  if (from > last) return -1
  let unit = text.charCodeAt(from)
  for (let i = from; i < last; i++) {
    const next = text.charCodeAt(i + 1)
    if (table[hashPair(unit, next) >>> shift] !== 0) return i
    if (hasFirsts && table[hashPair(unit, 0) >>> shift] !== 0) return i
    unit = next
  }
  return hasFirsts && table[hashPair(unit, 0) >>> shift] !== 0 ? last : -1
}

// Odd factors without a pattern spread neighbouring characters over the table.
const hashPair = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
