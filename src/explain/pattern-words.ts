import { anchorKeys } from '../checks/anchor-source.ts'
import { scopeKeys } from '../checks/scope.ts'
import type { PatternParts, PatternSource } from '../pattern/source.ts'
import { looksLikeRegex } from '../pattern/regex.ts'
import type { StandardSource } from '../standard/schema.ts'
import type { Tell } from './words.ts'

const anchorExtras = ['at_least', 'min', 'max', 'nth', 'reach', 'criterion', 'is', 'either', 'neither']
const stepExtras = ['wait', 'within', 'optional', 'title', 'event', 'one_of']

/** Keys that stand beside a pattern and are told elsewhere. */
export const beside: ReadonlySet<string> = new Set([
  ...Object.keys(scopeKeys),
  ...Object.keys(anchorKeys),
  ...anchorExtras,
  ...stepExtras
])

// Longer lists are cut, with their size.
const SHOWN = 8
const INSET = '  '

/** A pattern as a list of lines, parts set in below what they belong to. */
export function patternInWords(
  source: PatternSource,
  standard: StandardSource,
  tell: Tell
): readonly string[] {
  if (typeof source === 'string') return textInWords(source, standard, tell)
  if (isList(source)) return listInWords(source, standard, tell)
  return partsInWords(source, standard, tell)
}

/** Lines below a heading. */
export function inset(lines: readonly string[]): readonly string[] {
  return lines.map(line => INSET + line)
}

function isList(source: PatternSource): source is readonly PatternSource[] {
  return Array.isArray(source)
}

function textInWords(text: string, standard: StandardSource, tell: Tell): readonly string[] {
  if (text.startsWith('$')) {
    const name = text.slice(1)
    const lexicon = standard.lexicons?.[name]
    return lexicon === undefined ? [text] : [text, ...inset(patternInWords(lexicon, standard, tell))]
  }
  return [quote(text, standard, tell)]
}

function quote(text: string, standard: StandardSource, tell: Tell): string {
  if (looksLikeRegex(text)) return text
  const shown = `"${text.replaceAll('?}', '}')}"`
  const names = [...text.matchAll(/\{([\p{L}_][\p{L}\p{N}_.]*)\??\}/gu)].map(match => match[1]!)
  const values = names.flatMap(name => {
    const value = standard.vars?.[name]
    return value === undefined || value === '' ? [] : [[value].flat().join(' / ')]
  })
  const filled = values.length > 0 ? tell('pattern.value', { text: shown, value: values.join(', ') }) : shown
  return text.includes('?}') ? tell('pattern.optional', { text: filled }) : filled
}

/** A list of phrases on one line, any other with a line or more for each item. */
function listInWords(
  items: readonly PatternSource[],
  standard: StandardSource,
  tell: Tell
): readonly string[] {
  const [only] = items
  if (items.length === 1 && only !== undefined) return patternInWords(only, standard, tell)
  const texts = items.filter(item => typeof item === 'string')
  if (texts.length === items.length && !texts.some(text => text.startsWith('$'))) {
    const shown = texts.slice(0, SHOWN).map(text => quote(text, standard, tell))
    const more = texts.length > SHOWN ? ` ${tell('pattern.more', { n: texts.length })}` : ''
    return [shown.join(' / ') + more]
  }
  return [tell('pattern.any'), ...bullets(items, standard, tell)]
}

function bullets(items: readonly PatternSource[], standard: StandardSource, tell: Tell): readonly string[] {
  return items.flatMap(item =>
    patternInWords(item, standard, tell).map((line, i) => INSET + (i === 0 ? '- ' : INSET) + line)
  )
}

function partsInWords(source: PatternParts, standard: StandardSource, tell: Tell): readonly string[] {
  const below = (part: PatternSource): readonly string[] => inset(patternInWords(part, standard, tell))
  return Object.entries(source).flatMap(([key, value]): readonly string[] => {
    switch (key) {
      case 'any':
        return patternInWords(value as PatternSource, standard, tell)
      case 'all':
        return [tell('pattern.all'), ...bullets(value as readonly PatternSource[], standard, tell)]
      case 'of':
        return [
          tell('pattern.of', { n: source.at_least ?? 1 }),
          ...bullets(value as readonly PatternSource[], standard, tell)
        ]
      case 'not':
        return [tell('pattern.not'), ...below(value as PatternSource)]
      case 'except':
        return [tell('pattern.except'), ...below(value as PatternSource)]
      default:
        // A key that has no words of its own is shown as it is written.
        return beside.has(key) ? [] : [`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`]
    }
  })
}
