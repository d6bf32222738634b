import type { Clock } from './clock.ts'
import { readName } from './expression-names.ts'
import { coerceField, type FieldTypes } from './fields.ts'
import type { ContactView } from './view.ts'

/** What an expression came to on one contact; `missing` names the fields it needed and did not find. */
export type Verdict =
  | { readonly kind: 'value'; readonly value: boolean }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  | { readonly kind: 'error'; readonly reason: string }

/** An expression that was parsed. */
export type Run = (context: Record<string, unknown>) => unknown

/** As a verdict, but with whatever the expression gives. */
type Result = { readonly kind: 'value'; readonly value: unknown } | Exclude<Verdict, { kind: 'value' }>

/** Works an expression out on a contact; `names` are those that it looks at. */
export function runOn(
  run: Run,
  names: readonly string[],
  types: FieldTypes,
  clock: Clock,
  view: ContactView
): Result {
  const context: Record<string, unknown> = {}
  const missing: string[] = []
  for (const name of names) {
    const value = readName(view, name, types, clock)
    if (value === undefined) missing.push(name)
    else context[name] = value
  }
  // Nothing to go by: do not even try, for a failure costs more than all other evaluations.
  if (missing.length > 0 && missing.length === names.length) return { kind: 'missing', fields: missing }
  try {
    return { kind: 'value', value: run(context) }
  } catch (error) {
    if (missing.length > 0) return { kind: 'missing', fields: missing }
    const { summary } = error as { summary?: string }
    const key = /^No such key: (\S+)/.exec(summary ?? '')
    if (key) return { kind: 'missing', fields: [key[1]!] }
    return { kind: 'error', reason: summary ?? String(error) }
  }
}

const NANOS = 1e9

/**
 * A result as a number, where it is one. CEL's whole numbers are bigints, and a length of time has seconds and
 * nanoseconds.
 */
export function readNumber(result: unknown): number | undefined {
  if (typeof result === 'bigint') return Number(result)
  if (typeof result === 'number') return Number.isFinite(result) ? result : undefined
  if (typeof result !== 'object' || result === null || !('seconds' in result)) {
    const number = typeof result === 'string' ? coerceField(result, 'number') : undefined
    return typeof number === 'number' ? number : undefined
  }
  const { seconds, nanos } = result as { readonly seconds: bigint; readonly nanos: number }
  return Number(seconds) + nanos / NANOS
}

/** A result as a text; of what is empty or no plain value there is none. */
export function readText(result: unknown): string | undefined {
  if (result === undefined || result === null || result === '' || typeof result === 'object') return undefined
  return String(result)
}
