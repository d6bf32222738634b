import type { ScopeSource } from '../checks/scope.ts'
import type { By } from '../checks/view.ts'
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
