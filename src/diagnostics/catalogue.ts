import { inputCodes } from './codes-input.ts'
import { standardCodes } from './codes-standard.ts'
import { usageCodes } from './codes-usage.ts'
import type { Problem } from './problem.ts'
import { fill, type Lang, type Wording } from './wording.ts'

/** Every stable code with its message and hint. A code, once released, keeps its meaning. */
export const catalogue: typeof standardCodes & typeof inputCodes & typeof usageCodes = {
  ...standardCodes,
  ...inputCodes,
  ...usageCodes
}

export type Code = keyof typeof catalogue

export const codes: readonly Code[] = Object.keys(catalogue) as Code[]

/** The message of a problem and what to do about it, in words. */
export function describe(problem: Problem, lang: Lang): { message: string; hint: string | undefined } {
  const entry: { text: Wording; hint?: Wording } = catalogue[problem.code]
  const meant = problem.meant === undefined ? undefined : fill(didYouMean[lang], { meant: problem.meant })
  return {
    message: fill(entry.text[lang], problem.values),
    hint: meant ?? (entry.hint && fill(entry.hint[lang], problem.values))
  }
}

const didYouMean: Wording = { en: 'did you mean "{meant}"?', zh: '是否想写“{meant}”?' }
