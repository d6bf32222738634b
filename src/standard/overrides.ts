import type { Problem } from '../diagnostics/problem.ts'
import type { Path } from '../pattern/resolve.ts'
import type { Merged } from './extend.ts'
import { kindNames } from './metric-source.ts'
import { HOLE, resolveKey, valueAt, type KeyFault } from './override-path.ts'
import { createOverridePlaces, type Routes } from './override-places.ts'
import type { Override } from './override-text.ts'
import { removeAt, setAt } from './override-value.ts'
import { checkNames } from './schema.ts'

/** A standard with overrides on top of it. */
export interface Overridden extends Pick<Merged, 'places'> {
  readonly value: Readonly<Record<string, unknown>>
  /** Those that found their place. */
  readonly applied: readonly Override[]
  /** Why others did not, by their index. They may be meant for another standard. */
  readonly unplaced: ReadonlyMap<number, Problem>
}

/**
 * Puts overrides on top of a standard whose files are made one, as if they were written there. A check takes the place
 * of another, `null` takes away, and a section without criteria is gone. What they make of the standard must still be
 * held against the schema.
 */
export function applyOverrides(
  merged: Pick<Merged, 'value' | 'places'>,
  overrides: readonly Override[]
): Overridden {
  let value: unknown = merged.value
  const routes: Routes = new Map()
  const holed = new Map<string, Path>()
  const applied: Override[] = []
  const unplaced = new Map<number, Problem>()

  for (const given of overrides) {
    const override = withColon(given, value as Readonly<Record<string, unknown>>)
    const fault = set(override)
    if (fault) unplaced.set(override.index, fault)
    else applied.push(override)
  }

  function set(override: Override): Problem | undefined {
    const root = value as Readonly<Record<string, unknown>>
    if (override.standard !== undefined && override.standard !== root['id']) {
      const values = { value: override.standard, allowed: String(root['id']) }
      const place = override.placeInKey(-override.standard.length - 1, -1)
      return { code: 'override/no-standard', severity: 'error', place, values }
    }
    const found = resolveKey(override.key, root)
    if ('code' in found) return problemOf(found, override)
    const { path, isNew, from, to } = found.at(-1)!
    if (override.value === null) {
      if (isNew) return problemOf(nothingThere(override.key, from, to), override)
      takeAway(path)
    } else {
      for (const other of replacedBy(path)) value = removeAt(value, [...path.slice(0, -1), other])
      value = setAt(value, path, override.value)
    }
    for (const known of routes.keys()) if (isWithin(known, path)) routes.delete(known)
    for (const step of found) {
      const isTarget = step.path.length === path.length
      if (isTarget || step.isNew) routes.set(JSON.stringify(step.path), { override, step, isTarget })
    }
    return undefined
  }

  function takeAway(path: Path): void {
    const list = path.slice(0, -1)
    if (!Array.isArray(valueAt(value, list))) {
      value = removeAt(value, path)
      return
    }
    value = setAt(value, path, HOLE)
    holed.set(JSON.stringify(list), list)
    const left = valueAt(value, list) as readonly unknown[]
    if (path[2] === 'criteria' && list.length === 3 && left.every(item => item === HOLE))
      takeAway(path.slice(0, 2))
  }

  /** The other checks of a criterion, or kinds of a metric, where a key is one of them. */
  function replacedBy(path: Path): readonly string[] {
    const key = String(path.at(-1))
    const ofCriterion = path.length === 5 && path[0] === 'sections' && path[2] === 'criteria'
    const sole = ofCriterion ? checkNames : path.length === 3 && path[0] === 'metrics' ? kindNames : []
    return sole.includes(key) ? sole.filter(name => name !== key) : []
  }

  const kept = new Map<string, readonly number[]>()
  // Inner lists first, while the numbers of the outer ones still hold.
  for (const list of [...holed.values()].sort((a, b) => b.length - a.length)) {
    const items = valueAt(value, list)
    if (!Array.isArray(items)) continue
    const left = items.flatMap((item: unknown, i) => (item === HOLE ? [] : [i]))
    kept.set(JSON.stringify(list), left)
    const empty = left.length === 0 && list.length === 1
    value = empty
      ? removeAt(value, list)
      : setAt(
          value,
          list,
          left.map(i => items[i] as unknown)
        )
  }
  return {
    value: value as Readonly<Record<string, unknown>>,
    places: createOverridePlaces(merged.places, routes, kept),
    applied,
    unplaced
  }
}

/** A key may hold a colon itself (`groups.03:00`): what stands before it is then no standard. */
function withColon(override: Override, root: Readonly<Record<string, unknown>>): Override {
  const { standard, key, text, placeInKey } = override
  if (standard === undefined || standard === root['id']) return override
  const whole = `${standard}:${key}`
  if ('code' in resolveKey(whole, root)) return override
  const shift = standard.length + 1
  return {
    ...override,
    standard: undefined,
    key: whole,
    text: `${standard}:${text}`,
    placeInKey: (from, to) => placeInKey(from - shift, to - shift)
  }
}

function isWithin(key: string, path: Path): boolean {
  const inner = JSON.parse(key) as Path
  return path.every((part, i) => inner[i] === part)
}

function nothingThere(key: string, from: number, to: number): KeyFault {
  return { code: 'override/nothing-there', values: { value: key.slice(from, to) }, from, to }
}

function problemOf({ code, values, meant, from, to }: KeyFault, override: Override): Problem {
  const place = override.placeInKey(from, to)
  return { code, severity: 'error', place, values, ...(meant === undefined ? {} : { meant }) }
}
