import type { CheckSource } from '../../checks/check.ts'
import { listParts } from '../../checks/script/part.ts'
import { scriptParts, type ScriptSource } from '../../checks/script/source.ts'
import type { Contact } from '../../model/contact.ts'
import { looksLikeRegex } from '../../pattern/regex.ts'
import { createView } from '../../checks/view.ts'
import type { Path } from '../../pattern/resolve.ts'
import { splitWording } from '../../pattern/wording.ts'
import type { WrittenStandard } from '../../standard/written.ts'
import type { Vars } from '../../checks/view.ts'
import { checksOf } from '../../standard/lint/phrases/checks.ts'
import type { Entry } from '../../standard/entries.ts'
import { fillerOf } from './filler.ts'

/** A passage that a criterion has said word by word, and where it is written. */
export interface Passage {
  readonly path: Path
  /** The passage as it is said on a contact, its names and slots filled; the first wording of each part. */
  sayOn(contact: Contact): string
}

/**
 * The passages of the scripts that a criterion must have said; those with a part that is a lexicon or an expression
 * are left out, since nobody says these word by word.
 */
export function passagesOf(entry: Entry, { standard }: WrittenStandard): readonly Passage[] {
  return checksOf(entry).flatMap(({ source, path, needed }): readonly Passage[] => {
    const script = (source as CheckSource)['script'] as ScriptSource | undefined
    if (!needed || script === undefined) return []
    const parts = listParts(script)
    const wordings = parts.map(({ any }) => any[0] ?? '')
    if (wordings.some(text => text.startsWith('$') || looksLikeRegex(text))) return []
    const slots = scriptParts(script).slots ?? {}
    const at: Path = typeof script === 'object' && !Array.isArray(script) ? ['text'] : []
    return [
      {
        path: [...path, 'script', ...at],
        sayOn: contact =>
          wordings.map(text => sayWording(text, slots, contact, standard.vars ?? {})).join('\n')
      }
    ]
  })
}

function sayWording(
  text: string,
  slots: Readonly<Record<string, unknown>>,
  contact: Contact,
  vars: Vars
): string {
  const view = createView(contact, vars)
  const valueOf = (name: string): string | undefined => view.values(name)[0]
  return splitWording(text, new Set(Object.keys(slots)))
    .map(piece => {
      if (piece.kind === 'words') return piece.text
      const { name } = piece
      if (name === undefined) return ''
      if (piece.kind === 'name') return valueOf(name) ?? (piece.optional ? '' : madeUp(name, text))
      return slotValue(slots[name], valueOf) ?? valueOf(name) ?? madeUp(name, text)
    })
    .join('')
}

function madeUp(name: string, text: string): string {
  return fillerOf({ name, from: 0, to: 0 }, text.replaceAll(/\{[^}]*\}/g, ''))
}

/** The value of a slot that is written as texts; anything else is left to its name. */
function slotValue(source: unknown, valueOf: (name: string) => string | undefined): string | undefined {
  if (Array.isArray(source)) return slotValue(source[0], valueOf)
  if (typeof source !== 'string' || source.startsWith('$') || looksLikeRegex(source)) return undefined
  if (/^[\s.…]*$/.test(source)) return undefined
  let known = true
  const filled = source.replaceAll(/\{([\p{L}_][\p{L}\p{N}_.]*)\??\}/gu, (_, name: string) => {
    const value = valueOf(name)
    known &&= value !== undefined
    return value ?? ''
  })
  return known ? filled : undefined
}
