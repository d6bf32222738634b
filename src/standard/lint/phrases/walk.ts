import type { Path } from '../../../pattern/resolve.ts'
import type { StandardSource } from '../../schema.ts'

/** A text of a standard that its checks read, with the keys that lead to it. */
export interface CheckedText {
  readonly text: string
  readonly path: Path
}

// Texts under these keys are for people, or name things; nothing is looked for by them.
const prose = new Set([
  'linecheck',
  'id',
  'title',
  'version',
  'extends',
  'drop',
  'valid',
  'requires',
  'manual',
  'lang',
  'about',
  'advice',
  'clause',
  'clauses',
  'dimension',
  'severity',
  'class',
  'examples',
  'fields',
  'vars',
  'scoring'
])

/**
 * Every text that the checks, conditions and lexicons of a standard are made of. Kinds of checks are not told apart,
 * so that none is forgotten.
 */
export function checkedTexts(standard: StandardSource): readonly CheckedText[] {
  const found: CheckedText[] = []
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') found.push({ text: value, path })
    else if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...path, i]))
    else if (typeof value === 'object' && value !== null) {
      // The names of lexicons are the user's own, and may be any of the words above.
      const named = path.length === 1 && path[0] === 'lexicons'
      for (const [key, item] of Object.entries(value)) {
        if (named || !prose.has(key)) visit(item, [...path, key])
      }
    }
  }
  visit(standard, [])
  return found
}
