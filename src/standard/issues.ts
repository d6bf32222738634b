import type * as z from 'zod'
import type { Problem } from '../diagnostics/problem.ts'
import { findNearest, type Suggestion } from '../diagnostics/suggest.ts'
import type { Path } from '../pattern/resolve.ts'
import type { YamlSource } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/** A value with its places, of one file or several. */
type Written = Pick<YamlSource, 'value' | 'placeOf' | 'placeOfKey'>

/** Puts what the schema found into problems with their places, one for each mistake. */
export function issuesToProblems(issues: readonly Issue[], source: Written): Problem[] {
  return issues.flatMap(issue => issueToProblems(issue, [], source))
}

function issueToProblems(issue: Issue, base: Path, source: Written): Problem[] {
  const path: Path = [...base, ...issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))]
  const value = valueAt(source.value, path)
  const error = (code: Problem['code'], values: Problem['values'], meant?: Suggestion): Problem[] => [
    { code, severity: 'error', place: source.placeOf(path), values, ...meant }
  ]
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = issue.message
      return issue.keys.map(key => {
        const place = source.placeOfKey([...path, key])
        const values = { value: key, allowed }
        const meant = findNearest(key, allowed.split(', '))
        return { code: 'standard/unknown-key', severity: 'error', place, values, ...meant }
      })
    }
    case 'invalid_union':
      return unionToProblems(issue, path, value, source)
    case 'invalid_type':
      return value === undefined
        ? [missing(path, source)]
        : error('standard/wrong-type', { value: show(value), allowed: kindName(issue.expected) })
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      if (value === undefined) return [missing(path, source)]
      return error(
        'standard/bad-value',
        { value: show(value), allowed: allowed.join(', ') },
        findNearest(String(value), allowed)
      )
    }
    case 'invalid_format':
      if (issue.format === 'date') return error('standard/bad-date', { value: show(value) })
      return error('standard/bad-id', { value: show(value) })
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? error('standard/too-few', { allowed: Number(issue.minimum) })
        : error('standard/out-of-range', {
            value: show(value),
            allowed: `${issue.inclusive === false ? '>' : '>='} ${issue.minimum}`
          })
    case 'too_big':
      return error('standard/out-of-range', {
        value: show(value),
        allowed: `${issue.inclusive === false ? '<' : '<='} ${issue.maximum}`
      })
    default:
      return error('standard/wrong-type', { value: show(value), allowed: issue.message })
  }
}

function missing(path: Path, source: Written): Problem {
  const value = String(path.at(-1) ?? '')
  return { code: 'standard/missing-key', severity: 'error', place: source.placeOf(path), values: { value } }
}

/** Of a union's branches the one counts that takes values of this kind; else all kinds are named. */
function unionToProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  source: Written
): Problem[] {
  if (value === undefined) return [missing(path, source)]
  const fitting = issue.errors.filter(branch => !branch.some(isOfWrongKind))
  const [best] = [...fitting].sort((a, b) => a.length - b.length)
  if (best) return best.flatMap(inner => issueToProblems(inner, path, source))
  const kinds = new Set(issue.errors.flatMap(expectedKinds))
  const place = source.placeOf(path)
  return [
    {
      code: 'standard/wrong-type',
      severity: 'error',
      place,
      values: { value: show(value), allowed: [...kinds].join(', ') }
    }
  ]
}

function isOfWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_union') return issue.errors.every(branch => branch.some(isOfWrongKind))
  return issue.code === 'invalid_type' || issue.code === 'invalid_value'
}

function expectedKinds(branch: readonly Issue[]): string[] {
  return branch.flatMap(issue => {
    if (issue.path.length > 0) return []
    if (issue.code === 'invalid_union') return issue.errors.flatMap(expectedKinds)
    if (issue.code === 'invalid_value') return issue.values.map(String)
    return issue.code === 'invalid_type' ? [kindName(issue.expected)] : []
  })
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

const LONGEST = 40

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Kinds of values as YAML calls them. */
function kindName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'list',
    object: 'map',
    int: 'whole number'
  }
  return names[expected] ?? expected
}
