/**
 * A word of a form as it is compared: full width, case and outer space do not matter. Unlike `fold` it keeps every
 * sign, since "A", "A-" and "A+" are three grades.
 */
export function tidy(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase()
}
