import type { Window } from '../../pattern/passage.ts'
import type { Subject } from '../../pattern/pattern.ts'
import type { CompileEnv } from '../check.ts'
import { parseLikeness } from '../similarity.ts'
import type { ContactView } from '../view.ts'
import { createFiller, type Likeness } from './fill.ts'
import { compileParts, slotNames } from './part.ts'
import { readScript, type Reading } from './reading.ts'
import { compileSlot } from './slot.ts'
import { COVERAGE, scriptParts, SIMILARITY, type ScriptSource } from './source.ts'

/** The bounds of a script on one contact, 0 to 1. */
export interface ScriptBounds extends Likeness {
  readonly coverage: number
}

/** A script made ready. */
export interface Script {
  /** The bounds on a contact, or the key of one that has no usable value. */
  boundsOf(view: ContactView): ScriptBounds | 'coverage' | 'similarity'
  read(window: Window, subject: Subject, bounds: Likeness): Reading
}

export function compileScript(source: ScriptSource, env: CompileEnv): Script {
  const { order = 'loose', sound = false, slots = {}, ...options } = scriptParts(source)
  const names = new Set(Object.keys(slots))
  const parts = compileParts(source, names, env)
  const used = slotNames(parts)
  for (const name of names)
    if (!used.has(name)) env.report({ kind: 'unused-slot', value: name }, ['slots', name])
  const tests = new Map(
    Object.entries(slots).map(([name, slot]) => [name, compileSlot(slot, env, ['slots', name])])
  )
  const bound = (key: 'coverage' | 'similarity', fallback: string) =>
    env.bound(options[key] ?? fallback, parseLikeness, 'percent', [key])
  const [coverageOf, similarityOf] = [bound('coverage', COVERAGE), bound('similarity', SIMILARITY)]
  const fill = createFiller(parts)

  return {
    boundsOf(view) {
      const [coverage, similarity] = [coverageOf(view), similarityOf(view)]
      if (coverage === undefined) return 'coverage'
      return similarity === undefined ? 'similarity' : { coverage, similarity, sound }
    },
    read(window, subject, { similarity }) {
      const likeness = { similarity, sound }
      return readScript(fill(subject, likeness), window, subject, order, likeness, tests)
    }
  }
}
