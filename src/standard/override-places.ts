import type { Place } from '../diagnostics/problem.ts'
import type { Path } from '../pattern/resolve.ts'
import type { KeyStep } from './override-path.ts'
import type { Override } from './override-text.ts'
import type { Places } from './yaml-source.ts'

/** What an override put at a path: its value, or on the way there a map that was not there before. */
export interface OverrideRoute {
  readonly override: Override
  readonly step: KeyStep
  readonly isTarget: boolean
}

/** By path, as JSON. */
export type Routes = Map<string, OverrideRoute>

/**
 * Sends a path of an overridden value to the override that put it there, else to where it was written before. `kept`
 * tells of lists, by their path as JSON, the numbers that their items had before some were taken away.
 */
export function createOverridePlaces(
  before: Places,
  routes: Routes,
  kept: ReadonlyMap<string, readonly number[]>
): Places {
  if (routes.size === 0) return before
  const original = (path: Path): Path => {
    const found: (string | number)[] = []
    for (const part of path) {
      const numbers = kept.get(JSON.stringify(found))
      found.push(numbers === undefined ? part : (numbers[Number(part)] ?? part))
    }
    return found
  }
  const find = (
    path: Path,
    written: (places: Places, path: Path) => Place,
    own: (route: OverrideRoute) => Place
  ): Place => {
    const from = original(path)
    for (let length = from.length; length > 0; length--) {
      const route = routes.get(JSON.stringify(from.slice(0, length)))
      if (!route) continue
      const rest = from.slice(length)
      if (!route.isTarget) return keyOf(route)
      return rest.length === 0 ? own(route) : written(route.override.places, rest)
    }
    return written(before, from)
  }
  const keyOf = ({ override, step }: OverrideRoute): Place => override.placeInKey(step.from, step.to)
  return {
    placeOf: path =>
      find(
        path,
        (places, at) => places.placeOf(at),
        ({ override }) => override.places.placeOf([])
      ),
    placeOfKey: path => find(path, (places, at) => places.placeOfKey(at), keyOf),
    placeWithin: (path, a, b) =>
      find(
        path,
        (places, at) => places.placeWithin(at, a, b),
        ({ override }) => override.places.placeWithin([], a, b)
      )
  }
}
