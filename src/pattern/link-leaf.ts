import { createEntityFinder } from './entity-finder.ts'
import type { Find } from './find.ts'
import { findInWindow, type Finder } from './finder.ts'
import type { PatternNode } from './node.ts'
import type { Finding, Missing } from './pattern.ts'
import { createPhraseFinder } from './phrase-finder.ts'
import type { Prefilter } from './prefilter.ts'
import { createTextFinder } from './text-finder.ts'

/** Texts of one group are looked for in one go. */
export function linkTexts(
  texts: readonly Extract<PatternNode, { kind: 'text' }>[],
  label: string,
  prefilter: Prefilter | undefined
): Find {
  const phrases = texts.flatMap(text => text.phrases)
  return linkFinder(createTextFinder(texts, prefilter), { label, phrases })
}

/** Phrases that are compared in one manner. */
export function linkCompared(
  parts: readonly Extract<PatternNode, { kind: 'compared' }>[],
  label: string
): Find {
  const [{ manner }] = parts as [(typeof parts)[0]]
  const phrases = parts.map(part => part.phrase)
  return linkFinder(createPhraseFinder(phrases, manner), { label, phrases, sound: isBySound(parts[0]!) })
}

/** Whether a part is compared by its sound. */
export function isBySound(part: PatternNode): boolean {
  if (part.kind !== 'compared') return false
  return part.manner.kind === 'sounds' || (part.manner.kind === 'like' && part.manner.sound)
}

export function linkEntity({ label, entity }: Extract<PatternNode, { kind: 'entity' }>): Find {
  return linkFinder(createEntityFinder(entity), { label, phrases: [] })
}

function linkFinder(finder: Finder, missing: Missing): Find {
  const missed: Finding = { matched: false, hits: [], missing: [missing] }
  return (window, _subject, want, excluded) => {
    const hits = findInWindow(finder, window, want === 'first', excluded)
    return hits.length > 0 ? { matched: true, hits, missing: [] } : missed
  }
}
