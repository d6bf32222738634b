import { createPassage } from '../../../pattern/passage.ts'
import { linkPattern } from '../../../pattern/link.ts'
import { looksLikeRegex } from '../../../pattern/regex.ts'
import { resolvePattern, type Path } from '../../../pattern/resolve.ts'
import type { PatternSource } from '../../../pattern/source.ts'
import { fold } from '../../../text/fold.ts'
import { createStand, sampleTexts, type Stand } from '../phrases/samples.ts'
import type { CheckedText } from '../phrases/walk.ts'
import type { LintRule, LintSubject } from '../rule.ts'

/** A text in the list of a lexicon. */
interface Item {
  readonly text: string
  readonly path: Path
}

/**
 * No entry of a lexicon repeats another, and no phrase is found only where another is found already, which is tried by
 * looking for the others in it. Regular expressions make no phrase idle: beside them phrases stand to be read, and to
 * be quoted when they are nearly said. Lexicons that stand under `except` are left alone: there the longer entry
 * covers more than the shorter one. A phrase with a name in it is found for some contacts only, so it covers nothing.
 */
export const lexiconEntries: LintRule = (subject, report) => {
  const { standard, source, texts } = subject
  const stand = createStand(standard.vars ?? {})
  const spared = sparedLexicons(texts)
  for (const [name, lexicon] of Object.entries(standard.lexicons ?? {})) {
    const items = itemsOf(lexicon, ['lexicons', name])
    const seen = new Map<string, Item>()
    for (const item of items) {
      const key = keyOf(item.text)
      const other = seen.get(key)
      if (!other) {
        seen.set(key, item)
        continue
      }
      const line = source.placeOf(other.path).line ?? 0
      report('lint/duplicate-phrase', source.placeOf(item.path), { value: item.text, other: other.text, line })
    }
    if (spared.has(name)) continue
    const phrases = [...seen.values()].filter(({ text }) => isPhrase(text))
    const finders = [...phrases, ...borrowed(items, standard.lexicons ?? {}, new Set([name]))]
      .filter(({ text }) => !text.includes('{'))
      .map(item => ({ item, finds: finderOf(item, subject, stand) }))
    for (const item of phrases) {
      const samples = sampleTexts(item.text, stand) ?? []
      const cover = finders.find(other => other.item !== item && samples.every(other.finds))
      if (cover) report('lint/dead-phrase', source.placeOf(item.path), { value: item.text, other: cover.item.text })
    }
  }
}

/** Lexicons that an `except` reaches, by themselves or through another. */
function sparedLexicons(texts: readonly CheckedText[]): ReadonlySet<string> {
  const spared = new Set<string>()
  for (let size = -1; size !== spared.size;) {
    size = spared.size
    for (const { text, path } of texts) {
      const inside = path.includes('except') || (path[0] === 'lexicons' && spared.has(String(path[1])))
      if (inside && text.startsWith('$')) spared.add(text.slice(1))
    }
  }
  return spared
}

/** The texts of a list, or of the list under `any` when nothing else is asked. */
function itemsOf(lexicon: PatternSource, path: Path): readonly Item[] {
  if (typeof lexicon === 'string') return [{ text: lexicon, path }]
  if (Array.isArray(lexicon)) {
    return (lexicon as readonly PatternSource[]).flatMap((part, i) =>
      typeof part === 'string' ? [{ text: part, path: [...path, i] }] : []
    )
  }
  const { any } = lexicon as { readonly any?: PatternSource }
  return any === undefined || typeof any === 'string' ? [] : itemsOf(any, [...path, 'any'])
}

/** The phrases of the lexicons that a list takes in, unless they are narrowed there. */
function borrowed(
  items: readonly Item[],
  lexicons: Readonly<Record<string, PatternSource>>,
  open: Set<string>
): readonly Item[] {
  return items.flatMap(({ text }) => {
    const name = text.slice(1)
    const lexicon = text.startsWith('$') && Object.hasOwn(lexicons, name) ? lexicons[name] : undefined
    if (lexicon === undefined || open.has(name) || !(typeof lexicon === 'string' || Array.isArray(lexicon))) return []
    open.add(name)
    const inner = itemsOf(lexicon, ['lexicons', name])
    return [...inner.filter(item => isPhrase(item.text)), ...borrowed(inner, lexicons, open)]
  })
}

const isPhrase = (text: string): boolean => !looksLikeRegex(text) && !text.startsWith('$')

function keyOf(text: string): string {
  const literal = looksLikeRegex(text) || text.startsWith('$') || /[{…]|\.{3}/.test(text)
  return literal ? text : fold(text)
}

/** Whether an entry is found in a text. */
function finderOf({ text, path }: Item, { patterns }: LintSubject, stand: Stand): (sample: string) => boolean {
  const pattern = linkPattern(resolvePattern(text, patterns, path))
  return sample => {
    const passage = createPassage({ by: 'agent', text: sample }, 0)
    return pattern.find([passage], stand, 'first').matched
  }
}
