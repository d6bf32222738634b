import type { CompileEnv } from '../check.ts'
import type { ContactView } from '../view.ts'
import type { Measure, Sample } from './measure.ts'
import { EXCUSE_REACH, type ExcuseSource } from './options.ts'

/** Whether what was said shortly before a value, or where the quantity has it so in the very turn, excuses it. */
export type Excuse = (sample: Sample, view: ContactView) => boolean

export function compileExcuse(source: ExcuseSource | undefined, measure: Measure, env: CompileEnv): Excuse {
  if (!source) return () => false
  const inside = measure.excusedInside === true
  // What an earlier turn said does not excuse cutting in, or saying too much, unless the standard says so.
  const { by = 'agent', reach = inside ? 0 : EXCUSE_REACH } = source
  const pattern = env.pattern(source, ['unless'])
  const beyond = inside ? 1 : 0
  return ({ passage }, view) => {
    if (!passage) return false
    const near = view.passages
      .slice(Math.max(0, passage.index - reach), passage.index + beyond)
      .filter(({ turn }) =>
        by === 'anyone' ? turn.by === 'agent' || turn.by === 'customer' : turn.by === by
      )
    return pattern.find(near, view, 'first').matched
  }
}
