import { type NameParts, parseNamePattern } from './name-pattern.ts'
import { problemAt } from './problems.ts'
import type { InputOptions, Source } from './reader.ts'

/** What the name of the file says, where the user told how to read it. Standard input has none. */
export function partsOfName(
  { name }: Source,
  { namePattern, onProblem }: InputOptions
): NameParts | undefined {
  if (namePattern === undefined || name.startsWith('<')) return undefined
  const parts = parseNamePattern(namePattern)?.(name)
  if (!parts) onProblem(problemAt('input/name-mismatch', 'warning', name, undefined, { value: namePattern }))
  return parts
}

/** `exports/week-1.csv.gz` -> `week-1`. */
export function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  const stem = base.replace(/\.gz$/i, '').replace(/(?<=.)\.[^.]*$/, '')
  return stem.replaceAll(/[<>]/g, '') || base
}
