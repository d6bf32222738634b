import { blurReading, readingsOf } from '../text/readings.ts'

/** Two neighbouring characters as one number. */
export type Pair = number

/**
 * Calls for each pair of neighbouring characters of a text, with its place. By sound a pair is one of readings that recognisers do not
 * tell apart, and there is a pair for each way to read the characters.
 */
export function eachPair(text: string, sound: boolean, visit: (pair: Pair, at: number) => void): void {
  if (!sound) {
    for (let i = 0; i + 1 < text.length; i++) visit(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1), i)
    return
  }
  let before = listSounds(text.charCodeAt(0))
  for (let i = 1; i < text.length; i++) {
    const sounds = listSounds(text.charCodeAt(i))
    for (const a of before) for (const b of sounds) visit(a * 0x10000 + b, i - 1)
    before = sounds
  }
}

/** Readings as far as recognisers tell them apart; what is no Chinese character is itself. */
function listSounds(unit: number): readonly number[] {
  const readings = readingsOf(unit)
  // Readings are few; above the characters of Latin scripts they cannot be taken for any.
  return readings.length === 0 ? [unit] : readings.map(reading => 0xf000 + blurReading(reading))
}
