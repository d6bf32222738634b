import type { Speakers } from '../speakers.ts'
import type { Row } from './read-row.ts'

/** A speaker who is taken for the agent, and why. */
export interface InferredAgent {
  readonly label: string
  /** Of so many contacts it speaks in so many. */
  readonly count: number
  readonly contacts: number
}

const FEWEST = 5
const MOST_CONTACTS = 0.8
const FEW_CONTACTS = 0.2

/**
 * Finds the agent where speakers are only ids or names: the one that speaks in at least four of five contacts (of at
 * least five), while everybody else speaks in no more than one of five. Nobody when any speaker is known, or when two
 * speak everywhere, as the two channels of a recording do.
 */
export function inferAgent(
  sample: readonly Row[],
  id: number,
  role: number,
  speakers: Speakers,
  isNamed: (row: Row) => boolean
): InferredAgent | undefined {
  const contacts = new Set<string>()
  const spoken = new Map<string, Set<string>>()
  for (const row of sample) {
    const label = row[role]?.trim() ?? ''
    const contact = row[id]?.trim() ?? ''
    if (label === '' || contact === '') continue
    const by = speakers.of(label)
    if (by === 'bot' || by === 'system') continue
    if (by !== undefined || isNamed(row)) return undefined
    contacts.add(contact)
    const own = spoken.get(label) ?? new Set<string>()
    spoken.set(label, own.add(contact))
  }
  if (contacts.size < FEWEST) return undefined
  const [first, ...others] = [...spoken].toSorted(([, a], [, b]) => b.size - a.size)
  if (!first || first[1].size < MOST_CONTACTS * contacts.size) return undefined
  if (others.length === 0 || others[0]![1].size > FEW_CONTACTS * contacts.size) return undefined
  return { label: first[0], count: first[1].size, contacts: contacts.size }
}
