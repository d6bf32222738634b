import { digestOf } from '../text/digest.ts'
import { findInTable, type BaselineTable } from './waivers/baseline-table.ts'

/**
 * Remembers which lane judges the contacts of an id. What a baseline records of one contact must be counted in one
 * place, and in the order of the input, so all contacts of the same id go there.
 */
export interface Homes {
  laneOf(contact: string): number | undefined
  settle(contact: string, lane: number): void
}

/** `places` holds what a baseline speaks of, by digest: the others may be judged anywhere, and nothing is kept of them. */
export function createHomes(places: BaselineTable): Homes {
  const lanes = new Int16Array(places.keys.length).fill(-1)
  const placeOf = (contact: string): number => findInTable(places, digestOf([contact]))
  return {
    laneOf(contact) {
      const lane = lanes[placeOf(contact)] ?? -1
      return lane === -1 ? undefined : lane
    },
    settle(contact, lane) {
      const place = placeOf(contact)
      if (place !== -1) lanes[place] = lane
    }
  }
}
