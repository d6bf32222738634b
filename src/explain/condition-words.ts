import type { ConditionParts, ConditionSource } from '../checks/sources.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { StandardSource } from '../standard/schema.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { anchorsInWords, scopeInWords, speakerInWords } from './scope-words.ts'
import type { Tell } from './words.ts'

/** A condition as lines: expressions as they are written, what is said in words. */
export function conditionInWords(
  condition: ConditionSource,
  standard: StandardSource,
  tell: Tell
): readonly string[] {
  if (typeof condition === 'string') return [condition]
  if (isList(condition)) return condition.flatMap(part => conditionInWords(part, standard, tell))
  return partsInWords(condition, standard, tell)
}

function partsInWords(condition: ConditionParts, standard: StandardSource, tell: Tell): readonly string[] {
  const { either, neither, criterion, is = 'pass', ...said } = condition
  const listed = (parts: readonly ConditionSource[]): readonly string[] =>
    parts.flatMap(part =>
      conditionInWords(part, standard, tell).map((line, i) => (i === 0 ? '  - ' : '    ') + line)
    )
  return [
    ...(Object.keys(said).length === 0 ? [] : saidInWords(said, standard, tell)),
    ...(criterion === undefined
      ? []
      : [
          tell('condition.outcome', {
            id: criterion,
            is: [is]
              .flat()
              .map(status => tell(status))
              .join(' / ')
          })
        ]),
    ...(either ? [tell('condition.either'), ...listed(either)] : []),
    ...(neither ? [tell('condition.neither'), ...listed(neither)] : [])
  ]
}

function saidInWords(said: ConditionParts, standard: StandardSource, tell: Tell): readonly string[] {
  const values = { by: speakerInWords(said, 'anyone', tell), in: scopeInWords(said, tell) }
  return [
    tell('condition.said', values),
    ...inset(patternInWords(said as PatternSource, standard, tell)),
    ...anchorsInWords(said, standard, tell)
  ]
}

function isList(condition: ConditionSource): condition is readonly ConditionSource[] {
  return Array.isArray(condition)
}
