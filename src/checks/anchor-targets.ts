import type { Outcome } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import type { PatternSource } from '../pattern/source.ts'
import { anchorParts, type AnchorKeys, type AnchorParts, type AnchorSource } from './anchor-source.ts'
import type { CompileEnv } from './check.ts'
import { findPlaces, type Budget, type Place } from './places.ts'
import { clipSpan, cutWindow, isBefore } from './span.ts'
import type { Anchors, Stretch } from './stretch.ts'
import type { ContactView } from './view.ts'

/** What an anchor hangs on, made ready. */
export interface Target {
  readonly label: string
  readonly names: readonly string[]
  /** Its places in a stretch, in order, at most `limit`. */
  find(view: ContactView, within: Stretch, budget: Budget, limit: number): Found
}

export type Found =
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  | { readonly kind: 'unknown'; readonly reason: string }

/** Makes ready what an anchor hangs on: something said, or the evidence of another criterion. */
export function compileTarget(
  source: AnchorSource,
  env: CompileEnv,
  at: Path,
  compileInner: (keys: AnchorKeys) => Anchors | undefined
): Target {
  const parts = anchorParts(source)
  return parts?.criterion === undefined
    ? compileSaid(source, parts, env, at, parts && compileInner(parts))
    : compileEvidence(parts.criterion, parts, env, at)
}

function compileSaid(
  source: AnchorSource,
  parts: AnchorParts | undefined,
  env: CompileEnv,
  at: Path,
  anchors: Anchors | undefined
): Target {
  if (parts?.is !== undefined) {
    const rest = Object.keys(parts).filter(key => !besideCriterion.includes(key))
    env.report({ kind: 'not-together', value: ['is', ...rest].join(', ') }, [...at, 'is'])
  }
  const scope = env.scope(parts ?? {}, at, 'anyone')
  const outer = anchors?.names ?? []
  const pattern = env.withNames(outer).pattern(source as PatternSource, at)
  return {
    label: pattern.label,
    names: [...outer, ...(pattern.captures?.names ?? [])],
    find(view, within, budget, limit) {
      const window = scope(view)
      if (!window) return { kind: 'unknown', reason: env.say('noTimes') }
      const located = anchors?.locate(view, within, budget) ?? { kind: 'stretches', stretches: [within] }
      if (located.kind === 'absent') return { kind: 'places', places: [] }
      if (located.kind === 'unknown') return located
      const places = located.stretches.flatMap(({ span, subject, marks }) => {
        const captured = new Map(marks.flatMap(mark => [...mark.place.captured]))
        return findPlaces(pattern, cutWindow(window, span), subject, budget, limit).map(place => ({
          ...place,
          captured: new Map([...captured, ...place.captured])
        }))
      })
      return { kind: 'places', places: located.stretches.length > 1 ? inOrder(places) : places }
    }
  }
}

// All else says what to look for, or where.
const besideCriterion: readonly string[] = ['criterion', 'is', 'nth', 'reach']

function compileEvidence(id: string, parts: AnchorParts, env: CompileEnv, at: Path): Target {
  const extra = Object.keys(parts).filter(key => !besideCriterion.includes(key))
  if (extra.length > 0) {
    env.report({ kind: 'not-together', value: ['criterion', ...extra].join(', ') }, [...at, 'criterion'])
  }
  const judge = env.criterion(id, [...at, 'criterion'])
  return {
    label: id,
    names: [],
    find(view, { span }) {
      const outcome = judge(view)
      if (outcome.status === 'unknown') return { kind: 'unknown', reason: outcome.reason }
      if (parts.is !== undefined && outcome.status !== parts.is) return { kind: 'places', places: [] }
      const inside = evidencePlaces(outcome).filter(place => {
        const shared = clipSpan(span, place)
        return !isBefore(shared.to, shared.from) && !isBefore(place.from, span.from)
      })
      return { kind: 'places', places: inside }
    }
  }
}

/** Turns named by evidence, each once. A figure belongs to the turn that ended it, so that turn comes after it. */
function evidencePlaces(outcome: Outcome): readonly Place[] {
  if (!('evidence' in outcome)) return []
  const places = new Map<number, Place>()
  for (const evidence of outcome.evidence) {
    if (!('turn' in evidence) || evidence.turn === undefined) continue
    const index = evidence.turn - 1
    const [from, to] = 'quote' in evidence ? [evidence.from, evidence.to] : [0, 0]
    const known = places.get(index)
    places.set(index, {
      from: { index, offset: Math.min(from, known?.from.offset ?? from) },
      to: { index, offset: Math.max(to, known?.to.offset ?? to) },
      hits: [],
      captured: new Map()
    })
  }
  return inOrder([...places.values()])
}

/** In order of where they begin; the same place reached from several anchors once. */
function inOrder(places: readonly Place[]): readonly Place[] {
  const sorted = [...places].sort((a, b) => a.from.index - b.from.index || a.from.offset - b.from.offset)
  return sorted.filter((place, i) => {
    const previous = sorted[i - 1]
    return !previous || isBefore(previous.from, place.from)
  })
}
