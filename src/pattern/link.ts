import { linkCaptures } from './captures.ts'
import { createFinder, findInWindow, type Finder } from './finder.ts'
import { labelOf, type PatternNode } from './node.ts'
import type { Hit, Passage } from './passage.ts'
import type { Finding, Missing, Pattern, Subject, Want } from './pattern.ts'
import { phraseToRegex } from './phrase.ts'
import type { Prefilter } from './prefilter.ts'
import { requiredTexts } from './required.ts'

type Text = Extract<PatternNode, { kind: 'text' }>
type Slot = Extract<PatternNode, { kind: 'slot' }>
type Excluded = (hit: Hit) => boolean
type Find = (window: readonly Hit['passage'][], subject: Subject, want: Want, excluded: Excluded) => Finding

const keepAll: Excluded = () => false

/**
 * Makes a pattern of a resolved tree; everything costly happens here, once. With a prefilter, which must then see the
 * turns first, texts are tried only where they can be.
 */
export function linkPattern(node: PatternNode, prefilter?: Prefilter): Pattern {
  const find = link(node, prefilter)
  return {
    label: labelOf(node),
    find: (window, subject, want) => find(window, subject, want, keepAll),
    captures: linkCaptures(node)
  }
}

function link(node: PatternNode, prefilter: Prefilter | undefined): Find {
  switch (node.kind) {
    case 'text':
      return linkTexts([node], node.label, prefilter)
    case 'slot':
      return linkSlot(node)
    case 'any':
      return linkAny(node, prefilter)
    case 'all':
      return linkLeast(node.parts, node.parts.length, prefilter)
    case 'least':
      return linkLeast(node.parts, node.count, prefilter)
    case 'not':
      return linkNot(node.part, prefilter)
    case 'except':
      return linkExcept(node.part, node.except, prefilter)
  }
}

/** All phrases of a list become one regular expression, which tests a turn in one go. */
function linkTexts(texts: readonly Text[], label: string, prefilter: Prefilter | undefined): Find {
  const finder = combine(texts, prefilter)
  const phrases = texts.flatMap(text => text.phrases)
  const missed: Finding = { matched: false, hits: [], missing: [{ label, phrases }] }
  return (window, _subject, want, excluded) => {
    const hits = findInWindow(finder, window, want === 'first', excluded)
    return hits.length > 0 ? { matched: true, hits, missing: [] } : missed
  }
}

function combine(texts: readonly Text[], prefilter: Prefilter | undefined): Finder {
  const [first] = texts
  // Longest first, so that the quote is the fullest phrase that begins at a place.
  const sources = texts.map(text => text.source).sort((a, b) => b.length - a.length)
  const source = sources.length === 1 ? sources[0]! : sources.map(s => `(?:${s})`).join('|')
  const original = first?.original ?? false
  return createFinder(
    source,
    first?.flags ?? '',
    original,
    original ? undefined : registerTexts(texts, prefilter)
  )
}

/** A ticket of the prefilter, when every text says what a turn must hold. */
function registerTexts(texts: readonly Text[], prefilter: Prefilter | undefined): number | undefined {
  if (!prefilter) return undefined
  const required = new Set<string>()
  for (const { source, flags } of texts) {
    const own = requiredTexts(source, flags)
    if (!own) return undefined
    for (const text of own) required.add(text)
  }
  return prefilter.register([...required])
}

