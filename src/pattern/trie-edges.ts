/** The edges of a trie: from a node, by a unit of text, to the next node. Node 0 is the root. */
export interface Edges {
  /** How many nodes there can be. */
  readonly capacity: number
  /** The node that an edge leads to, made where there is none. */
  add(node: number, unit: number): number
  /** The node that an edge leads to, -1 where there is none. */
  next(node: number, unit: number): number
}

const ABSENT = -1

/** Room for as many edges as there are units in all phrases, in an open hash table that is at most half full. */
export function createEdges(units: number): Edges {
  const bits = Math.max(4, Math.ceil(Math.log2(2 * units + 1)))
  const slots = 1 << bits
  const [mask, shift] = [slots - 1, 32 - bits]
  const nodes = new Int32Array(slots).fill(ABSENT)
  const labels = new Uint16Array(slots)
  const targets = new Int32Array(slots)
  let count = 1

  /** Where an edge lies, or the free place where it would. */
  function slotOf(node: number, unit: number): number {
    // Odd numbers without small factors spread neighbouring nodes and units over the table.
    let slot = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> shift
    while (nodes[slot] !== ABSENT && (nodes[slot] !== node || labels[slot] !== unit)) slot = (slot + 1) & mask
    return slot
  }

  return {
    capacity: units + 1,
    add(node, unit) {
      const slot = slotOf(node, unit)
      if (nodes[slot] === ABSENT) {
        nodes[slot] = node
        labels[slot] = unit
        targets[slot] = count++
      }
      return targets[slot]!
    },
    next(node, unit) {
      const slot = slotOf(node, unit)
      return nodes[slot] === ABSENT ? ABSENT : targets[slot]!
    }
  }
}
