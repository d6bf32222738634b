import type { CheckSource } from '../../../checks/check.ts'
import type { Path } from '../../../pattern/resolve.ts'
import type { Entry } from '../../entries.ts'

/** A map that holds a check: a criterion, or a part of a check that is made of others. */
export interface PlacedCheck {
  readonly source: CheckSource
  readonly path: Path
  /** Whether it must hold for the criterion to pass. */
  readonly needed: boolean
}

/** The check of a criterion, and all that it is made of. */
export function checksOf({ criterion, at }: Entry): readonly PlacedCheck[] {
  return collect(criterion as unknown as CheckSource, at, true)
}

function collect(source: CheckSource, path: Path, needed: boolean): readonly PlacedCheck[] {
  const parts = (key: 'all' | 'any' | 'of'): readonly PlacedCheck[] => {
    const list = source[key]
    if (!Array.isArray(list)) return []
    return list.flatMap((part, i) =>
      collect(part as CheckSource, [...path, key, i], needed && (key === 'all' || list.length === 1))
    )
  }
  const { not } = source
  return [
    { source, path, needed },
    ...parts('all'),
    ...parts('any'),
    ...parts('of'),
    ...(typeof not === 'object' && not !== null ? collect(not as CheckSource, [...path, 'not'], false) : [])
  ]
}
