import type { Path, PatternEnv } from './fault.ts'
import type { PatternNode } from './node.ts'
import { phraseToRegex, splitPhrase } from './phrase.ts'
import { looksLikeRegex, parseRegex } from './regex.ts'
import { fold } from '../text/fold.ts'

const lexiconName = /^\$([\p{L}_][\p{L}\p{N}_.-]*)$/u
const slotName = /\{([\p{L}_][\p{L}\p{N}_.]*)(\?)?\}/gu

// Stands for a part that was reported as wrong, so that the rest can still be looked at.
export const broken: PatternNode = { kind: 'any', label: '', parts: [] }

/** Resolves a text: a lexicon's name, a regular expression, or a phrase with or without names in it. */
export function resolveText(text: string, env: PatternEnv, at: Path): PatternNode {
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
  const pieces = splitPhrase(text)
  if (pieces) return createText(text, pieces)
  env.report({ kind: 'empty-phrase', value: text }, at)
  return broken
}

/** A phrase as a node. */
export function createText(text: string, pieces: readonly string[]): PatternNode & { kind: 'text' } {
  return {
    kind: 'text',
    label: text,
    source: phraseToRegex(pieces),
    flags: '',
    original: false,
    phrases: [fold(text)],
    literal: pieces.length === 1 ? pieces[0] : undefined
  }
}

function resolveRegex(text: string, env: PatternEnv, at: Path): PatternNode {
  const parsed = parseRegex(text)
  if (!parsed.ok) {
    env.report({ kind: 'regex', reason: parsed.reason, value: text, detail: parsed.detail }, at)
    return broken
  }
  const { original, run } = parsed
  return { kind: 'text', label: text, original, ...run, phrases: [] }
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
