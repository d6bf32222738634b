import { looksLikeRegex } from '../../../pattern/regex.ts'
import { isGap } from '../../../pattern/wording.ts'
import type { LintRule } from '../rule.ts'

/** A gap stands between two pieces of a phrase; at its edge it swallows everything, which is nothing. */
export const gaps: LintRule = ({ texts, source }, report) => {
  for (const { text, path } of texts) {
    // In a slot of a script it stands for anything.
    if (looksLikeRegex(text) || (isGap(text) && path.at(-2) === 'slots')) continue
    if (/^\s*(?:…|\.{3})|(?:…|\.{3})\s*$/.test(text)) report('lint/idle-gap', source.placeOf(path), { value: text })
  }
}
