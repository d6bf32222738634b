import type { Reading } from '../checks/script/reading.ts'
import { compileSpokenScript } from '../checks/script/search.ts'
import { scriptParts, type ScriptSource } from '../checks/script/source.ts'
import { describeStretch } from '../checks/stretch.ts'
import type { By, ContactView } from '../checks/view.ts'
import type { Path } from '../pattern/resolve.ts'
import type { Bench } from './bench.ts'
import { scopeInWords } from './scope-words.ts'

/** A script held against what was said, or why that could not be done. */
export interface ScriptTrace {
  readonly kind: 'script'
  readonly by: By
  /** Which of their turns, in words; '' for all. */
  readonly scope: string
  /** Where an anchor puts it: `after turn 3`; '' without one. */
  readonly where: string
  readonly search: Reading | { readonly reason: string }
}

// Of more stretches than this the rest is not shown.
const MOST_STRETCHES = 5

/** One step for each stretch that the anchors of a script leave. */
export function traceScript(
  options: unknown,
  at: Path,
  view: ContactView,
  bench: Bench
): readonly ScriptTrace[] {
  const source = options as ScriptSource
  const env = bench.env(at)
  const spoken = compileSpokenScript(source, env)
  const searched = spoken.search(view)
  const scope = scopeInWords(scriptParts(source), bench.tell).replace(/^[,\s]+|[,\s]+$/g, '')
  const step = { kind: 'script', by: spoken.by, scope } as const
  if (searched.kind === 'closed') {
    return [{ ...step, where: '', search: { reason: searched.outcome.reason } }]
  }
  return searched.stretches.slice(0, MOST_STRETCHES).map(({ stretch, reading }) => ({
    ...step,
    where: describeStretch(stretch, env.say),
    search: reading
  }))
}
