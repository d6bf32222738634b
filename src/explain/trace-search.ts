import type { CompileEnv } from '../checks/check.ts'
import type { Speaker } from '../model/contact.ts'
import type { FoundEvidence, MissingEvidence } from '../model/evaluation.ts'
import { describeMissing } from '../pattern/nearest.ts'
import { quoteHit, type Passage, type Window } from '../pattern/passage.ts'
import type { Pattern, Subject } from '../pattern/pattern.ts'
import type { Path } from '../pattern/resolve.ts'
import type { PatternParts, PatternSource } from '../pattern/source.ts'
import { beside } from './pattern-words.ts'

/** A part of a pattern, and what of it was there. */
export interface PartTrace {
  readonly label: string
  readonly matched: boolean
  readonly hits: readonly FoundEvidence[]
  /** The nearest miss in the window, for a part that is not there. */
  readonly nearest?: MissingEvidence['nearest']
}

/** A turn that was looked at, with what was found in it, or what came nearest. */
export interface TurnTrace {
  /** From 1. */
  readonly turn: number
  readonly by: Speaker
  readonly at?: number | undefined
  readonly text: string
  readonly found: readonly { readonly label: string; readonly hit: FoundEvidence }[]
  readonly nearest?: (NonNullable<MissingEvidence['nearest']> & { readonly label: string }) | undefined
}

/** Looking for a pattern in a window, part by part and turn by turn. */
export interface SearchTrace {
  readonly parts: readonly PartTrace[]
  readonly turns: readonly TurnTrace[]
}

interface Part {
  readonly pattern: Pattern
  /** What must not be there has no near misses. */
  readonly wanted: boolean
}

/** Tries every part of a pattern by itself on a window and on each of its turns. */
export function traceSearch(
  source: PatternSource,
  env: CompileEnv,
  at: Path,
  window: Window,
  subject: Subject
): SearchTrace {
  const parts = partsOf(source).map((part): Part => ({
    pattern: env.pattern(part, at),
    wanted: typeof part === 'string' || Array.isArray(part) || !onlyNot(part as PatternParts)
  }))
  return {
    parts: parts.map(part => tracePart(part, window, subject)),
    turns: window.map(passage => traceTurn(parts, passage, subject))
  }
}

/** The parts that must all hold, each with the exceptions of the whole. */
function partsOf(source: PatternSource): readonly PatternSource[] {
  if (typeof source === 'string' || Array.isArray(source)) return [source]
  const { except, all, at_least: least, ...rest } = source as PatternParts
  const parts = Object.entries(rest).flatMap(([key, value]): PatternSource[] => {
    if (value === undefined || beside.has(key)) return []
    return [key === 'of' ? { of: value as readonly PatternSource[], at_least: least } : { [key]: value }]
  })
  const whole = [...(all ?? []), ...parts]
  return except === undefined ? whole : whole.map(part => ({ any: part, except }))
}

function onlyNot(part: PatternParts): boolean {
  return Object.keys(part).every(key => key === 'not')
}

function tracePart({ pattern, wanted }: Part, window: Window, subject: Subject): PartTrace {
  const finding = pattern.find(window, subject, 'every')
  const found = { label: pattern.label, matched: finding.matched, hits: finding.hits.map(quoteHit) }
  const nearest = finding.matched || !wanted ? undefined : nearestIn(pattern, window, subject)
  return nearest ? { ...found, nearest } : found
}

function traceTurn(parts: readonly Part[], passage: Passage, subject: Subject): TurnTrace {
  const { turn, index } = passage
  const found = parts.flatMap(({ pattern }) =>
    pattern.find([passage], subject, 'every').hits.map(hit => ({ label: pattern.label, hit: quoteHit(hit) }))
  )
  const near = parts
    .filter(({ pattern, wanted }) => wanted && !found.some(({ label }) => label === pattern.label))
    .flatMap(({ pattern }) => {
      const nearest = nearestIn(pattern, [passage], subject)
      return nearest ? [{ ...nearest, label: pattern.label }] : []
    })
    .sort((a, b) => b.similarity - a.similarity)
  return {
    turn: index + 1,
    by: turn.by,
    at: turn.start,
    text: turn.text,
    found,
    nearest: found.length === 0 ? near[0] : undefined
  }
}

function nearestIn(pattern: Pattern, window: Window, subject: Subject): MissingEvidence['nearest'] {
  const { missing } = pattern.find(window, subject, 'every')
  return missing
    .flatMap(part => describeMissing(part, window).nearest ?? [])
    .reduce<MissingEvidence['nearest']>(
      (best, one) => (best && best.similarity >= one.similarity ? best : one),
      undefined
    )
}
