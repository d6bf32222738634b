import type { PlacedText } from './placed-text.ts'

/** Between the parts of a scenario, from the widest to the narrowest. */
const BETWEEN = ' / '

/** A scenario of several parts, headings above each other for example, with the place of the narrowest. */
export function joinScenario(parts: readonly PlacedText[]): PlacedText {
  const last = parts.at(-1)!
  const text = parts.map(part => part.text).join(BETWEEN)
  return parts.length === 1 ? last : { text, placeOf: () => last.placeOf(0, last.text.length) }
}
