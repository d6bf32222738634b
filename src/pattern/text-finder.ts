import { createFinder, type Finder } from './finder.ts'
import type { PatternNode } from './node.ts'
import { splitWords } from './phrase.ts'
import type { Prefilter } from './prefilter.ts'
import { createAlternation } from './regex-scanner.ts'
import { isUseful, requiredTexts } from './required.ts'
import { joinScanners } from './scanner.ts'
import { createTrie } from './trie.ts'

type Text = Extract<PatternNode, { kind: 'text' }>

// More phrases than this are found faster in a trie than by one regular expression; they meet near 150.
const FEW = 128

/** What texts have in common that one finder can look for. */
export function groupOf(text: Text): string {
  // A phrase may use `\b`, which a linear-time engine shares with no expression of the user's.
  // One expression that could match anything would keep the prefilter from sparing all the others.
  return `${text.flags}/${text.original}/${text.phrases.length > 0}/${requiredOf(text) !== undefined}`
}

/** Finds the texts of a group: whichever stands first, of phrases that begin there the longest. */
export function createTextFinder(texts: readonly Text[], prefilter: Prefilter | undefined): Finder {
  const literals = texts.flatMap(({ literal }) => literal ?? [])
  if (literals.length > FEW) {
    const others = texts.filter(({ literal }) => literal === undefined)
    const trie = createTrie(literals)
    // A trie passes over a turn as fast as it could be told that there is nothing in it.
    return createFinder(
      others.length === 0 ? trie : joinScanners([trie, createAlternation(sort(others), '')])
    )
  }
  const { flags = '', original = false } = texts[0] ?? {}
  const ticket = original ? undefined : registerTexts(texts, prefilter)
  return createFinder(createAlternation(sort(texts), flags), { original, ticket })
}

/** Longest first, so that the quote is the fullest phrase that begins at a place; expressions as they were written. */
function sort(texts: readonly Text[]): readonly Text[] {
  const lengthOf = ({ phrases, label }: Text): number => (phrases[0] ?? label).length
  return [...texts].sort((a, b) => lengthOf(b) - lengthOf(a))
}

/** A ticket of the prefilter, when every text says what a turn must hold. */
function registerTexts(texts: readonly Text[], prefilter: Prefilter | undefined): number | undefined {
  if (!prefilter) return undefined
  const all = new Set<string>()
  for (const text of texts) {
    const own = requiredOf(text)
    if (!own) return undefined
    for (const one of own) all.add(one)
  }
  return prefilter.register([...all])
}

// A memo of a pure function: a text of a lexicon is asked for by each pattern that holds the lexicon, twice.
const required = new WeakMap<Text, { readonly texts: readonly string[] | undefined }>()

function requiredOf(text: Text): readonly string[] | undefined {
  const known = required.get(text)
  if (known) return known.texts
  const texts = findRequired(text)
  required.set(text, { texts })
  return texts
}

function findRequired({ literal, source, flags }: Text): readonly string[] | undefined {
  if (literal === undefined) return requiredTexts(source, flags)
  // Which mark separates two Latin words is open; the longest of them tells most.
  const [longest = ''] = [...splitWords(literal)].sort((a, b) => b.length - a.length)
  return isUseful(longest) ? [longest] : undefined
}
