/** What a row of a key is, one bit each; the conditions of quotas come after these. */
export const EVENT = 1
export const BEGIN = 2
export const END = 4
const FIRST_MARK = 3

/** Most conditions of quotas: there are no more bits in a whole number. */
export const MOST_MARKS = 28

export const markBit = (mark: number): number => 1 << (FIRST_MARK + mark)

/** One row of a key. */
export interface Step {
  readonly day: number
  readonly bits: number
  /** The demand it puts its key under, -1 for none; `undefined` where it does not tell. */
  readonly demand: number | undefined
}

/** The rows of one key in any order, as plain numbers, since there may be very many. */
export type History = number[]

const WIDTH = 4

export function addStep(history: History, at: number, { day, bits, demand }: Step): void {
  history.push(at, day, bits, demand === undefined ? -2 : demand)
}

/** Rows in the order of time; of rows at the same time, what they are decides, so that the order of adding is no matter. */
export function listSteps(history: History): readonly Step[] {
  const places = Array.from({ length: history.length / WIDTH }, (_, i) => i * WIDTH)
  places.sort((a, b) => {
    for (let i = 0; i < WIDTH; i++) {
      const order = history[a + i]! - history[b + i]!
      if (order !== 0) return order
    }
    return 0
  })
  return places.map(place => {
    const demand = history[place + 3]!
    return {
      day: history[place + 1]!,
      bits: history[place + 2]!,
      demand: demand === -2 ? undefined : demand
    }
  })
}
