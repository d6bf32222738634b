import { looksLikeRegex, parseRegex } from '../../../pattern/regex.ts'
import { findAmbiguity } from '../regex/ambiguity.ts'
import { findReach } from '../regex/reach.ts'
import { parseRegexTree, type RegexNode } from '../regex/tree.ts'
import type { LintRule } from '../rule.ts'

const slot = /(?<!\\[pPuk])\{[\p{L}_][\p{L}\p{N}_.]*\??\}/u

/** Regular expressions can match what they are shown, in all their parts, and in reasonable time. */
export const expressions: LintRule = ({ texts, source }, report) => {
  for (const { text, path } of texts) {
    if (!looksLikeRegex(text)) continue
    const parsed = parseRegex(text)
    // A text that begins with a slash under another key than that of a pattern.
    if (!parsed.ok) continue
    const place = source.placeOf(path)
    const tree = parseRegexTree(parsed.source)
    const show = (node: RegexNode): string => parsed.source.slice(node.from, node.to)

    const slow = findAmbiguity(tree, parsed.flags)
    if (slow) report('lint/regex-slow', place, { part: show(slow) })
    if (parsed.original) continue
    const name = slot.exec(text)
    if (name) {
      report('lint/regex-name', place, { part: name[0] })
      continue
    }
    const reach = findReach(tree, parsed.flags)
    if (reach.kind === 'none') report('lint/regex-never', place, { value: text })
    if (reach.kind !== 'parts') continue
    for (const node of reach.dead) report('lint/regex-dead-part', place, { part: show(node), value: text })
  }
}