function linkAny(node: Extract<PatternNode, { kind: 'any' }>, prefilter: Prefilter | undefined): Find {
  const groups = new Map<string, Text[]>()
  const others: Find[] = []
  for (const part of flatten(node.parts)) {
    if (part.kind !== 'text') {
      others.push(link(part, prefilter))
      continue
    }
    // A phrase may use `\b`, which a linear-time engine shares with no expression of the user's.
    // One expression that could match anything would keep the prefilter from sparing all the others.
    const spared = requiredTexts(part.source, part.flags) !== undefined
    const key = `${part.flags}/${part.original}/${part.phrases.length > 0}/${spared}`
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  const finds = [...groups.values()].map(texts => linkTexts(texts, node.label, prefilter)).concat(others)
  if (finds.length === 1 && others.length === 0) return finds[0]!
  const missed: Finding = {
    matched: false,
    hits: [],
    missing: [
      {
        label: node.label,
        phrases: flatten(node.parts).flatMap(part => (part.kind === 'text' ? part.phrases : []))
      }
    ]
  }
  return (window, subject, want, excluded) => {
    let hits: Hit[] | undefined
    let matched = false
    for (const find of finds) {
      const finding = find(window, subject, want, excluded)
      if (!finding.matched) continue
      if (want === 'first') return finding
      matched = true
      hits = hits ? [...hits, ...finding.hits] : [...finding.hits]
    }
    return matched ? { matched, hits: (hits ?? []).sort(inOrder), missing: [] } : missed
  }
}

function flatten(parts: readonly PatternNode[]): PatternNode[] {
  return parts.flatMap(part => (part.kind === 'any' ? flatten(part.parts) : [part]))
}

function linkLeast(parts: readonly PatternNode[], count: number, prefilter: Prefilter | undefined): Find {
  const finds = parts.map(part => link(part, prefilter))
  return (window, subject, want, excluded) => {
    const hits: Hit[] = []
    const missing: Missing[] = []
    let matched = 0
    for (const find of finds) {
      const finding = find(window, subject, want, excluded)
      if (finding.matched) matched++
      hits.push(...finding.hits)
      missing.push(...finding.missing)
      if (want === 'first' && matched === count && count < finds.length) break
    }
    return matched >= count ? { matched: true, hits, missing: [] } : { matched: false, hits, missing }
  }
}

function linkNot(part: PatternNode, prefilter: Prefilter | undefined): Find {
  const find = link(part, prefilter)
  const label = labelOf({ kind: 'not', part })
  return (window, subject, want, excluded) => {
    const finding = find(window, subject, want, excluded)
    return finding.matched
      ? { matched: false, hits: finding.hits, missing: [{ label, phrases: [] }] }
      : { matched: true, hits: [], missing: [] }
  }
}

function linkExcept(part: PatternNode, except: PatternNode, prefilter: Prefilter | undefined): Find {
  const find = link(part, prefilter)
  const safe = link(except, prefilter)
  return (window, subject, want, excluded) => {
    let seen: Passage | undefined
    let contexts: readonly Hit[] = []
    const insideSafe: Excluded = hit => {
      if (excluded(hit)) return true
      // Hits come turn by turn: the safe contexts of a turn are looked for once.
      if (hit.passage !== seen) {
        seen = hit.passage
        contexts = safe([hit.passage], subject, 'every', keepAll).hits
      }
      return contexts.some(context => context.from <= hit.from && hit.to <= context.to)
    }
    return find(window, subject, want, insideSafe)
  }
}

/** A phrase with a name in it is made for each value it meets; exports hold few of them, so a few are kept. */
function linkSlot(slot: Slot): Find {
  const made = new Map<string, Find>()
  const absent: Finding = slot.optional
    ? { matched: true, hits: [], missing: [] }
    : { matched: false, hits: [], missing: [{ label: slot.label, phrases: [] }] }
  return (window, subject, want, excluded) => {
    const filled = fillSlots(slot.template, slot.names, subject)
    if (filled.length === 0) return absent
    const key = filled.join('\n')
    let find = made.get(key)
    if (!find) {
      if (made.size >= 1000) made.clear()
      find = linkFilled(filled) ?? (() => absent)
      made.set(key, find)
    }
    return find(window, subject, want, excluded)
  }
}

function linkFilled(phrases: readonly string[]): Find | undefined {
  const texts = phrases.flatMap((phrase): Text[] => {
    const source = phraseToRegex(phrase)
    return source === undefined
      ? []
      : [{ kind: 'text', label: phrase, source, flags: '', original: false, phrases: [phrase] }]
  })
  return texts.length === 0 ? undefined : linkTexts(texts, phrases.join(' / '), undefined)
}

/** Every way to fill the names; none when a name has no value. */
function fillSlots(template: string, names: readonly string[], subject: Subject): readonly string[] {
  let filled: readonly string[] = [template]
  for (const name of names) {
    const values = subject.values(name)
    filled = filled.flatMap(text => values.map(value => text.replaceAll(`{${name}}`, () => value)))
  }
  return filled
}

function inOrder(a: Hit, b: Hit): number {
  return a.passage.index - b.passage.index || a.from - b.from
}
