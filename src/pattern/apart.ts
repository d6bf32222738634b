import { fold } from '../text/fold.ts'

/** How far two things may stand apart in a turn. */
export interface Apart {
  readonly count: number
  readonly unit: 'characters' | 'words'
}

export const defaultApart: Apart = { count: 10, unit: 'characters' }

/** What a distance looks like, for messages. */
export const apartExamples = "5, '3 words'"

/** A distance as written: a number of characters, or `5 words`; `undefined` when it is none. */
export function parseApart(source: number | string): Apart | undefined {
  if (typeof source === 'number') return { count: source, unit: 'characters' }
  const match = /^(\d+)\s*(?:(words?)|(?:chars?|characters?))?$/.exec(source.trim())
  if (!match) return undefined
  return { count: Number(match[1]), unit: match[2] === undefined ? 'characters' : 'words' }
}

export function formatApart({ count, unit }: Apart): string {
  return unit === 'words' ? `${count} words` : String(count)
}

/**
 * Whether what stands between two places of a text is no more than that. Blanks and marks do not count; where words
 * are counted, a Latin word or a figure is one, and so is every Chinese character.
 */
export function isWithin(text: string, from: number, to: number, apart: Apart): boolean {
  // A long way in the text as written may be short when folded, but not by a hundredfold.
  if (to - from > 100 * (apart.count + 1)) return false
  const between = fold(text.slice(from, to))
  const count = apart.unit === 'words' ? (between.match(word)?.length ?? 0) : between.length
  return count <= apart.count
}

const word = /[a-z0-9]+|[\u2e80-\uffff]/g
