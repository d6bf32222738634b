import { withLine } from '../../../report/items/item.ts'
import type { ScriptProblem, ScriptRule } from '../../rule.ts'
import type { Script } from '../../script.ts'
import type { ScriptBreach } from '../judging.ts'
import { adviceOf, judgingOf, nameOf, quoted, relatedTo } from '../name.ts'

/**
 * No script may say what a criterion forbids. What is forbidden anywhere in a talk is an error; what is so only at the
 * beginning or end of one, or where nothing else is said, a warning; what costs no points, a note.
 */
export const forbidden: ScriptRule = function* (library, context) {
  const judging = judgingOf(context)
  const lists = new Set(judging.lists)
  const counts = new Map(judging.criteria.map(({ criterion, counts: costs }) => [criterion, costs]))
  for (const script of library) {
    for (const breach of judging.breaches(script)) {
      if (lists.has(breach.standard)) yield listed(script, breach)
      else yield problemOf(script, breach, counts.get(breach.criterion) ?? true)
    }
  }

  function problemOf(script: Script, breach: ScriptBreach, costs: boolean): ScriptProblem {
    const { standard, criterion, anywhere, from, to, words } = breach
    return {
      code: anywhere ? 'scripts/forbidden' : 'scripts/forbidden-at-times',
      severity: costs ? (anywhere ? 'error' : 'warning') : 'note',
      place: script.placeOf(from, to),
      values: {
        criterion: nameOf(criterion, context.lang),
        words: quoted(words),
        advice: adviceOf(criterion, context.lang)
      },
      script: script.id,
      clause: criterion.clause,
      related: [relatedTo(standard, criterion)]
    }
  }

  function listed(script: Script, { criterion, from, to, words }: ScriptBreach): ScriptProblem {
    const place = withLine(criterion.place)
    return {
      code: 'scripts/forbidden-word',
      severity: 'error',
      place: script.placeOf(from, to),
      values: {
        words: quoted(words),
        word: quoted(criterion.title),
        where: `${place.file}:${place.line}`
      },
      script: script.id,
      related: [{ place, message: criterion.title }]
    }
  }
}
