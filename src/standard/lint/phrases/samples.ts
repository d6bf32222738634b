import type { Vars } from '../../../checks/view.ts'
import type { Subject } from '../../../pattern/pattern.ts'
import { looksLikeRegex, parseRegex } from '../../../pattern/regex.ts'
import { expandRegex } from '../regex/expand.ts'
import { parseRegexTree } from '../regex/tree.ts'

/** Gaps of a phrase: `有什么…帮您`. */
const gap = /\s*(?:…+|\.{3,})\s*/

const slot = /\{([\p{L}_][\p{L}\p{N}_.]*)\??\}/gu

/** What fills `{names}` when phrases are tried on each other. */
export interface Stand extends Subject {
  fill(text: string): readonly string[]
  /** Samples that were made already. */
  readonly made: Map<string, readonly string[] | undefined>
}

/** Variables stand for themselves; a field, whose value only contacts know, for a rare word that is found nowhere else. */
export function createStand(vars: Vars): Stand {
  const tokens = new Map<string, string>()
  const values = (name: string): readonly string[] => {
    const own = Object.hasOwn(vars, name) ? [vars[name]!].flat().map(String) : []
    const kept = own.filter(value => value !== '')
    return kept.length > 0 ? kept : [tokenOf(name)]
  }
  const tokenOf = (name: string): string => {
    const token = tokens.get(name) ?? `㐀${String.fromCharCode(0x3401 + tokens.size)}㐀`
    tokens.set(name, token)
    return token
  }
  return {
    values,
    made: new Map(),
    fill(text) {
      let filled: readonly string[] = [text]
      for (const [whole, name] of text.matchAll(slot)) {
        filled = filled.flatMap(part => values(name!).map(value => part.replaceAll(whole, () => value)))
      }
      return filled
    }
  }
}

// Longer lists of texts are not written out.
const MOST = 32

/**
 * Texts in which a phrase or a regular expression is found, in every way that its names are filled and two ways that
 * its gaps are. `undefined` for an expression that matches too many texts to write out.
 */
export function sampleTexts(text: string, stand: Stand): readonly string[] | undefined {
  if (!stand.made.has(text)) stand.made.set(text, makeSamples(text, stand))
  return stand.made.get(text)
}

function makeSamples(text: string, stand: Stand): readonly string[] | undefined {
  if (!looksLikeRegex(text)) return stand.fill(text).flatMap(fillGaps)
  const parsed = parseRegex(text)
  if (!parsed.ok) return undefined
  return expandRegex(parseRegexTree(parsed.source), MOST)
}

function fillGaps(phrase: string): readonly string[] {
  const pieces = phrase.split(gap).filter(piece => piece !== '')
  if (pieces.length < 2) return [pieces.join('')]
  return [' ', ' um 嗯 '].map(filler => pieces.join(filler))
}
