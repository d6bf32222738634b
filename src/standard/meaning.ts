import { createHash } from 'node:crypto'
import type { CriterionSource } from './schema.ts'
import type { WrittenStandard } from './written.ts'

/** What judging by a standard depends on, part by part, as digests of 32 hexadecimal digits. */
export interface Meanings {
  /** Which contacts it is for: `applies` and `valid`. */
  readonly scope: string
  /** Each criterion by its id. */
  readonly criteria: ReadonlyMap<string, string>
}

/** Keys of a criterion that say what it counts for, or describe it, and do not enter into how it is judged. */
const besides: ReadonlySet<string> = new Set<keyof CriterionSource>([
  'clause',
  'title',
  'dimension',
  'weight',
  'deduct',
  'per',
  'max_deduct',
  'bonus',
  'severity',
  'fatal',
  'class',
  'advice',
  'examples'
])

/**
 * Digests of all that a criterion's outcome can depend on beside the contact and the program: its check and
 * conditions, the types of fields, the calendar, and what it names, directly or through others: lexicons, variables,
 * criteria. A name counts as used wherever its letters stand, so a digest may change without need, and never stays when
 * an outcome could change.
 */
export function meaningsOf({ standard, entries }: WrittenStandard): Meanings {
  const everywhere = JSON.stringify([standard.fields ?? {}, standard.calendar ?? []])
  const named = new Map<string, string>()
  const name = (key: string, value: unknown): void => {
    named.set(key, `${named.get(key) ?? ''}${key}=${JSON.stringify(value)};`)
  }
  for (const [key, value] of Object.entries(standard.lexicons ?? {})) name(key, value)
  for (const [key, value] of Object.entries(standard.vars ?? {})) name(key, value)
  for (const { criterion } of entries) name(criterion.id, judgedBy(criterion))
  // Each text is searched for names once, however many criteria lead to it.
  const uses = new Map([...named].map(([key, text]) => [key, findNames(text, key, named)]))

  const meaningOf = (text: string): string => {
    const reached = new Set<string>()
    const open = findNames(text, undefined, named)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(...(uses.get(next) ?? []))
    }
    const parts = [...reached].sort().map(key => named.get(key)!)
    return digest([everywhere, text, ...parts])
  }
  return {
    scope: meaningOf(JSON.stringify([standard.applies ?? null, standard.valid ?? null])),
    criteria: new Map(
      entries.map(({ criterion }) => [criterion.id, meaningOf(JSON.stringify(judgedBy(criterion)))])
    )
  }
}

function judgedBy(criterion: CriterionSource): object {
  return Object.fromEntries(Object.entries(criterion).filter(([key]) => !besides.has(key)))
}

function findNames(text: string, own: string | undefined, named: ReadonlyMap<string, string>): string[] {
  return [...named.keys()].filter(name => name !== own && text.includes(name))
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 32)
}
