import type { Speaker } from '../../model/contact.ts'
import type { Moment } from '../times.ts'

/**
 * The rows of one contact so far: what its columns hold, and its turns in the order of the file. Turns lie in columns
 * too, since a large log has millions of them in memory: objects for each would double what they take.
 */
export interface Group {
  readonly id: string
  /** The line of its first row. */
  readonly line: number
  /** The first filled cell of each contact column, or an empty text. */
  readonly cells: string[]
  /** When it began, as a column of the contact states it. */
  started?: Moment | undefined
  /** The offset of its first absolute time. */
  zone: string
  readonly by: Speaker[]
  readonly text: string[]
  /** Ms of the log's clock, NaN where there is no time; empty when the log has no such column. */
  readonly start: number[]
  readonly end: number[]
}

/** Stands in a cell whose time went into `started`. */
export const UNDERSTOOD = '\0'

export function newGroup(id: string, line: number, cells: string[]): Group {
  return { id, line, cells, started: undefined, zone: '', by: [], text: [], start: [], end: [] }
}

/** Adds what a later part of the file says of the same contact. */
export function mergeGroup(group: Group, part: Group): void {
  group.started ??= part.started
  group.zone ||= part.zone
  for (const [i, cell] of part.cells.entries()) group.cells[i] ||= cell
  for (const by of part.by) group.by.push(by)
  for (const text of part.text) group.text.push(text)
  for (const start of part.start) group.start.push(start)
  for (const end of part.end) group.end.push(end)
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
