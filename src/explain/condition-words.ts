import type { ConditionSource } from '../checks/sources.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { StandardSource } from '../standard/schema.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { scopeInWords, speakerInWords } from './scope-words.ts'
import type { Tell } from './words.ts'

/** A condition as lines: expressions as they are written, what is said in words. */
export function conditionInWords(
  condition: ConditionSource,
  standard: StandardSource,
  tell: Tell
): readonly string[] {
  if (typeof condition === 'string') return [condition]
  if (isList(condition)) return condition.flatMap(part => conditionInWords(part, standard, tell))
  const values = { by: speakerInWords(condition, 'anyone', tell), in: scopeInWords(condition, tell) }
  return [
    tell('condition.said', values),
    ...inset(patternInWords(condition as PatternSource, standard, tell))
  ]
}

function isList(condition: ConditionSource): condition is readonly ConditionSource[] {
  return Array.isArray(condition)
}
