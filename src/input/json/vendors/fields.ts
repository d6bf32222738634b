import type { FieldValue } from '../../../model/contact.ts'
import { isFilled, listAt, type Spot } from '../spot.ts'

/** Fields of a contact without those that the source does not state. */
export function statedFields(
  fields: Readonly<Record<string, FieldValue | undefined>>
): Readonly<Record<string, FieldValue>> {
  const stated = Object.entries(fields).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined && entry[1] !== null && entry[1] !== ''
  )
  return Object.fromEntries(stated)
}

/** A list of texts as one field, `a, b`. */
export function joinedAt(
  spot: Spot,
  keys: string,
  part?: (item: Spot) => string | undefined
): string | undefined {
  const texts = listAt(spot, keys)
    .filter(isFilled)
    .map(item => (part ? part(item) : String(item.value)))
  const known = [...new Set(texts.filter(text => text !== undefined))]
  return known.length > 0 ? known.join(', ') : undefined
}
