import { listHomophones } from '../text/readings.ts'
import { escapeRegex } from './phrase.ts'

/**
 * Writes a text so that each of its Chinese characters stands for all that share one of its readings, tones aside:
 * 星合热线 and 行河惹线 for 星河热线. Other characters stand for themselves.
 */
export function writeSounds(text: string): string {
  return [...text].map(writeSound).join('')
}

// Characters come back in phrase after phrase, and writing one means to sort a few hundred others.
const written = new Map<string, string>()

function writeSound(character: string): string {
  const known = written.get(character)
  if (known !== undefined) return known
  const source = writeClass(listHomophones(character.charCodeAt(0))) ?? escapeRegex(character)
  written.set(character, source)
  return source
}

/** A class of characters as ranges; `undefined` for none. */
function writeClass(characters: string): string | undefined {
  if (characters === '') return undefined
  const codes = [...characters].map(character => character.charCodeAt(0)).sort((a, b) => a - b)
  let source = ''
  for (let i = 0; i < codes.length; i++) {
    const first = codes[i]!
    while (codes[i + 1] === codes[i]! + 1) i++
    source += String.fromCharCode(first)
    if (codes[i]! > first) source += `-${String.fromCharCode(codes[i]!)}`
  }
  return `[${source}]`
}
