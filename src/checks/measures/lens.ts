import type { RateUnit } from '../../text/quantity.ts'
import type { CompileEnv } from '../check.ts'
import { scopeKeys } from '../scope.ts'
import type { By, ContactView } from '../view.ts'
import type { Limits } from './bounds.ts'
import type { Aggregate, Lens, Measure } from './measure.ts'
import type { MeasureOptions } from './options.ts'

// An overlap shorter than this is how people take turns.
const INTERRUPTION_DELAY = 1000

/** The keys that narrow a scope beside whose turns they are. */
export const scopeNames: readonly string[] = Object.keys(scopeKeys).filter(key => key !== 'by')

/** Makes the lens for one contact; `undefined` where the scope needs times that its turns do not carry. */
type LensOf = (view: ContactView, unit: RateUnit, limits: Limits) => Lens | undefined

export function compileLens(
  options: MeasureOptions,
  quantity: Measure,
  aggregate: Aggregate,
  by: By,
  env: CompileEnv
): LensOf {
  const scoped = scopeNames.some(key => options[key] !== undefined)
  const scopeOf = quantity.scopeOf ?? by
  const scope = scoped ? env.scope({ ...options, by: scopeOf }, [], scopeOf) : undefined
  const startedBy =
    options.started_by === undefined ? undefined : env.pattern(options.started_by, ['started_by'])
  const fixed = {
    by,
    aggregate,
    scoped,
    startedBy,
    fromLast: options.from === 'last',
    skipUnder: options.skip_under ?? 0
  }
  return (view, unit, { over = 0, delay = INTERRUPTION_DELAY }) => {
    if (!scope) return { ...fixed, unit, over, delay, includes: () => true }
    const window = scope(view)
    if (!window) return undefined
    const turns = new Set(window)
    return { ...fixed, unit, over, delay, includes: passage => turns.has(passage) }
  }
}
