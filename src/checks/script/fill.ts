import { createSieve, type Sieve } from '../../pattern/sieve.ts'
import type { Missing, Pattern, Subject } from '../../pattern/pattern.ts'
import { createTemplate, type FilledPiece, type Template } from '../../pattern/template.ts'
import type { Piece } from '../../pattern/wording.ts'
import type { ScriptPart } from './part.ts'

/** How parts are compared with what was said. */
export interface Likeness {
  /** 0 to 1. */
  readonly similarity: number
  readonly sound: boolean
}

/** A part whose names have their values. */
export interface FilledPart {
  readonly part: ScriptPart
  /** Places in the list of all templates of the script. */
  readonly templates: readonly number[]
  readonly patterns: readonly Pattern[]
  /** For the nearest miss. */
  readonly missing: Missing
  /** Names without a value, where they leave no way to say it. */
  readonly lacking: readonly string[]
}

/** A script for contacts that share the values of its names. */
export interface FilledScript {
  readonly parts: readonly FilledPart[]
  readonly templates: readonly Template[]
  readonly sieve: Sieve
}

/** Fills scripts; exports hold few values of the names in one, so what was made for a few hundred of them is kept. */
export function createFiller(
  parts: readonly ScriptPart[]
): (subject: Subject, likeness: Likeness) => FilledScript {
  const names = [...new Set(parts.flatMap(namesOf))]
  const made = new Map<string, FilledScript>()
  return (subject, likeness) => {
    const key = JSON.stringify([likeness, names.map(name => subject.values(name))])
    let script = made.get(key)
    if (!script) {
      if (made.size >= 500) made.clear()
      script = fillScript(parts, subject, likeness)
      made.set(key, script)
    }
    return script
  }
}

function namesOf({ wordings }: ScriptPart): readonly string[] {
  return wordings.flatMap(wording =>
    wording.kind === 'sentence'
      ? wording.pieces.flatMap(piece => (piece.kind === 'name' ? [piece.name] : []))
      : []
  )
}

function fillScript(
  parts: readonly ScriptPart[],
  subject: Subject,
  { similarity, sound }: Likeness
): FilledScript {
  const templates: Template[] = []
  const filled = parts.map((part): FilledPart => {
    const own: Template[] = []
    const patterns: Pattern[] = []
    for (const wording of part.wordings) {
      if (wording.kind === 'pattern') patterns.push(wording.pattern)
      else {
        for (const pieces of fillPieces(wording.pieces, subject)) {
          const template = createTemplate(pieces, sound)
          if (template) own.push(template)
        }
      }
    }
    const lacking =
      own.length + patterns.length > 0 ? [] : namesOf(part).filter(name => subject.values(name).length === 0)
    const first = templates.push(...own) - own.length
    // What is found by a pattern has its phrases from it, for the nearest miss.
    const phrases = [
      ...own.map(({ words }) => words.join('')),
      ...patterns.flatMap(pattern => pattern.find([], subject, 'first').missing.flatMap(miss => miss.phrases))
    ]
    const missing = { label: part.title, phrases, sound }
    return { part, templates: own.map((_, i) => first + i), patterns, missing, lacking }
  })
  const sentences = templates.map(({ sentence }) => sentence)
  return { parts: filled, templates, sieve: createSieve(sentences, similarity, sound) }
}

/** Every way to fill the names of a wording; a name without value is left out when it may be, else there is none. */
function fillPieces(pieces: readonly Piece[], subject: Subject): readonly (readonly FilledPiece[])[] {
  let filled: readonly (readonly FilledPiece[])[] = [[]]
  for (const piece of pieces) {
    if (piece.kind !== 'name') {
      filled = filled.map(before => [...before, piece])
      continue
    }
    const values = subject.values(piece.name)
    const texts = values.length === 0 && piece.optional ? [''] : values
    filled = filled.flatMap(before => texts.map(text => [...before, { kind: 'words', text } as const]))
  }
  return filled
}
