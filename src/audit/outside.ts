import type { ContactView } from '../checks/view.ts'
import type { Say } from '../checks/words.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { isValidOn } from '../standard/valid.ts'

/**
 * Why a standard is not for a contact; `undefined` when it is. Where `applies` cannot be known the standard applies:
 * else logs that lack a field would go unjudged.
 */
export function whyOutside(
  { valid, applies }: CompiledStandard,
  view: ContactView,
  say: Say
): string | undefined {
  if (!isValidOn(valid, view.contact.started)) {
    return say('notValid', { from: valid?.from ?? '…', to: valid?.to ?? '…' })
  }
  const verdict = applies?.test(view)
  if (!applies || verdict?.kind !== 'value' || verdict.value) return undefined
  return say('whenFalse', { condition: applies.text })
}
