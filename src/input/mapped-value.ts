import { foldName } from './fold-name.ts'
import type { Mapping } from './reader.ts'

/** What a value of a field stands for, as a map file says; itself where the file says nothing of it. */
export function mappedValue(mapping: Mapping | undefined, field: string, value: string): string {
  const table = mapping?.values?.[field]
  if (!table) return value
  const text = value.trim()
  const exact = table[text]
  if (exact !== undefined) return exact
  const folded = foldName(text)
  const name = folded === '' ? undefined : Object.keys(table).find(key => foldName(key) === folded)
  return name === undefined ? value : table[name]!
}
