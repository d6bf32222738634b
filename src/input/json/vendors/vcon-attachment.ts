import type { Contact } from '../../../model/contact.ts'
import type { Speakers } from '../../speakers.ts'
import { parseMoment } from '../../times.ts'
import { parseContact } from '../parse-contact.ts'
import { isShapeError } from '../shape-error.ts'
import { at, listAt, type Spot, textAt } from '../spot.ts'
import type { VendorDraft } from './format.ts'

/** What `convert` attaches to a vCon: the contact as it was, but for the texts, which stand in the dialog. */
export const CONTACT_ATTACHMENT = 'linecheck_contact'

/**
 * The contact that was written into a vCon; `undefined` where nothing of the kind is attached, or where the dialog no
 * longer fits it, since somebody may have added to it.
 */
export function attachedContact(document: Spot, speakers: Speakers): VendorDraft | undefined {
  const attachment = listAt(document, 'attachments').find(spot => textAt(spot, 'type') === CONTACT_ATTACHMENT)
  const body = attachment && at(attachment, 'body').value
  if (typeof body !== 'object' || body === null) return undefined
  const { turns, ...rest }: { turns?: unknown } = { ...body }
  const dialogs = listAt(document, 'dialog')
  if (!Array.isArray(turns) || turns.length !== dialogs.length) return undefined
  const whole = dialogs.map((dialog, i): object => ({
    ...(turns[i] as object),
    text: at(dialog, 'body').value
  }))
  const contact = parseContact({ ...rest, turns: whole }, speakers)
  return isShapeError(contact) ? undefined : draftOf(contact)
}

function draftOf({ started, turns, ...contact }: Contact): VendorDraft {
  return {
    ...contact,
    started: started === undefined ? undefined : parseMoment(started),
    clock: 'offset',
    turns: turns.map(({ by, text, start, end }) => ({ by, text, start, end }))
  }
}
