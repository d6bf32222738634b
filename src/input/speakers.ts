import type { Person, Speaker } from '../model/contact.ts'
import { speakerAtLine, speakerLike } from './speaker-words.ts'

/** Tells who speaks from what the source calls them. */
export interface Speakers {
  /** For a cell or key that holds a speaker. Undefined when only the names in the contact can tell. */
  readonly of: (label: string) => Speaker | undefined
  /** For the beginning of a line of text, which may be no speaker at all. */
  readonly atLine: (label: string) => Speaker | undefined
  /** Whether the user listed a label among the agents; for labels that mean nothing themselves (`A`, `0`). */
  readonly isListed: (label: string) => boolean
  /** The user listed the agents, so that anybody else is a customer. */
  readonly othersAreCustomers: boolean
}

// Distinct labels are few; where they are names of thousands of customers the memo starts afresh.
const MEMO = 10_000
const LONGEST_LABEL = 100

/** @param agents Names or ids that are agents, whatever else they look like. */
export function createSpeakers(agents: readonly string[] = []): Speakers {
  const listed = new Set(agents.map(compared))
  const memo = new Map<string, Speaker | undefined>()
  const decide = (label: string): Speaker | undefined =>
    listed.has(compared(label)) ? 'agent' : speakerLike(label)
  return {
    othersAreCustomers: listed.size > 0,
    isListed: label => listed.has(compared(label)),
    of: label => {
      if (label.length > LONGEST_LABEL) return undefined
      const before = memo.get(label)
      if (before !== undefined || memo.has(label)) return before
      const by = decide(label)
      if (memo.size >= MEMO) memo.clear()
      memo.set(label, by)
      return by
    },
    atLine: label => {
      if (listed.has(compared(label))) return 'agent'
      return speakerAtLine(label) ?? (setApart(label) ? speakerLike(label) : undefined)
    }
  }
}

/** Who a label stands for in a contact whose people are known. Undefined when nothing tells. */
export function speakerIn(
  speakers: Speakers,
  label: string,
  agent: Person,
  customer: Person
): Speaker | undefined {
  return speakers.of(label) ?? namedIn(label, agent, customer) ?? strangerIn(speakers, label)
}

/** A label that nothing tells: a customer when the agents were listed. */
export function strangerIn(speakers: Speakers, label: string): Speaker | undefined {
  return speakers.othersAreCustomers && label.trim() !== '' ? 'customer' : undefined
}

/** Whether a label names the agent or the customer of this very contact. */
export function namedIn(label: string, agent: Person, customer: Person): Speaker | undefined {
  const name = compared(label)
  if (name === '') return undefined
  if (isNamed(name, agent)) return 'agent'
  return isNamed(name, customer) ? 'customer' : undefined
}

/** One word of ASCII with a digit in it is an id, anything else a name. */
export function looksLikeId(text: string): boolean {
  return /^[\w.@-]*\d[\w.@-]*$/.test(text)
}

function isNamed(name: string, person: Person): boolean {
  return (
    (person.id !== undefined && compared(person.id) === name) ||
    (person.name !== undefined && compared(person.name) === name)
  )
}

function compared(label: string): string {
  return label.trim().normalize('NFKC').toLowerCase()
}

/** A role word with a number or a name that something sets apart: `客服01`, `坐席-周敏`, `客服(周敏)`, `Agent 2`. */
const numbered = /^[\p{L}_]+[\s_\-#.·]*\d+$/u
const joined = /^[\p{L}_]+(?:[_\-#·]|(?<=\p{Script=Han})\s)\s*[\p{L}\p{N}]+$/u
const bracketed = /^[\p{L}_]+\s*[(（[【].*[)）\]】]$/u
const titled =
  /^(?:Agent|Customer|Caller|Operator|Representative|Rep|Advisor|Client|User) (?!Id|Name|No|Number)[A-Z][a-z]+$/

function setApart(label: string): boolean {
  return numbered.test(label) || joined.test(label) || bracketed.test(label) || titled.test(label)
}
