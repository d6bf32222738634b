import type { Path } from '../../../pattern/resolve.ts'
import type { PatternParts, PatternSource } from '../../../pattern/source.ts'
import { sampleTexts, type Stand } from './samples.ts'

/** How much of what may be said is forbidden, and which of it. */
export interface Verdict {
  readonly extent: 'all' | 'some' | 'none'
  readonly names: readonly string[]
}

/** Whether a text is forbidden. */
export type Forbids = (text: string) => boolean

/** A part of a pattern that must be said: one of its alternatives, or so many of them. */
export interface Demand {
  readonly source: PatternSource
  readonly path: Path
}

/** The parts of a pattern that must each be said. */
export function demandsOf(source: PatternSource, path: Path): readonly Demand[] {
  if (typeof source === 'string' || isList(source)) return [{ source, path }]
  const { any: either, all, of, at_least: least } = source
  return [
    ...(either === undefined ? [] : [{ source: either, path: [...path, 'any'] }]),
    ...(all ?? []).flatMap((part, i) => demandsOf(part, [...path, 'all', i])),
    ...(of && least !== undefined ? [{ source: { of, at_least: least }, path: [...path, 'of'] }] : [])
  ]
}

/**
 * How much of a demand is forbidden. A text is forbidden when it is so in all the ways that its names and gaps may be
 * filled, an expression when all the texts that it matches are; one that matches too many texts to try them, and keys
 * that are not known here, count as allowed.
 */
export function judgeDemand(
  source: PatternSource,
  forbids: Forbids,
  lexicons: Readonly<Record<string, PatternSource>>,
  stand: Stand
): Verdict {
  const open = new Set<string>()

  function judge(part: PatternSource): Verdict {
    if (typeof part === 'string') return part.startsWith('$') ? judgeLexicon(part.slice(1)) : judgeText(part)
    if (isList(part)) return oneOf(part.map(judge), 1)
    return judgeParts(part)
  }

  function judgeLexicon(name: string): Verdict {
    const lexicon = Object.hasOwn(lexicons, name) ? lexicons[name] : undefined
    if (lexicon === undefined || open.has(name)) return nothing
    open.add(name)
    const verdict = judge(lexicon)
    open.delete(name)
    return verdict
  }

  function judgeText(text: string): Verdict {
    const samples = sampleTexts(text, stand)
    return samples && samples.length > 0 && samples.every(forbids)
      ? { extent: 'all', names: [text] }
      : nothing
  }

  function judgeParts({ any, all, of, at_least: least }: PatternParts): Verdict {
    const parts = [
      ...(any === undefined ? [] : [judge(any)]),
      ...(all ?? []).map(judge),
      ...(of ? [oneOf(of.map(judge), least ?? 1)] : [])
    ]
    // Each of the parts must be said, so one that may not be said forbids the whole.
    const blocked = parts.find(part => part.extent === 'all')
    return (
      blocked ?? { extent: parts.some(isTouched) ? 'some' : 'none', names: parts.flatMap(part => part.names) }
    )
  }

  return judge(source)
}

const nothing: Verdict = { extent: 'none', names: [] }

const isTouched = (verdict: Verdict): boolean => verdict.extent !== 'none'

function oneOf(parts: readonly Verdict[], least: number): Verdict {
  const names = parts.flatMap(part => part.names)
  const left = parts.filter(part => part.extent !== 'all').length
  return { extent: left < least ? 'all' : parts.some(isTouched) ? 'some' : 'none', names }
}

function isList(source: PatternSource): source is readonly PatternSource[] {
  return Array.isArray(source)
}
