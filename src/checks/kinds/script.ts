import type { CheckKind } from '../check.ts'
import { readingOutcome } from '../script/outcome.ts'
import { compileSpokenScript } from '../script/search.ts'
import { scriptParts, scriptSchema, type ScriptSource } from '../script/source.ts'
import { combineStretches, placeOutcome } from '../stretch-outcomes.ts'

/**
 * A passage must be said, part by part, nearly as it is written: so many of its parts, in the order that is asked for,
 * with what must stand in its slots. With anchors, at each of their hits or at one of them.
 */
export const script: CheckKind<ScriptSource> = {
  name: 'script',
  options: scriptSchema,
  compile(options, env) {
    const spoken = compileSpokenScript(options, env)
    const { partial = false } = scriptParts(options)

    return view => {
      const search = spoken.search(view)
      if (search.kind === 'closed') return search.outcome
      const { coverage } = search.bounds
      const outcomes = search.stretches.map(({ stretch, reading }) =>
        placeOutcome(
          readingOutcome(reading, { coverage, partial }, env.say),
          stretch,
          spoken.by,
          view,
          env.say
        )
      )
      return combineStretches(outcomes, spoken.quantifier, partial, env.say)
    }
  }
}
