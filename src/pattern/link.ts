import { createFinder, findInWindow, type Finder } from './finder.ts'
import { labelOf, type PatternNode } from './node.ts'
import type { Hit } from './passage.ts'
import type { Finding, Missing, Pattern, Subject, Want } from './pattern.ts'
import { phraseToRegex } from './phrase.ts'

type Text = Extract<PatternNode, { kind: 'text' }>
type Slot = Extract<PatternNode, { kind: 'slot' }>
type Excluded = (hit: Hit) => boolean
type Find = (window: readonly Hit['passage'][], subject: Subject, want: Want, excluded: Excluded) => Finding

const keepAll: Excluded = () => false

/** Makes a pattern of a resolved tree; everything costly happens here, once. */
export function linkPattern(node: PatternNode): Pattern {
  const find = link(node)
  return { label: labelOf(node), find: (window, subject, want) => find(window, subject, want, keepAll) }
}

function link(node: PatternNode): Find {
  switch (node.kind) {
    case 'text':
      return linkTexts([node], node.label)
    case 'slot':
      return linkSlot(node)
    case 'any':
      return linkAny(node)
    case 'all':
      return linkLeast(node.parts, node.parts.length)
    case 'least':
      return linkLeast(node.parts, node.count)
    case 'not':
      return linkNot(node.part)
    case 'except':
      return linkExcept(node.part, node.except)
  }
}

/** All phrases of a list become one regular expression, which tests a turn in one go. */
function linkTexts(texts: readonly Text[], label: string): Find {
  const finder = combine(texts)
  const phrases = texts.flatMap(text => text.phrases)
  const missed: Finding = { matched: false, hits: [], missing: [{ label, phrases }] }
  return (window, _subject, want, excluded) => {
    const hits = findInWindow(finder, window, want === 'first', excluded)
    return hits.length > 0 ? { matched: true, hits, missing: [] } : missed
  }
}

function combine(texts: readonly Text[]): Finder {
  const [first] = texts
  // Longest first, so that the quote is the fullest phrase that begins at a place.
  const sources = texts.map(text => text.source).sort((a, b) => b.length - a.length)
  const source = sources.length === 1 ? sources[0]! : sources.map(s => `(?:${s})`).join('|')
  return createFinder(source, first?.flags ?? '', first?.original ?? false)
}

function linkAny(node: Extract<PatternNode, { kind: 'any' }>): Find {
  const groups = new Map<string, Text[]>()
  const others: Find[] = []
  for (const part of flatten(node.parts)) {
    if (part.kind !== 'text') {
      others.push(link(part))
      continue
    }
    // A phrase may use `\b`, which a linear-time engine shares with no expression of the user's.
    const key = `${part.flags}/${part.original}/${part.phrases.length > 0}`
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  const finds = [...groups.values()].map(texts => linkTexts(texts, node.label)).concat(others)
  if (finds.length === 1 && others.length === 0) return finds[0]!
  return (window, subject, want, excluded) => {
    const hits: Hit[] = []
    const phrases: string[] = []
    let matched = false
    for (const find of finds) {
      const finding = find(window, subject, want, excluded)
      if (finding.matched && want === 'first') return finding
      matched ||= finding.matched
      hits.push(...finding.hits)
      for (const missing of finding.missing) phrases.push(...missing.phrases)
    }
    return matched
      ? { matched, hits: hits.sort(inOrder), missing: [] }
      : { matched, hits: [], missing: [{ label: node.label, phrases }] }
  }
}

function flatten(parts: readonly PatternNode[]): PatternNode[] {
  return parts.flatMap(part => (part.kind === 'any' ? flatten(part.parts) : [part]))
}

function linkLeast(parts: readonly PatternNode[], count: number): Find {
  const finds = parts.map(link)
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

function linkNot(part: PatternNode): Find {
  const find = link(part)
  const label = labelOf({ kind: 'not', part })
  return (window, subject, want, excluded) => {
    const finding = find(window, subject, want, excluded)
    return finding.matched
      ? { matched: false, hits: finding.hits, missing: [{ label, phrases: [] }] }
      : { matched: true, hits: [], missing: [] }
  }
}

function linkExcept(part: PatternNode, except: PatternNode): Find {
  const find = link(part)
  const safe = link(except)
  return (window, subject, want, excluded) => {
    const insideSafe: Excluded = hit =>
      excluded(hit) ||
      safe([hit.passage], subject, 'every', keepAll).hits.some(s => s.from <= hit.from && hit.to <= s.to)
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
  return texts.length === 0 ? undefined : linkTexts(texts, phrases.join(' / '))
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
