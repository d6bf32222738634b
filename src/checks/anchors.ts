import type { Path } from '../pattern/resolve.ts'
import { withCaptured } from '../pattern/captures.ts'
import {
  anchorParts,
  sides,
  type AnchorKeys,
  type AnchorSource,
  type Nth,
  type Side
} from './anchor-source.ts'
import type { CompileEnv } from './check.ts'
import { compileTarget, type Target } from './anchor-targets.ts'
import { isSpent, type Budget, type Place } from './places.ts'
import { parseReach, type Reach } from './reach.ts'
import { clipSpan, type Span } from './span.ts'
import type { Anchors, Located, Stretch } from './stretch.ts'
import type { By, ContactView } from './view.ts'

/**
 * Makes the anchors of a scope ready, `undefined` when it has none. Given together they narrow one another: `before`
 * is looked for behind what `after` names, `around` in what is left. `by` is the speaker whose turns a reach counts.
 */
export function compileAnchors(keys: AnchorKeys, by: By, env: CompileEnv, at: Path): Anchors | undefined {
  const anchors: Anchor[] = []
  let inner = env
  for (const side of sides) {
    const source = keys[side]
    if (source === undefined) continue
    const anchor = compileAnchor(side, source, by, inner, [...at, side])
    anchors.push(anchor)
    inner = inner.withNames(anchor.target.names)
  }
  if (anchors.length === 0) return undefined
  const picked = anchors.map(anchor => anchor.nth)
  return {
    names: anchors.flatMap(anchor => anchor.target.names),
    quantifier: picked.includes('any') && !picked.includes('every') ? 'any' : 'every',
    locate: (view, within, budget) => narrow(anchors, view, within, budget, env)
  }
}

interface Anchor {
  readonly side: Side
  readonly nth: Nth
  readonly target: Target
  /** What a place leaves; `null` when that needs times which are not there. */
  spanAt(place: Place, view: ContactView): Span | null
}

function compileAnchor(side: Side, source: AnchorSource, by: By, env: CompileEnv, at: Path): Anchor {
  const parts = anchorParts(source)
  const nth = parts?.nth ?? 'first'
  const reach = parts?.reach === undefined ? undefined : parseReach(parts.reach)
  if (parts?.reach !== undefined && !reach) {
    env.report({ kind: 'reach', value: parts.reach }, [...at, 'reach'])
  }
  const target = compileTarget(source, env, at, keys => compileAnchors(keys, 'anyone', env, at))
  return { side, nth, target, spanAt: (place, view) => spanOf(side, place, reach, by, view) }
}

function spanOf(
  side: Side,
  { from, to }: Place,
  reach: Reach | undefined,
  by: By,
  view: ContactView
): Span | null {
  const [first, last] = [view.passages[from.index]?.turn, view.passages[to.index]?.turn]
  const start = { index: 0, offset: 0 }
  const end = { index: view.passages.length, offset: 0 }
  const back = reach ? reach.back({ index: from.index, time: first?.start }, by, view) : start
  const ahead = reach ? reach.ahead({ index: to.index, time: last?.end ?? last?.start }, by, view) : end
  switch (side) {
    case 'after':
      return ahead && { from: to, to: ahead }
    case 'before':
      return back && { from: back, to: from }
    case 'around':
      return back && ahead && { from: back, to: ahead }
  }
}

function narrow(
  anchors: readonly Anchor[],
  view: ContactView,
  within: Stretch,
  budget: Budget,
  env: CompileEnv
): Located {
  let stretches: readonly Stretch[] = [within]
  for (const anchor of anchors) {
    const next: Stretch[] = []
    for (const stretch of stretches) {
      const found = anchor.target.find(view, stretch, budget, limitOf(anchor.nth))
      if (found.kind === 'unknown') return found
      if (isSpent(budget)) return { kind: 'unknown', reason: env.say('tooMuch') }
      for (const place of pick(found.places, anchor.nth)) {
        const left = anchor.spanAt(place, view)
        if (!left) return { kind: 'unknown', reason: env.say('noTimes') }
        next.push({
          span: clipSpan(stretch.span, left),
          subject: withCaptured(stretch.subject, place.captured),
          marks: [...stretch.marks, { side: anchor.side, place }]
        })
      }
    }
    if (next.length === 0) return { kind: 'absent', label: anchor.target.label }
    stretches = next
  }
  return { kind: 'stretches', stretches }
}

function limitOf(nth: Nth): number {
  if (typeof nth === 'number') return nth
  return nth === 'first' ? 1 : Number.POSITIVE_INFINITY
}

function pick(places: readonly Place[], nth: Nth): readonly Place[] {
  if (typeof nth === 'number') return places.slice(nth - 1, nth)
  switch (nth) {
    case 'first':
      return places.slice(0, 1)
    case 'last':
      return places.slice(-1)
    default:
      return places
  }
}
