import { scriptsCodes } from '../diagnostics/codes-scripts.ts'
import type { Values } from '../diagnostics/wording.ts'
import type { ScriptProblem } from './rule.ts'
import type { Script } from './script.ts'

/** What rules may say beside the place and the words. */
export type More = Partial<Pick<ScriptProblem, 'severity' | 'meant' | 'related' | 'clause'>>

/** A problem of a stretch [from, to) of a script. */
export function tell(
  code: keyof typeof scriptsCodes,
  script: Script,
  [from, to]: readonly [from: number, to: number],
  values: Values,
  more: More = {}
): ScriptProblem {
  const { severity } = scriptsCodes[code]
  return { code, severity, place: script.placeOf(from, to), script: script.id, values, ...more }
}

/** A place for a message: `library.md:12`. */
export function whereIs({ place }: Pick<Script, 'place'>): string {
  return `${place.file}:${place.line}`
}
