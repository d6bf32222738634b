import type { ExampleParts, ExampleSource } from '../../example.ts'
import { exampleKinds } from '../../schema.ts'
import type { LintRule } from '../rule.ts'

/** An example stands once, under the one outcome it must come to. */
export const examples: LintRule = ({ entries, source }, report) => {
  for (const { criterion, at } of entries) {
    const seen = new Map<string, { readonly kind: string; readonly line: number }>()
    for (const kind of exampleKinds) {
      for (const [i, example] of (criterion.examples?.[kind] ?? []).entries()) {
        const place = source.placeOf([...at, 'examples', kind, i])
        const other = seen.get(keyOf(example))
        if (!other) seen.set(keyOf(example), { kind, line: place.line ?? 0 })
        else if (other.kind === kind) report('lint/example-duplicate', place, { line: other.line })
        else report('lint/example-contradiction', place, { value: kind, line: other.line, other: other.kind })
      }
    }
  }
}

/** Equal for examples that describe the same contact, however they are written down. */
function keyOf(example: ExampleSource): string {
  const parts: ExampleParts =
    typeof example === 'string' || Array.isArray(example) ? { talk: example } : (example as ExampleParts)
  const lines = [parts.talk ?? []].flat().flatMap(line => line.split('\n').map(part => part.trim()))
  const fields = Object.entries(parts.fields ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    lines.filter(line => line !== ''),
    fields,
    parts.channel,
    parts.agent,
    parts.customer,
    parts.started,
    parts.mark
  ])
}
