import { anchorParts, sides, type AnchorKeys, type AnchorSource } from '../checks/anchor-source.ts'
import type { ScopeSource } from '../checks/scope.ts'
import type { By } from '../checks/view.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { StandardSource } from '../standard/schema.ts'
import { inset, patternInWords } from './pattern-words.ts'
import type { Tell } from './words.ts'

/** Which turns a scope holds, as part of a sentence; '' for all of them. */
export function scopeInWords(scope: ScopeSource, tell: Tell): string {
  if (scope.in === undefined) return ''
  const text = scope.in.trim()
  const counted = /^(first|last)(?:\s+(\d+))?\s+(turn|run)s?$/.exec(text)
  if (counted) {
    const [edge, unit] = [counted[1] as 'first' | 'last', counted[3] as 'turn' | 'run']
    const n = Number(counted[2] ?? 1)
    return n === 1 ? tell(`in.${edge}-${unit}`) : tell(`in.${edge}-${unit}s`, { n })
  }
  const ordinal = /^(turn|run)s?\s+(\d+)(?:\s*\.\.\s*(\d+))?$/.exec(text)
  if (ordinal) {
    const [, unit, from = '1', to = from] = ordinal
    return tell(`in.${unit as 'turn' | 'run'}s`, { from, to })
  }
  const edge = /^(first|last)\s+(\S.*)$/.exec(text)
  if (edge) return tell(`in.${edge[1] as 'first' | 'last'}`, { span: edge[2]! })
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  return range ? tell('in.range', { from: range[1]!, to: range[2]! }) : tell('in.other', { text })
}

/** How far a reply reaches. */
export function withinInWords(within: string, tell: Tell): string {
  const counted = /^(\d+)\s+(turn|run)s?$/.exec(within.trim())
  return counted
    ? tell(`within.${counted[2] as 'turn' | 'run'}s`, { n: counted[1]! })
    : tell('within.other', { text: within })
}

/** `the agent`, by the scope or by default. */
export function speakerInWords(scope: ScopeSource, fallback: By, tell: Tell): string {
  return tell(`by.${scope.by ?? fallback}`)
}

/** What a scope is tied to, a line or more for each anchor. */
export function anchorsInWords(keys: AnchorKeys, standard: StandardSource, tell: Tell): readonly string[] {
  return sides.flatMap(side => {
    const source = keys[side]
    return source === undefined ? [] : anchorInWords(side, source, standard, tell)
  })
}

function anchorInWords(
  side: (typeof sides)[number],
  source: AnchorSource,
  standard: StandardSource,
  tell: Tell
): readonly string[] {
  const parts = anchorParts(source)
  const nth = parts?.nth ?? 'first'
  const which = typeof nth === 'number' ? tell('nth.number', { n: nth }) : tell(`nth.${nth}`)
  const reach =
    parts?.reach === undefined ? '' : tell('anchor.reach', { reach: withinInWords(parts.reach, tell) })
  const head = tell(`anchor.${side}`, { which, reach })
  if (parts?.criterion !== undefined) {
    return [head, ...inset([tell('anchor.criterion', { id: parts.criterion, is: parts.is ?? '' }).trim()])]
  }
  const values = { by: speakerInWords(parts ?? {}, 'anyone', tell), in: scopeInWords(parts ?? {}, tell) }
  return [
    head,
    ...inset([
      tell('condition.said', values),
      ...inset(patternInWords(source as PatternSource, standard, tell)),
      ...anchorsInWords(parts ?? {}, standard, tell)
    ])
  ]
}
