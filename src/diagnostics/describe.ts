import { catalogue } from './catalogue.ts'
import type { Problem } from './problem.ts'
import { fill, type Lang, type Wording } from './wording.ts'

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
