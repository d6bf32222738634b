import { compileBounds, type Limits } from '../checks/measures/bounds.ts'
import { compileExcuse } from '../checks/measures/excuse.ts'
import { compileLens } from '../checks/measures/lens.ts'
import type { MeasureOptions } from '../checks/measures/options.ts'
import type { ContactView } from '../checks/view.ts'
import type { CompileEnv } from '../checks/check.ts'
import { formatDuration } from '../text/quantity.ts'
import { whatIsMeasured } from './measured.ts'

/** The values of a quantity on a contact, before they become one. */
export interface MeasureTrace {
  readonly values: readonly {
    /** As people read it: `12.5s`, `160 chars/min`. */
    readonly figure: string
    readonly turn?: number | undefined
    readonly at?: number | undefined
    /** Whether words that excuse it were said. */
    readonly excused: boolean
  }[]
  /** Bounds as they are written, and with the names in them filled. */
  readonly bounds: readonly { readonly key: string; readonly written: string; readonly value: string }[]
}

/** `undefined` where there is nothing to measure by. */
export function traceMeasure(
  options: MeasureOptions,
  env: CompileEnv,
  view: ContactView
): MeasureTrace | undefined {
  const measured = whatIsMeasured(options)
  if (!measured) return undefined
  const { quantity, aggregate, by } = measured
  const bounds = compileBounds(options, quantity, aggregate, env)
  const { limits } = bounds.limits(view)
  const lens = compileLens(options, quantity, aggregate, by, env)(view, bounds.counting, limits)
  if (!lens) return undefined
  const excuses = compileExcuse(options.unless, quantity, env)
  const sampled = quantity.sample(view, lens)
  const samples = sampled.kind === 'samples' ? sampled.samples : []
  const show = (key: keyof Limits): string => {
    const value = limits[key]
    if (value === undefined) return '-'
    if (key === 'min' || key === 'max') return bounds.unit.show(value)
    return key === 'within' ? bounds.own.show(value) : formatDuration(value)
  }
  return {
    values: [
      ...(sampled.kind === 'stated' ? [{ figure: bounds.unit.show(sampled.value), excused: false }] : []),
      ...samples.map(sample => ({
        figure: bounds.own.show(sample.value),
        excused: excuses(sample, view),
        ...(sample.passage ? { turn: sample.passage.index + 1, at: sample.passage.turn.start } : {})
      }))
    ],
    bounds: (['min', 'max', 'within', 'over', 'delay'] as const).flatMap(key =>
      options[key] === undefined ? [] : [{ key, written: String(options[key]), value: show(key) }]
    )
  }
}
