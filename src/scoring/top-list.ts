import type { ContactList } from '../model/scorecard.ts'

export interface Entry {
  readonly contact: string
  readonly score: number | null
}

/**
 * The first contacts by a fixed order, and how many there are. What is kept depends on what was added and not on
 * the order of adding, so lists of parts merge into the list of the whole.
 */
export interface TopList {
  total: number
  readonly entries: Entry[]
}

export function newTopList(): TopList {
  return { total: 0, entries: [] }
}

/** Counts a contact, and keeps it if it is among the first `limit`. */
export function addEntry(list: TopList, limit: number, contact: string, score: number | null): void {
  list.total++
  insert(list.entries, limit, contact, score)
}

/** Adds all of `more` to `into`; both must have been filled with this limit. */
export function addTopList(into: TopList, limit: number, more: TopList): void {
  into.total += more.total
  for (const { contact, score } of more.entries) insert(into.entries, limit, contact, score)
}

export function showTopList({ total, entries }: TopList): ContactList {
  return { total, shown: entries.map(({ contact, score }) => ({ contact, score })) }
}

function insert(entries: Entry[], limit: number, contact: string, score: number | null): void {
  let place = entries.length
  while (place > 0 && isBefore(contact, score, entries[place - 1]!)) place--
  if (place >= limit) return
  entries.splice(place, 0, { contact, score })
  if (entries.length > limit) entries.pop()
}

/** Lowest score first, not scored last, then by id in code units. */
function isBefore(contact: string, score: number | null, other: Entry): boolean {
  const [a, b] = [score ?? Infinity, other.score ?? Infinity]
  return a < b || (a === b && contact < other.contact)
}
