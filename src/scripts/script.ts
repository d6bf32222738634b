import type { LinePlace } from '../report/items/item.ts'

/** One service script of a library: what an agent or a bot is told to say at one occasion. */
export interface Script {
  /** Given by the library, or made of its file and its number there; unique in a run. */
  readonly id: string
  readonly title?: string | undefined
  /** When it is said. */
  readonly scenario?: string | undefined
  readonly channel?: string | undefined
  readonly by: 'agent' | 'bot'
  /** As it is written, with its slots. */
  readonly text: string
  /** Ids of criteria or clauses that it is written for. */
  readonly satisfies: readonly string[]
  /** The time allowed for saying it, if the library says. */
  readonly seconds?: number | undefined
  /** What the customer says before, if given. */
  readonly customer?: string | undefined
  /** Where slots occur in the text, in order. */
  readonly slots: readonly Slot[]
  /** The slots that it may use; undefined when nobody says which there are. */
  readonly declared?: readonly DeclaredSlot[] | undefined
  /** Where it begins. */
  readonly place: LinePlace
  /** Where a stretch [from, to) of `text` stands in the file; of a stretch over several lines the first. */
  readonly placeOf: (from: number, to: number) => LinePlace
  /** Where what stands in `satisfies` is written, if it is. */
  readonly placeOfSatisfies?: LinePlace | undefined
}

/** A place of a text that is filled when it is said. */
export interface Slot {
  /** What stands between the brackets, without blanks around it; '' for a blank to be filled by hand. */
  readonly name: string
  /** In UTF-16 units of the text, with the brackets. */
  readonly from: number
  readonly to: number
  readonly style: SlotStyle
}

/** How a slot is written: by what stands around its name; `blank` is `XX`, `____`, `（ ）` and the like. */
export const slotStyles = ['{}', '{{}}', '${}', '<>', '【】', '[]', '%%', 'blank'] as const
export type SlotStyle = (typeof slotStyles)[number]

/** What a library says of a slot. */
export interface DeclaredSlot {
  readonly name: string
  /** A value it may have, for reading the script with its slots filled. */
  readonly example?: string | undefined
  /** All values it may have. */
  readonly values?: readonly string[] | undefined
  /** Most characters of a value. */
  readonly maxLength?: number | undefined
  readonly place: LinePlace
}
