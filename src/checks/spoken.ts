import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import type { Evidence, Outcome } from '../model/evaluation.ts'
import { quoteHit, type Hit, type Window } from '../pattern/passage.ts'
import type { Finding, Pattern, Want } from '../pattern/pattern.ts'
import type { Path } from '../pattern/resolve.ts'
import { patternKeys, patternSchema } from '../pattern/source.ts'
import { anchorKeys, type AnchorKeys } from './anchor-source.ts'
import { compileAnchors } from './anchors.ts'
import type { CompileEnv } from './check.ts'
import { createBudget, isSpent } from './places.ts'
import { scopeKeys, type ScopeSource } from './scope.ts'
import type { SpokenSource } from './sources.ts'
import { cutWindow } from './span.ts'
import { wholeStretch, type Quantifier, type Stretch } from './stretch.ts'
import type { By, ContactView } from './view.ts'

/** The keys of something said. */
export const saidKeys = { ...scopeKeys, ...anchorKeys, ...patternKeys }

export const spokenSchema: z.ZodType<SpokenSource> = spokenWith({})

/** The schema of a spoken pattern whose object form takes further keys. Its branches differ in type, which keeps messages plain. */
export function spokenWith<Shape extends z.core.$ZodLooseShape>(extra: Shape): z.ZodType<SpokenSource> {
  // An extra key of a caller's is known to that caller's check only.
  return z.union([
    z.string(),
    z.array(patternSchema).min(1),
    closed({ ...saidKeys, ...extra })
  ]) as z.ZodType<SpokenSource>
}

/** What came of looking for a pattern in one stretch. */
export interface Part {
  readonly stretch: Stretch
  readonly window: Window
  readonly finding: Finding
}

/**
 * Where a pattern was looked for and what came of it, or why that could not be done. With anchors there is a part for
 * each of their hits that count; `window` and `finding` are then those of the part that decides whether it was said.
 */
export type Search =
  | {
      readonly kind: 'searched'
      readonly window: Window
      readonly finding: Finding
      /** Never empty. */
      readonly parts: readonly Part[]
    }
  /** `adrift`: an anchor is never said. */
  | { readonly kind: 'closed'; readonly outcome: Outcome; readonly adrift?: boolean | undefined }

export interface Spoken {
  readonly by: By
  readonly pattern: Pattern
  /** What its pattern and its anchors capture, for patterns that depend on it. */
  readonly names: readonly string[]
  /** Whether what is asked must hold in every part of a search or in one of them. */
  readonly quantifier: Quantifier
  search(view: ContactView, want: Want): Search
}

/** The scope keys of a source, if it has any. */
export function scopeOf(source: SpokenSource): ScopeSource & AnchorKeys {
  return typeof source === 'string' || Array.isArray(source) ? {} : (source as ScopeSource & AnchorKeys)
}

/**
 * Makes a spoken pattern ready. A contact without turns is unknown, one in which the speaker never spoke or an anchor
 * is never said is not applicable, and a scope in seconds is unknown where turns carry no times.
 */
export function compileSpoken(source: SpokenSource, env: CompileEnv, at: Path, fallback: By): Spoken {
  const parts = scopeOf(source)
  const by = parts.by ?? fallback
  const scope = env.scope(parts, at, fallback)
  const anchors = compileAnchors(parts, by, env, at)
  const outer = anchors?.names ?? []
  const pattern = env.withNames(outer).pattern(source, at)
  const who = env.say(`by.${by}`)
  const quantifier = anchors?.quantifier ?? 'every'
  const close = (status: 'na' | 'unknown', reason: string): Search => ({
    kind: 'closed',
    outcome: { status, reason }
  })

  const [noTranscript, noTimes] = [
    close('unknown', env.say('noTranscript')),
    close('unknown', env.say('noTimes'))
  ]
  const neverSpoke = close('na', env.say('noTurnsBy', { by: who }))

  return {
    by,
    pattern,
    names: [...outer, ...(pattern.captures?.names ?? [])],
    quantifier,
    search(view, want) {
      if (view.passages.length === 0) return noTranscript
      if (view.turnsBy(by).length === 0) return neverSpoke
      const window = scope(view)
      if (!window) return noTimes
      if (!anchors) {
        const finding = pattern.find(window, view, want)
        return {
          kind: 'searched',
          window,
          finding,
          parts: [{ stretch: wholeStretch(view), window, finding }]
        }
      }
      const budget = createBudget()
      const located = anchors.locate(view, wholeStretch(view), budget)
      if (located.kind === 'unknown') return close('unknown', located.reason)
      if (located.kind === 'absent') {
        return { ...close('na', env.say('noTrigger', { what: located.label })), adrift: true }
      }
      const found: Part[] = []
      for (const stretch of located.stretches) {
        const left = cutWindow(window, stretch.span)
        budget.turns -= left.length
        if (isSpent(budget)) return close('unknown', env.say('tooMuch'))
        found.push({ stretch, window: left, finding: pattern.find(left, stretch.subject, want) })
      }
      const deciding = found.find(({ finding }) => finding.matched === (quantifier === 'any')) ?? found[0]!
      return { kind: 'searched', window: deciding.window, finding: deciding.finding, parts: found }
    }
  }
}

/** The hits of all parts in order; a word that several of them hold was said once. */
export function distinctHits(parts: readonly Part[]): readonly Hit[] {
  if (parts.length === 1) return parts[0]!.finding.hits
  const hits = parts.flatMap(({ finding }) => finding.hits)
  const known = new Map(hits.map(hit => [`${hit.passage.index}:${hit.from}:${hit.to}`, hit]))
  return [...known.values()].sort((a, b) => a.passage.index - b.passage.index || a.from - b.from)
}

export function quoteAll(hits: readonly Hit[]): readonly Evidence[] {
  return hits.map(quoteHit)
}

/** The words of some hits, each once, for messages. */
export function wordsOf(hits: readonly Hit[]): string {
  const words = new Set(hits.map(hit => hit.passage.turn.text.slice(hit.from, hit.to)))
  const shown = [...words].slice(0, 3).join(' / ')
  return words.size > 3 ? `${shown} / … (${words.size})` : shown
}
