import { createView, type ContactView, type MarkOf } from '../checks/view.ts'
import type { Contact } from '../model/contact.ts'
import type { CompiledStandard } from './standard.ts'

/** A contact as the criteria and metrics of one standard see it. */
export function viewOf(standard: CompiledStandard, contact: Contact, mark?: MarkOf): ContactView {
  const adapted = standard.adapt?.(contact) ?? contact
  return createView(adapted, standard.vars, standard.prefilter, mark)
}
