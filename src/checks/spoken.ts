import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import type { Evidence, Outcome } from '../model/evaluation.ts'
import { quoteHit, type Hit, type Window } from '../pattern/passage.ts'
import type { Finding, Pattern, Want } from '../pattern/pattern.ts'
import type { Path } from '../pattern/resolve.ts'
import { patternKeys, patternSchema } from '../pattern/source.ts'
import type { CompileEnv } from './check.ts'
import { scopeKeys, type ScopeSource } from './scope.ts'
import type { SaidSource, SpokenSource } from './sources.ts'
import type { By, ContactView } from './view.ts'

/** The keys of something said. */
export const saidKeys = { ...scopeKeys, ...patternKeys }

export const saidSchema: z.ZodType<SaidSource> = closed(saidKeys).meta({
  id: 'said',
  description: 'Something said: by whom, where, and which pattern.'
})

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

/** Where a pattern was looked for and what came of it, or why that could not be done. */
export type Search =
  | { readonly kind: 'searched'; readonly window: Window; readonly finding: Finding }
  | { readonly kind: 'closed'; readonly outcome: Outcome }

export interface Spoken {
  readonly by: By
  readonly pattern: Pattern
  search(view: ContactView, want: Want): Search
}

/** The scope keys of a source, if it has any. */
export function scopeOf(source: SpokenSource): ScopeSource {
  return typeof source === 'string' || Array.isArray(source) ? {} : (source as ScopeSource)
}

/**
 * Makes a spoken pattern ready. A contact without turns is unknown, one in which the speaker never spoke is not
 * applicable, and a scope in seconds is unknown where turns carry no times.
 */
export function compileSpoken(source: SpokenSource, env: CompileEnv, at: Path, fallback: By): Spoken {
  const parts = scopeOf(source)
  const by = parts.by ?? fallback
  const scope = env.scope(parts, at, fallback)
  const pattern = env.pattern(source, at)
  const who = env.say(`by.${by}`)
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
    search(view, want) {
      if (view.passages.length === 0) return noTranscript
      if (view.turnsBy(by).length === 0) return neverSpoke
      const window = scope(view)
      if (!window) return noTimes
      return { kind: 'searched', window, finding: pattern.find(window, view, want) }
    }
  }
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
