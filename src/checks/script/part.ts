import { looksLikeRegex } from '../../pattern/regex.ts'
import type { Pattern } from '../../pattern/pattern.ts'
import type { Path } from '../../pattern/resolve.ts'
import { splitSentences, splitWording, type Piece } from '../../pattern/wording.ts'
import { fold } from '../../text/fold.ts'
import type { CompileEnv } from '../check.ts'
import { scriptParts, type PartParts, type PartSource, type ScriptSource } from './source.ts'

/** A part of a script with its place in the file. */
export interface PlacedPart extends PartParts {
  readonly any: readonly string[]
  readonly at: Path
}

/** One way to say a part: a sentence, which is compared, or a lexicon or expression, which is found. */
export type Wording =
  | { readonly kind: 'sentence'; readonly text: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }

/** A part made ready, but for the values of the names in it. */
export interface ScriptPart {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly optional: boolean
  readonly wordings: readonly Wording[]
}

/** The parts of a script as written: the sentences of a text, or the items of a list. */
export function listParts(source: ScriptSource): readonly PlacedPart[] {
  const { text } = scriptParts(source)
  const at: Path = typeof source === 'object' && !Array.isArray(source) ? ['text'] : []
  if (typeof text !== 'string') return text.map((part, i) => placePart(part, [...at, i]))
  const sentences = splitSentences(text)
  return (sentences.length === 0 ? [text] : sentences).map(sentence => placePart(sentence, at))
}

function placePart(part: PartSource, at: Path): PlacedPart {
  if (typeof part === 'string') return { any: [part], at }
  return { ...part, any: [part.any].flat(), at: [...at, 'any'] }
}

/** Makes parts ready; reports what could never be said or where a slot has nothing to be told by. */
export function compileParts(
  source: ScriptSource,
  slots: ReadonlySet<string>,
  env: CompileEnv
): readonly ScriptPart[] {
  return listParts(source).map(({ any, optional = false, title, at }, i) => {
    const wordings = any.map((text, k) => compileWording(text, slots, env, any.length > 1 ? [...at, k] : at))
    return { number: i + 1, title: title ?? titleOf(any), optional, wordings }
  })
}

// Longer titles are cut in messages; evidence and explanations have them whole.
const LONGEST = 40

function titleOf([first = '', ...others]: readonly string[]): string {
  const text = first.trim().replace(/[。.]$/, '')
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return others.length > 0 ? `${shown} / …` : shown
}

function compileWording(text: string, slots: ReadonlySet<string>, env: CompileEnv, at: Path): Wording {
  if (text.startsWith('$') || looksLikeRegex(text)) {
    return { kind: 'pattern', pattern: env.pattern(text, at) }
  }
  const pieces = splitWording(text, slots)
  reportPieces(text, pieces, slots, env, at)
  return { kind: 'sentence', text, pieces }
}

function reportPieces(
  text: string,
  pieces: readonly Piece[],
  slots: ReadonlySet<string>,
  env: CompileEnv,
  at: Path
): void {
  const unknown = pieces.flatMap(piece =>
    piece.kind === 'name' && !env.knowsName(piece.name) ? [piece.name] : []
  )
  for (const value of unknown) env.report({ kind: 'unknown-slot', value, allowed: [...slots] }, at)
  if (unknown.length > 0) return
  const kept = pieces.filter(piece => piece.kind !== 'words' || fold(piece.text) !== '')
  if (kept.every(piece => piece.kind !== 'slot' || piece.name === undefined)) {
    // A phrase like any other, with what can be wrong with one.
    env.pattern(text, at)
    return
  }
  if (kept.every(piece => piece.kind === 'slot')) env.report({ kind: 'slot-alone', value: text }, at)
  const touching = kept.find((piece, i) => piece.kind === 'slot' && kept[i + 1]?.kind === 'slot')
  if (touching) env.report({ kind: 'slots-touch', value: text }, at)
}

/** The names of the slots that stand in some parts. */
export function slotNames(parts: readonly ScriptPart[]): ReadonlySet<string> {
  const pieces = parts.flatMap(({ wordings }) =>
    wordings.flatMap(wording => (wording.kind === 'sentence' ? wording.pieces : []))
  )
  return new Set(
    pieces.flatMap(piece => (piece.kind === 'slot' && piece.name !== undefined ? [piece.name] : []))
  )
}
