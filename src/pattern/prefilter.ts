import { isUseful } from './required.ts'

/** Which patterns can have a hit in a text: one bit for each ticket. */
export type Hints = Uint32Array

/**
 * One look at a turn for all patterns of a standard. Patterns register texts of which one must be there for a hit; a
 * scan then tells in a single pass which patterns are worth trying, so that a turn that concerns none costs little.
 */
export interface Prefilter {
  /** Returns the ticket of a pattern, `undefined` when its texts are too short to tell anything. */
  register(texts: readonly string[]): number | undefined
  /** Looks at a folded text. Registering ends with the first scan. */
  scan(text: string): Hints
}

interface Entry {
  readonly text: string
  /** The tickets that want this text, as words of hints and the bits to set in them. */
  readonly words: Uint16Array
  readonly bits: Uint32Array
  /** The next entry that begins alike, by its place in the list; -1 at the end. */
  readonly next: number
}

const SLOTS = 1 << 16
const NOTHING = -1

export function createPrefilter(): Prefilter {
  const byText = new Map<string, number[]>()
  let tickets = 0
  let tables: Tables | undefined

  return {
    register(texts) {
      if (texts.length === 0 || !texts.every(isUseful)) return undefined
      const ticket = tickets++
      for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), ticket])
      return ticket
    },
    scan(text) {
      tables ??= buildTables(byText)
      const hints = new Uint32Array((tickets + 31) >> 5)
      mark(text, tables, hints)
      return hints
    }
  }
}

interface Tables {
  readonly entries: readonly Entry[]
  /** Texts of one Chinese character, by that character. */
  readonly singles: Int32Array
  /** Texts that begin with a Chinese character, by their first two units. */
  readonly pairs: Int32Array
  /** All others, by their first three. */
  readonly triples: Int32Array
}

const FIRST_CJK = 0x2e80
const hashPair = (a: number, b: number): number => (Math.imul(a, 0x9e3b) + b) & (SLOTS - 1)
const hashTriple = (a: number, b: number, c: number): number =>
  (Math.imul(Math.imul(a, 53) + b, 53) + c) & (SLOTS - 1)

function buildTables(byText: ReadonlyMap<string, number[]>): Tables {
  const entries: Entry[] = []
  const singles = new Int32Array(0x10000).fill(NOTHING)
  const pairs = new Int32Array(SLOTS).fill(NOTHING)
  const triples = new Int32Array(SLOTS).fill(NOTHING)
  for (const [text, tickets] of byText) {
    const [a, b] = [text.charCodeAt(0), text.charCodeAt(1)]
    const table = a < FIRST_CJK ? triples : text.length === 1 ? singles : pairs
    const slot = a < FIRST_CJK ? hashTriple(a, b, text.charCodeAt(2)) : text.length === 1 ? a : hashPair(a, b)
    entries.push({ text, ...packTickets(tickets), next: table[slot]! })
    table[slot] = entries.length - 1
  }
  return { entries, singles, pairs, triples }
}

function mark(text: string, { entries, singles, pairs, triples }: Tables, hints: Hints): void {
  let a = text.charCodeAt(0)
  let b = text.charCodeAt(1)
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i + 2)
    if (a >= FIRST_CJK) {
      const single = singles[a]!
      if (single !== NOTHING) note(entries[single]!, hints)
      follow(pairs[hashPair(a, b)]!, text, i, entries, hints)
    } else {
      follow(triples[hashTriple(a, b, c)]!, text, i, entries, hints)
    }
    a = b
    b = c
  }
}

function follow(first: number, text: string, i: number, entries: readonly Entry[], hints: Hints): void {
  for (let at = first; at !== NOTHING; at = entries[at]!.next) {
    const entry = entries[at]!
    if (text.startsWith(entry.text, i)) note(entry, hints)
  }
}

function note({ words, bits }: Entry, hints: Hints): void {
  for (let k = 0; k < words.length; k++) hints[words[k]!]! |= bits[k]!
}

function packTickets(tickets: readonly number[]): Pick<Entry, 'words' | 'bits'> {
  const byWord = new Map<number, number>()
  for (const ticket of tickets) byWord.set(ticket >> 5, (byWord.get(ticket >> 5) ?? 0) | (1 << (ticket & 31)))
  return { words: Uint16Array.from(byWord.keys()), bits: Uint32Array.from(byWord.values()) }
}
