import { fold } from '../text/fold.ts'
import { listLabels, type PatternNode } from './node.ts'
import { phraseToRegex } from './phrase.ts'
import { looksLikeRegex, parseRegex, type RegexFault } from './regex.ts'
import type { PatternParts, PatternSource } from './source.ts'

/** Where in the source something is: the keys and indexes that lead there from the pattern's root. */
export type Path = readonly (string | number)[]

/** What can be wrong with a pattern that is well formed. */
export type PatternFault =
  | { readonly kind: 'regex'; readonly reason: RegexFault; readonly value: string; readonly detail: string }
  | { readonly kind: 'empty-phrase'; readonly value: string }
  | { readonly kind: 'unknown-lexicon'; readonly value: string }
  | { readonly kind: 'unknown-name'; readonly value: string }
  | { readonly kind: 'no-parts' }
  | { readonly kind: 'count'; readonly value: number; readonly allowed: number }
  | { readonly kind: 'count-without-of' | 'of-without-count' }

/** What a pattern needs from the standard around it. */
export interface PatternEnv {
  /** The resolved lexicon of that name, `null` when there is none. */
  lexicon(name: string): PatternNode | null
  /** Whether `{name}` can have a value on some contact. */
  knowsName(name: string): boolean
  report(fault: PatternFault, at: Path): void
}

const lexiconName = /^\$([\p{L}_][\p{L}\p{N}_.-]*)$/u
const slotName = /\{([\p{L}_][\p{L}\p{N}_.]*)(\?)?\}/gu

// Stands for a part that was reported as wrong, so that the rest can still be looked at.
const broken: PatternNode = { kind: 'any', label: '', parts: [] }

/** Resolves names, phrases and regular expressions; reports everything that is wrong and goes on. */
export function resolvePattern(source: PatternSource, env: PatternEnv, at: Path): PatternNode {
  if (typeof source === 'string') return resolveText(source, env, at)
  if (isList(source)) return resolveList(source, env, at)
  return resolveParts(source, env, at)
}

function isList(source: PatternSource): source is readonly PatternSource[] {
  return Array.isArray(source)
}

function resolveList(sources: readonly PatternSource[], env: PatternEnv, at: Path): PatternNode {
  const parts = sources.map((source, i) => resolvePattern(source, env, [...at, i]))
  return parts.length === 1 ? parts[0]! : { kind: 'any', label: listLabels(parts), parts }
}

function resolveParts(source: PatternParts, env: PatternEnv, at: Path): PatternNode {
  const parts: PatternNode[] = []
  const each = (sources: readonly PatternSource[], key: string): PatternNode[] =>
    sources.map((part, i) => resolvePattern(part, env, [...at, key, i]))

  if (source.any !== undefined) parts.push(resolvePattern(source.any, env, [...at, 'any']))
  if (source.all) parts.push({ kind: 'all', parts: each(source.all, 'all') })
  if (source.of) {
    if (source.at_least === undefined) env.report({ kind: 'of-without-count' }, [...at, 'of'])
    const count = source.at_least ?? 1
    if (count > source.of.length) {
      env.report({ kind: 'count', value: count, allowed: source.of.length }, [...at, 'at_least'])
    }
    parts.push({ kind: 'least', count, parts: each(source.of, 'of') })
  } else if (source.at_least !== undefined) {
    env.report({ kind: 'count-without-of' }, [...at, 'at_least'])
  }
  if (source.not !== undefined)
    parts.push({ kind: 'not', part: resolvePattern(source.not, env, [...at, 'not']) })
  if (parts.length === 0) {
    env.report({ kind: 'no-parts' }, at)
    return broken
  }
  const part: PatternNode = parts.length === 1 ? parts[0]! : { kind: 'all', parts }
  return source.except === undefined
    ? part
    : { kind: 'except', part, except: resolvePattern(source.except, env, [...at, 'except']) }
}

function resolveText(text: string, env: PatternEnv, at: Path): PatternNode {
  const lexicon = lexiconName.exec(text)?.[1]
  if (lexicon !== undefined) {
    const node = env.lexicon(lexicon)
    if (node) return node
    env.report({ kind: 'unknown-lexicon', value: lexicon }, at)
    return broken
  }
  if (looksLikeRegex(text)) return resolveRegex(text, env, at)
  const names = [...text.matchAll(slotName)]
  if (names.length > 0) return resolveSlot(text, names, env, at)
  const source = phraseToRegex(text)
  if (source === undefined) {
    env.report({ kind: 'empty-phrase', value: text }, at)
    return broken
  }
  return { kind: 'text', label: text, source, flags: '', original: false, phrases: [fold(text)] }
}

function resolveRegex(text: string, env: PatternEnv, at: Path): PatternNode {
  const parsed = parseRegex(text)
  if (!parsed.ok) {
    env.report({ kind: 'regex', reason: parsed.reason, value: text, detail: parsed.detail }, at)
    return broken
  }
  const { source, flags, original, named } = parsed
  return { kind: 'text', label: text, source, flags, original, phrases: [], named }
}

function resolveSlot(
  text: string,
  found: readonly RegExpExecArray[],
  env: PatternEnv,
  at: Path
): PatternNode {
  const names = found.map(match => match[1]!)
  for (const name of names) {
    if (!env.knowsName(name)) env.report({ kind: 'unknown-name', value: name }, at)
  }
  return {
    kind: 'slot',
    label: text.replace(slotName, '{$1}'),
    template: text.replace(slotName, '{$1}'),
    names: [...new Set(names)],
    optional: found.some(match => match[2] === '?')
  }
}
