import type { Outcome } from '../../model/evaluation.ts'
import { compileAnchors } from '../anchors.ts'
import type { CompileEnv } from '../check.ts'
import { createBudget, isSpent } from '../places.ts'
import { cutWindow } from '../span.ts'
import { wholeStretch, type Quantifier, type Stretch } from '../stretch.ts'
import type { By, ContactView } from '../view.ts'
import { compileScript, type ScriptBounds } from './compile.ts'
import type { Reading } from './reading.ts'
import { scriptParts, type ScriptSource } from './source.ts'

/** What came of a script in each stretch that its anchors leave, or why it could not be looked for. */
export type ScriptSearch =
  | {
      readonly kind: 'read'
      readonly bounds: ScriptBounds
      /** Never empty. */
      readonly stretches: readonly { readonly stretch: Stretch; readonly reading: Reading }[]
    }
  | { readonly kind: 'closed'; readonly outcome: Extract<Outcome, { readonly reason: string }> }

export interface SpokenScript {
  readonly by: By
  readonly quantifier: Quantifier
  search(view: ContactView): ScriptSearch
}

/**
 * Makes a script ready with its scope. As of other things said, a contact without turns is unknown, and one in which
 * the speaker never spoke or an anchor is never said is not applicable.
 */
export function compileSpokenScript(source: ScriptSource, env: CompileEnv): SpokenScript {
  const { by = 'agent', ...parts } = scriptParts(source)
  const scope = env.scope({ by, in: parts.in }, [], by)
  const anchors = compileAnchors(parts, by, env, [])
  const script = compileScript(source, env.withNames(anchors?.names ?? []))
  const close = (status: 'na' | 'unknown', reason: string): ScriptSearch => ({
    kind: 'closed',
    outcome: { status, reason }
  })

  return {
    by,
    quantifier: anchors?.quantifier ?? 'every',
    search(view) {
      if (view.passages.length === 0) return close('unknown', env.say('noTranscript'))
      if (view.turnsBy(by).length === 0) {
        return close('na', env.say('noTurnsBy', { by: env.say(`by.${by}`) }))
      }
      const window = scope(view)
      if (!window) return close('unknown', env.say('noTimes'))
      const bounds = script.boundsOf(view)
      if (typeof bounds === 'string') return close('unknown', env.say('badBound', { name: bounds }))
      const whole = wholeStretch(view)
      if (!anchors) {
        return {
          kind: 'read',
          bounds,
          stretches: [{ stretch: whole, reading: script.read(window, view, bounds) }]
        }
      }
      const budget = createBudget()
      const located = anchors.locate(view, whole, budget)
      if (located.kind === 'unknown') return close('unknown', located.reason)
      if (located.kind === 'absent') return close('na', env.say('noTrigger', { what: located.label }))
      const stretches: { stretch: Stretch; reading: Reading }[] = []
      for (const stretch of located.stretches) {
        const left = cutWindow(window, stretch.span)
        budget.turns -= left.length
        if (isSpent(budget)) return close('unknown', env.say('tooMuch'))
        stretches.push({ stretch, reading: script.read(left, stretch.subject, bounds) })
      }
      return { kind: 'read', bounds, stretches }
    }
  }
}
