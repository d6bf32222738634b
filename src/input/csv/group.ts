import type { Speaker } from '../../model/contact.ts'
import type { Moment } from '../times.ts'

/** What is known of a contact but its turns, while its rows are gathered. */
export interface GroupHead {
  readonly id: string
  /** The line of its first row. */
  readonly line: number
  /** The first filled cell of each contact column, or an empty text. */
  readonly cells: string[]
  /** When it began, as a column of the contact states it. */
  started?: Moment | undefined
  /** The offset of its first absolute time. */
  zone: string
}

/** Turns as columns, in the order of the file. Times are ms of the log's clock, NaN where there are none. */
export interface Turns {
  readonly by: Speaker[]
  readonly text: string[]
  readonly start: number[]
  readonly end: number[]
}

/** The rows of one contact: what its columns hold, and its turns. */
export interface Group extends GroupHead, Turns {}

/** Stands in a cell whose time went into `started`. */
export const UNDERSTOOD = '\0'

export function newGroup(id: string, line: number, cells: string[]): Group {
  return { id, line, cells, started: undefined, zone: '', by: [], text: [], start: [], end: [] }
}

/** Adds what a later part of the file says of the same contact. */
export function mergeHead(head: GroupHead, part: GroupHead): void {
  head.started ??= part.started
  head.zone ||= part.zone
  for (const [i, cell] of part.cells.entries()) head.cells[i] ||= cell
}

/** A group as a line of JSON, which `parseGroup` reads back. */
export function formatGroup(group: Group): string {
  return JSON.stringify(group)
}

export function parseGroup(line: string): Group {
  const group = JSON.parse(line) as Group & { start: (number | null)[]; end: (number | null)[] }
  // JSON has no NaN.
  for (const times of [group.start, group.end]) {
    for (let i = 0; i < times.length; i++) times[i] ??= Number.NaN
  }
  return group
}
