import type { Code } from '../../diagnostics/catalogue.ts'
import type { Problem } from '../../diagnostics/problem.ts'
import { isSoleChange, parseWhole, plainOf, sameComments } from './edited.ts'
import { orderBands } from './order-bands.ts'
import { removeItem } from './remove-item.ts'
import { replaceWord } from './replace-word.ts'

/** What was done about a problem. */
export type Deed = 'replaced' | 'removed' | 'ordered'

type Mend = (text: string, problem: Problem) => string | undefined

/** Problems whose mending takes no word for another. Their standards mean the same before and after. */
const byCode: Partial<Record<Code, { readonly deed: Deed; readonly mend: Mend }>> = {
  'lint/duplicate-phrase': { deed: 'removed', mend: removeItem },
  'lint/example-duplicate': { deed: 'removed', mend: removeItem },
  'lint/bands-order': { deed: 'ordered', mend: orderBands }
}

/** What mending a problem would do, `undefined` when nobody but people can mend it. */
export function deedFor(problem: Problem): Deed | undefined {
  return byCode[problem.code]?.deed ?? (problem.sole === true ? 'replaced' : undefined)
}

/**
 * The text with a problem mended where that is safe, and everything else as it was, byte for byte; `undefined` where
 * it is not. `text` is that in which the problem was found.
 */
export function mendText(text: string, problem: Problem): string | undefined {
  return (byCode[problem.code]?.mend ?? mendWord)(text, problem)
}

/** Puts a word in the place of another, if nothing else becomes different by it. */
function mendWord(text: string, problem: Problem): string | undefined {
  const edited = replaceWord(text, problem)
  if (edited === undefined || !sameComments(text, edited)) return undefined
  const [before, after] = [parseWhole(text), parseWhole(edited)]
  if (!before || !after) return undefined
  const [word, meant] = [String(problem.values['value']), problem.meant!]
  return isSoleChange(plainOf(before), plainOf(after), word, meant) ? edited : undefined
}
