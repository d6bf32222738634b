import type { Passage } from '../../pattern/passage.ts'
import type { RateUnit } from '../../text/quantity.ts'

/** How much was said: letters and digits, or words; punctuation is not heard. */
export function countSpoken(passage: Passage, unit: RateUnit): number {
  return unit === 'words' ? countWords(passage.folded) : passage.folded.replace(/[^\p{L}\p{N}]/gu, '').length
}

/** How much was typed: all characters but white space, or words. */
export function countTyped(passage: Passage, unit: RateUnit): number {
  return unit === 'words'
    ? countWords(passage.folded)
    : Array.from(passage.turn.text.replace(/\s/g, '')).length
}

/** Latin words and figures count as one each, so does every Chinese character. */
function countWords(folded: string): number {
  return folded.match(/[a-z0-9]+(?:[^a-z0-9\u2e80-\uffff\s][a-z0-9]+)*|[\u2e80-\u9fff]/g)?.length ?? 0
}
