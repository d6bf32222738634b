import { checksOf } from '../phrases/checks.ts'
import type { LintRule } from '../rule.ts'

const wording = ['any', 'all', 'of']

/** A breach of `avoid` is words that were said, so it must look for some. */
export const idleAvoid: LintRule = ({ entries, source }, report) => {
  for (const { source: check, path } of entries.flatMap(checksOf)) {
    const { avoid } = check
    if (typeof avoid !== 'object' || avoid === null || !('not' in avoid)) continue
    if (wording.some(key => key in avoid)) continue
    report('lint/never-breached', source.placeOfKey([...path, 'avoid', 'not']), {})
  }
}
