import type { Contact, Speaker, Turn } from '../../model/contact.ts'

/** A contact, and which of its turns is looked at, from 0. */
export interface Said {
  readonly contact: Contact
  readonly turn: number
}

/** What a script is said with: by whom, on which channel, and after what. */
export interface Surroundings {
  readonly by: Speaker
  readonly channel?: string | undefined
  readonly customer?: string | undefined
}

/** A text as all that one side says, behind what the customer said if that is known. */
export function sayAlone(text: string, { by, channel, customer }: Surroundings): Said {
  const before: readonly Turn[] = customer === undefined ? [] : [{ by: 'customer', text: customer }]
  return { contact: contactOf([...before, { by, text }], channel), turn: before.length }
}

// Rules that look at the first or last few turns do not reach over so many.
const AROUND = 5

/** Characters that stand in no phrase of anybody: somebody speaks without saying anything. */
export const MURMUR = '㐂㐃㐄㐅'

const murmur: readonly Turn[] = Array.from({ length: AROUND }, (): readonly Turn[] => [
  { by: 'agent', text: MURMUR },
  { by: 'customer', text: MURMUR }
]).flat()

/** A text in the middle of a longer talk, of which the rest says nothing. */
export function sayAmid(text: string, { by, channel, customer }: Surroundings): Said {
  const before: readonly Turn[] =
    customer === undefined ? murmur : [...murmur.slice(0, -1), { by: 'customer', text: customer }]
  const after = [...murmur.slice(1), ...murmur.slice(0, 1)]
  return { contact: contactOf([...before, { by, text }, ...after], channel), turn: before.length }
}

/** The same with another text in that turn. */
export function withText({ contact, turn }: Said, text: string): Said {
  const turns = contact.turns.map((one, i) => (i === turn ? { ...one, text } : one))
  return { contact: { ...contact, turns }, turn }
}

/**
 * A text with characters that say nothing for some of its stretches: what stands around them keeps its place, and does
 * not come together.
 */
export function mute(text: string, stretches: readonly (readonly [from: number, to: number])[]): string {
  let kept = text
  for (const [from, to] of stretches)
    kept = kept.slice(0, from) + MURMUR.charAt(0).repeat(to - from) + kept.slice(to)
  return kept
}

function contactOf(turns: readonly Turn[], channel: string | undefined): Contact {
  return { id: 'script', channel, agent: {}, customer: {}, fields: {}, turns }
}
