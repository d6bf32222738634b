import type * as z from 'zod'
import type { AnyCheck, CheckSource, CompileEnv, Judge } from './check.ts'

/** The schemas of the keys that stand for checks, with those that go beside them; each may be missing. */
export function keysOfChecks(kinds: readonly AnyCheck[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    kinds.flatMap(kind =>
      Object.entries({ [kind.name]: kind.options, ...kind.beside }).map(
        ([name, schema]) => [name, schema.optional()] as const
      )
    )
  )
}

/**
 * Makes the one check of a map ready. `env` stands at the map. Calls `onFault` with what was found when that is not
 * exactly one; of several the first is compiled all the same, so that what is wrong with it shows.
 */
export function compileCheck(
  source: CheckSource,
  kinds: readonly AnyCheck[],
  env: CompileEnv,
  onFault: (found: readonly AnyCheck[]) => void
): Judge {
  const found = kinds.filter(kind => source[kind.name] !== undefined)
  const [kind] = found
  if (found.length !== 1) onFault(found)
  for (const other of kinds) reportLonely(source, other, env)
  if (!kind) return () => ({ status: 'unknown', reason: '' })
  return kind.compile(source[kind.name], env.within([kind.name]), { source, env })
}

/** A key that only means something beside a check that is not there. */
function reportLonely(source: CheckSource, kind: AnyCheck, env: CompileEnv): void {
  if (source[kind.name] !== undefined) return
  for (const key of Object.keys(kind.beside ?? {})) {
    if (source[key] !== undefined) env.report({ kind: 'half-pair', value: key, allowed: kind.name }, [key])
  }
}
