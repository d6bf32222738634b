import * as z from 'zod'
import type { CheckKind } from '../check.ts'

/** An expression over the fields of the contact must hold. */
export const field: CheckKind<string> = {
  name: 'field',
  options: z.string().min(1),
  compile(text, env) {
    const expression = env.expression(text, [])
    return view => {
      const verdict = expression.evaluate(view)
      switch (verdict.kind) {
        case 'missing':
          return { status: 'unknown', reason: env.say('missingField', { fields: verdict.fields.join(', ') }) }
        case 'error':
          return { status: 'unknown', reason: env.say('badField', { reason: verdict.reason }) }
        case 'value': {
          const evidence = expression.evidence(view)
          if (verdict.value) return { status: 'pass', earned: 1, evidence }
          const message = env.say('fieldFailed', { expression: text })
          return { status: 'fail', earned: 0, count: 1, evidence, message }
        }
      }
    }
  }
}
