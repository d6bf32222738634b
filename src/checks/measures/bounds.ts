import type { RateUnit } from '../../text/quantity.ts'
import type { CompileEnv } from '../check.ts'
import type { ContactView } from '../view.ts'
import { hasFullGrade } from './grades.ts'
import type { Aggregate, Measure } from './measure.ts'
import type { MeasureOptions } from './options.ts'
import { unitOf, type Unit } from './unit.ts'

const boundKeys = ['min', 'max', 'within', 'over', 'delay'] as const
type BoundKey = (typeof boundKeys)[number]

/** The bounds on one contact, in the units that values are kept in. */
export type Limits = Readonly<Record<BoundKey, number | undefined>>

export interface Bounds {
  /** What text is counted in. */
  readonly counting: RateUnit
  /** The unit of the quantity itself. */
  readonly own: Unit
  /** The unit of what the values come to, which `min` and `max` bound. */
  readonly unit: Unit
  /** `complete` is false when a bound depends on a name that has no usable value on this contact. */
  limits(view: ContactView): { readonly limits: Limits; readonly complete: boolean }
}

/** Reads the bounds of a measure; reports those that cannot be read, and that there are none. */
export function compileBounds(
  options: MeasureOptions,
  measure: Measure,
  aggregate: Aggregate,
  env: CompileEnv
): Bounds {
  const counting = boundKeys.some(key => countsWords(options[key])) ? 'words' : 'chars'
  const own = unitOf(measure.unit, counting)
  const unit = aggregate === 'count' || aggregate === 'share' ? unitOf(aggregate, counting) : own
  reportMissing(options, aggregate, env)
  reportMixed(options, counting, env)
  const read = (key: BoundKey): ((view: ContactView) => number | undefined) | undefined => {
    const written = options[key]
    if (written === undefined) return undefined
    const { parse, fault } =
      key === 'min' || key === 'max' ? unit : key === 'within' ? own : unitOf('time', counting)
    return env.bound(String(written), parse, fault, [key])
  }
  const readers = {
    min: read('min'),
    max: read('max'),
    within: read('within'),
    over: read('over'),
    delay: read('delay')
  }
  return {
    counting,
    own,
    unit,
    limits(view) {
      const { min, max, within, over, delay } = readers
      const limits = {
        min: min?.(view),
        max: max?.(view),
        within: within?.(view),
        over: over?.(view),
        delay: delay?.(view)
      }
      return { limits, complete: boundKeys.every(key => !readers[key] || limits[key] !== undefined) }
    }
  }
}

function reportMissing(
  { min, max, within, grades }: MeasureOptions,
  aggregate: Aggregate,
  env: CompileEnv
): void {
  const graded = hasFullGrade(grades)
  const missing =
    aggregate === 'share'
      ? (min === undefined && !graded) || within === undefined
      : min === undefined && max === undefined && !graded
  if (missing) env.report({ kind: 'no-bound' }, [])
}

/** Bounds of one measure count alike: characters below and words above would compare nothing. */
function reportMixed(options: MeasureOptions, counting: RateUnit, env: CompileEnv): void {
  if (counting !== 'words') return
  for (const key of boundKeys) {
    const written = String(options[key] ?? '')
    if (/char/.test(written)) env.report({ kind: 'bad-value', value: written, allowed: 'words' }, [key])
  }
}

function countsWords(bound: unknown): boolean {
  return /\bwords?\s*(?:\/|$)/.test(String(bound))
}
