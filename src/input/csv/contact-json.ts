import type { Contact } from '../../model/contact.ts'
import { parseContact } from '../json/parse-contact.ts'
import { isShapeError } from '../json/shape-error.ts'
import { createSpeakers } from '../speakers.ts'

/** The column in which `convert` writes what plain cells would change: an object with parts of a contact. */
export const CONTACT_JSON = 'contact_json'

const nobody = createSpeakers()

/** A cell of that column; undefined when it is something else of the same name. */
export function parseContactJson(cell: string): Partial<Contact> | undefined {
  try {
    const value: unknown = JSON.parse(cell)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const parts: Readonly<Record<string, unknown>> = { ...value }
    const contact = parseContact({ id: '-', ...parts, turns: [] }, nobody)
    return isShapeError(contact) ? undefined : onlyNamed(contact, parts)
  } catch {
    return undefined
  }
}

function onlyNamed(contact: Contact, parts: Readonly<Record<string, unknown>>): Partial<Contact> {
  return Object.fromEntries(Object.entries(contact).filter(([key]) => key in parts && key !== 'turns'))
}

/** The contact that the cells and the JSON beside them tell of together. */
export function withContactJson(contact: Contact, { fields, ...parts }: Partial<Contact>): Contact {
  return { ...contact, ...parts, fields: { ...contact.fields, ...fields } }
}
