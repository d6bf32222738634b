import { withLine } from '../../../report/items/item.ts'
import type { ScriptRule } from '../../rule.ts'
import { measureCoverage } from '../coverage.ts'
import { adviceOf, nameOf } from '../name.ts'

/** For each criterion that asks for words there is a script, or several that together do what it asks. */
export const covered: ScriptRule = function* (library, context) {
  const { lang, options } = context
  const missing = options.cover === 'declared' ? 'scripts/undeclared' : 'scripts/uncovered'
  if (library.length === 0) return
  for (const { standard, scripts, criteria } of context.coverage ?? measureCoverage(library, context)) {
    if (scripts === 0) {
      const place = { file: standard.file, line: 1 }
      yield { code: 'scripts/other-channel', severity: 'warning', place, values: { value: standard.title } }
      continue
    }
    for (const { judged, status } of criteria) {
      if (status === 'covered') continue
      const { criterion, counts } = judged
      yield {
        code: status === 'untold' ? 'scripts/no-occasion' : missing,
        severity: counts && status !== 'untold' ? 'warning' : 'note',
        place: withLine(criterion.place),
        values: { criterion: nameOf(criterion, lang), advice: adviceOf(criterion, lang) },
        clause: criterion.clause
      }
    }
  }
}
