import { fold } from '../text/fold.ts'
import { findBoundaries } from './boundaries.ts'
import { createFinder, type Finder } from './finder.ts'
import { createLikeFinder } from './like.ts'
import { SHORTEST_SOUND, type Manner } from './manner.ts'
import { phraseToRegex, splitPhrase } from './phrase.ts'
import { createAlternation } from './regex-scanner.ts'
import { joinScanners, type Scanner } from './scanner.ts'
import { writeSounds } from './sounds.ts'
import { createTrie } from './trie.ts'

/** Finds phrases that are compared in a manner of their own; folding must leave something of each. */
export function createPhraseFinder(phrases: readonly string[], manner: Manner): Finder {
  switch (manner.kind) {
    case 'words':
      return createFinder(createWordScanner(phrases.map(phrase => splitPhrase(phrase) ?? [])), {
        accept: passage => (from, to) => {
          const boundaries = findBoundaries(passage)
          return boundaries[from] === 1 && boundaries[to] === 1
        }
      })
    case 'sounds':
      return createFinder(createAlternation(sortSounds(phrases), ''))
    case 'like':
      return createLikeFinder(phrases, manner)
  }
}

/** A trie, since it goes on to a shorter phrase where a longer one does not end with a word. */
function createWordScanner(phrases: readonly (readonly string[])[]): Scanner {
  const gapped = phrases.filter(pieces => pieces.length > 1)
  const trie = createTrie(phrases.flatMap(pieces => (pieces.length === 1 ? pieces : [])))
  if (gapped.length === 0) return trie
  return joinScanners([
    trie,
    createAlternation(
      gapped.map(pieces => ({ source: phraseToRegex(pieces) })),
      ''
    )
  ])
}

function sortSounds(phrases: readonly string[]): readonly { readonly source: string }[] {
  return [...phrases]
    .sort((a, b) => fold(b).length - fold(a).length)
    .map(phrase => {
      // A value of one character, where a name stood in the phrase, is taken as it is written.
      const write = fold(phrase).length < SHORTEST_SOUND ? undefined : writeSounds
      return { source: phraseToRegex(splitPhrase(phrase) ?? [], write) }
    })
}
