import type { Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Path } from '../pattern/resolve.ts'
import { standardKeys } from './schema.ts'

/** Stands where an item of a list was taken away, so that the others keep their numbers until the end. */
export const HOLE: unique symbol = Symbol('taken away')

/** A part of a key, [from, to), and what it leads to. */
export interface KeyStep {
  readonly path: Path
  readonly from: number
  readonly to: number
  /** Whether there is nothing yet. */
  readonly isNew: boolean
}

/** Why a key leads nowhere, at a part of it. */
export interface KeyFault extends Pick<Problem, 'code' | 'values' | 'meant'> {
  readonly from: number
  readonly to: number
}

interface Name {
  readonly name: string
  readonly path: Path
}

const topKeys = Object.keys(standardKeys)

/** Told before the parts of a standard are made one. */
const locked = ['linecheck', 'id', 'extends', 'drop', 'calendar']

/**
 * Follows a key with dots into a standard. Names may hold dots themselves: of those that fit the longest is meant. What
 * stands in a list is called by its id, else by its number from 0; criteria and metrics also without their lists, and
 * criteria as `criteria.ID`.
 */
export function resolveKey(
  key: string,
  standard: Readonly<Record<string, unknown>>
): readonly KeyStep[] | KeyFault {
  const criteria = listOf(standard['sections']).flatMap((section, s) =>
    namesIn(asRecord(section)['criteria'], ['sections', s, 'criteria'])
  )
  const own = [...criteria, ...namesIn(standard['metrics'], ['metrics'])]
  const names: readonly Name[] = [
    ...topKeys.map(name => ({ name, path: [name] })),
    ...own,
    ...criteria.map(({ name, path }) => ({ name: `criteria.${name}`, path }))
  ]
  const found = longestFitting(names, key)
  if (!found) return unknownRoot(key, own, criteria)
  const first = String(found.path[0])
  if (found.path.length === 1 && locked.includes(first)) {
    return { code: 'override/locked', values: { value: first }, from: 0, to: first.length }
  }
  const step = { path: found.path, from: 0, to: found.name.length }
  const value = valueAt(standard, found.path)
  return descend(key, [{ ...step, isNew: value === undefined }], value)
}

function descend(key: string, steps: readonly KeyStep[], value: unknown): readonly KeyStep[] | KeyFault {
  const { path, to: end } = steps.at(-1)!
  if (end >= key.length) return steps
  const from = end + 1
  const rest = key.slice(from)
  const go = (next: string | number, length: number, inner: unknown): readonly KeyStep[] | KeyFault => {
    const step = { path: [...path, next], from, to: from + length, isNew: inner === undefined }
    return descend(key, [...steps, step], inner)
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const names = namesIn(items, [])
    const found = longestFitting(names, rest)
    const at = found ? Number(found.path[0]) : Number(/^\d+(?=\.|$)/.exec(rest)?.[0] ?? -1)
    const item = items[at]
    if (item !== undefined && item !== HOLE) return go(at, found?.name.length ?? String(at).length, item)
    const allowed = names.length > 0 ? names.map(({ name }) => name) : items.map((_, i) => String(i))
    return unknownName(rest, allowed, key.slice(0, end), from)
  }
  if (value !== undefined && (typeof value !== 'object' || value === null)) {
    return { code: 'override/no-map', values: { value: key.slice(0, end), key: rest }, from: 0, to: end }
  }
  const inside = asRecord(value)
  const keys = Object.keys(inside)
  const known = longestFitting(
    keys.map(name => ({ name, path: [name] })),
    rest
  )
  if (known) return go(known.name, known.name.length, inside[known.name])
  if (isOpen(path)) return unknownName(rest, keys, key.slice(0, end), from)
  // The schema knows which keys there may be.
  const [name = ''] = rest.split('.')
  return go(name, name.length, undefined)
}

/** Where a standard takes any name: one that is not there yet would be a slip that nothing else catches. */
function isOpen([first, second, third, ...more]: Path): boolean {
  if (second === undefined) return ['vars', 'fields', 'lexicons', 'clauses'].includes(String(first))
  if (third === undefined) return first === 'scoring' && (second === 'bands' || second === 'severities')
  return first === 'sections' && third === 'bands' && more.length === 0
}

function unknownRoot(key: string, own: readonly Name[], criteria: readonly Name[]): KeyFault {
  const from = key.startsWith('criteria.') ? 'criteria.'.length : 0
  const rest = key.slice(from)
  const ids = (from > 0 ? criteria : own).map(({ name }) => name)
  const { part, meant } = nearest(rest, from > 0 ? ids : [...topKeys, ...ids])
  const isKey = from === 0 && (meant === undefined ? !key.includes('.') : topKeys.includes(meant))
  const code = isKey ? 'standard/unknown-key' : 'standard/unknown-criterion'
  return { code, values: { value: part, allowed: topKeys.join(', ') }, meant, from, to: from + part.length }
}

function unknownName(rest: string, allowed: readonly string[], key: string, from: number): KeyFault {
  const { part, meant } = nearest(rest, allowed)
  const values = { value: part, key, allowed: allowed.join(', ') || '–' }
  return { code: 'override/unknown-name', values, meant, from, to: from + part.length }
}

/** The beginning of a key that a name comes near, the longest that leaves a part for what is set; else the whole. */
function nearest(rest: string, names: readonly string[]): { part: string; meant: string | undefined } {
  const parts = rest.split('.')
  const shorter = parts.slice(1).map((_, i) => parts.slice(0, parts.length - 1 - i).join('.'))
  for (const part of [...shorter, rest]) {
    const meant = suggest(part, names)
    if (meant !== undefined) return { part, meant }
  }
  return { part: shorter[0] ?? rest, meant: undefined }
}

function longestFitting(names: readonly Name[], key: string): Name | undefined {
  let best: Name | undefined
  for (const each of names) {
    if (key !== each.name && !key.startsWith(`${each.name}.`)) continue
    if (best === undefined || each.name.length > best.name.length) best = each
  }
  return best
}

function namesIn(list: unknown, at: Path): readonly Name[] {
  return listOf(list).flatMap((item, i) => {
    const { id } = asRecord(item)
    return typeof id === 'string' ? [{ name: id, path: [...at, i] }] : []
  })
}

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[key]
  }
  return value
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
