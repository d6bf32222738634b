import { entities } from './entities/index.ts'
import type { Path, PatternEnv } from './fault.ts'
import { inflect } from './forms.ts'
import { SHORTEST_SOUND, type Manner } from './manner.ts'
import { labelOf, listLabels, type PatternNode } from './node.ts'
import { broken, resolveText } from './resolve-text.ts'
import type { PatternParts, PhrasesSource } from './source.ts'
import { fold } from '../text/fold.ts'

type Key = 'words' | 'sounds' | 'like' | 'forms' | 'entity'

/** Resolves the keys that compare phrases in a manner of their own: words, sounds, like, forms; and entities. */
export function resolveManners(source: PatternParts, env: PatternEnv, at: Path): PatternNode[] {
  const nodes: PatternNode[] = []
  const add = (key: Key, resolve: (text: string, place: Path) => PatternNode): void => {
    const texts = source[key]
    if (texts !== undefined) nodes.push(resolveEach(texts, [...at, key], resolve))
  }
  const addCompared = (manner: Manner): void =>
    add(manner.kind, (text, place) =>
      mapPhrases(
        resolveText(text, env, place),
        manner.kind,
        (phrase, said) => compare(phrase, said, manner, env, place),
        env,
        place
      )
    )

  addCompared({ kind: 'words' })
  addCompared({ kind: 'sounds' })
  addCompared({ kind: 'like', similarity: readSimilarity(source, env, at), sound: source.sound ?? false })
  add('forms', (text, place) =>
    mapPhrases(
      resolveText(text, env, place),
      'forms',
      (_, said) => inflectPhrase(said, env, place),
      env,
      place
    )
  )
  add('entity', (name, place) => resolveEntity(name, env, place))
  if (source.like === undefined) {
    for (const key of ['similarity', 'sound'] as const) {
      if (source[key] !== undefined) env.report({ kind: 'half', value: key, allowed: 'like' }, [...at, key])
    }
  }
  return nodes
}

function resolveEach(
  phrases: PhrasesSource,
  at: Path,
  resolve: (text: string, at: Path) => PatternNode
): PatternNode {
  if (typeof phrases === 'string') return resolve(phrases, at)
  const parts = phrases.map((phrase, i) => resolve(phrase, [...at, i]))
  return parts.length === 1 ? parts[0]! : { kind: 'any', label: listLabels(parts), parts }
}

const SIMILARITY = 0.75

function readSimilarity({ similarity }: PatternParts, env: PatternEnv, at: Path): number {
  if (similarity === undefined) return SIMILARITY
  const percent = Number(/^(\d+(?:\.\d+)?)\s*%$/.exec(String(similarity).trim())?.[1])
  if (percent > 0 && percent <= 100) return percent / 100
  env.report({ kind: 'percent', value: String(similarity) }, [...at, 'similarity'])
  return SIMILARITY
}

type Phrase = Extract<PatternNode, { kind: 'text' | 'slot' }>

/** A node with each of its phrases made into something else; reports what is no phrase. */
function mapPhrases(
  node: PatternNode,
  key: Key,
  make: (phrase: Phrase, text: string) => PatternNode,
  env: PatternEnv,
  at: Path
): PatternNode {
  if (node === broken) return node
  if (node.kind === 'any') {
    const parts = node.parts.map(part => mapPhrases(part, key, make, env, at))
    return { kind: 'any', label: `${key}: ${node.label}`, parts }
  }
  if (node.kind === 'slot') return make(node, node.template)
  if (node.kind === 'text' && node.phrases.length > 0) return make(node, node.label)
  env.report({ kind: 'no-phrase', key, value: labelOf(node) }, at)
  return broken
}

function compare(phrase: Phrase, text: string, manner: Manner, env: PatternEnv, at: Path): PatternNode {
  const label = `${manner.kind}: ${phrase.label}`
  if (phrase.kind === 'slot') return { ...phrase, label, manner }
  if (manner.kind !== 'sounds' || fold(text).length >= SHORTEST_SOUND) {
    return { kind: 'compared', label, phrase: text, manner }
  }
  env.report({ kind: 'short-sound', value: text }, at)
  return broken
}

function inflectPhrase(text: string, env: PatternEnv, at: Path): PatternNode {
  const forms = inflect(text)
  if (forms.length > 0) {
    return { kind: 'any', label: `forms: ${text}`, parts: forms.map(form => resolveText(form, env, at)) }
  }
  env.report({ kind: 'no-forms', value: text }, at)
  return broken
}

function resolveEntity(name: string, env: PatternEnv, at: Path): PatternNode {
  const entity = entities.find(known => known.name === name)
  if (entity) return { kind: 'entity', label: `entity: ${name}`, entity }
  env.report({ kind: 'unknown-entity', value: name }, at)
  return broken
}
