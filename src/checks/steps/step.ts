import type { Pattern, Subject } from '../../pattern/pattern.ts'
import type { Path } from '../../pattern/resolve.ts'
import type { PatternSource } from '../../pattern/source.ts'
import type { CompileEnv } from '../check.ts'
import { findPlaces, type Budget, type Place } from '../places.ts'
import { parseReach, type Reach } from '../reach.ts'
import { cutWindow, isBefore, type Span } from '../span.ts'
import type { By, ContactView } from '../view.ts'
import type { DeedParts, StepParts, StepSource } from './source.ts'
import { parseWait, type Wait } from './wait.ts'

/** A step made ready. */
export interface Step {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly optional: boolean
  readonly said: readonly Said[]
  /** It is the end of the contact, brought about by this side; `anyone` for whoever. */
  readonly hangup: By | undefined
  /** Reads the wait for a contact; absent when there is none to keep. */
  readonly wait: ((view: ContactView) => Wait | undefined) | undefined
  readonly within: { readonly text: string; readonly reach: Reach } | undefined
  /** Equal for steps that ask for the same. */
  readonly key: string
}

export interface Said {
  readonly by: By
  readonly pattern: Pattern
}

/** Who takes a step, where that must be one side: for pauses and for counting turns. */
export function speakerOf({ said, hangup }: Step): By {
  return said[0]?.by ?? hangup ?? 'agent'
}

/** Makes steps ready; each may use what the ones before it captured. */
export function compileSteps(sources: readonly StepSource[], env: CompileEnv, at: Path): readonly Step[] {
  let inner = env
  return sources.map((source, i) => {
    const step = compileStep(source, i, inner, [...at, i])
    if (step.hangup !== undefined && i < sources.length - 1) {
      env.report({ kind: 'after-hangup', value: '' }, [...at, i + 1])
    }
    inner = inner.withNames(step.said.flatMap(({ pattern }) => pattern.captures?.names ?? []))
    return step
  })
}

function compileStep(source: StepSource, index: number, env: CompileEnv, at: Path): Step {
  const parts = partsOf<StepParts>(source)
  const ways = parts?.one_of?.map((way, i) => ({ way, at: [...at, 'one_of', i] })) ?? [{ way: source, at }]
  if (parts?.one_of) reportMixed(parts, 'one_of', env, at)
  const said = ways.filter(({ way }) => partsOf<DeedParts>(way)?.event === undefined)
  const ends = ways.flatMap(({ way, at }) => {
    const deed = partsOf<DeedParts>(way)
    if (deed?.event === undefined) return []
    reportMixed(deed, 'event', env, at)
    return [deed]
  })
  const compiled = said.map(({ way, at }): Said => {
    const by = partsOf<DeedParts>(way)?.by ?? 'agent'
    return { by, pattern: env.pattern(way as PatternSource, at) }
  })
  const hangup = ends.length === 0 ? undefined : (ends[0]?.by ?? 'anyone')
  const labels = compiled.map(({ pattern }) => pattern.label)
  if (hangup === 'anyone') labels.push(env.say('hangupByAny'))
  else if (hangup !== undefined) labels.push(env.say('hangup', { by: env.say(`by.${hangup}`) }))
  return {
    number: index + 1,
    title: parts?.title ?? labels.join(' / '),
    optional: parts?.optional ?? false,
    said: compiled,
    hangup,
    wait: parts?.wait === undefined ? undefined : env.bound(parts.wait, parseWait, 'wait', [...at, 'wait']),
    within: parts?.within === undefined ? undefined : compileWithin(parts.within, env, [...at, 'within']),
    key: JSON.stringify(said.map(({ way }) => keyOf(way)))
  }
}

function compileWithin(text: string, env: CompileEnv, at: Path): Step['within'] {
  const reach = parseReach(text)
  if (!reach) env.report({ kind: 'reach', value: text }, at)
  return reach && { text, reach }
}

/** What is asked for, however it is written. */
function keyOf(way: PatternSource | StepParts): unknown {
  const parts = partsOf<StepParts>(way)
  if (!parts) return ['agent', way]
  const { by = 'agent', wait: _wait, within: _within, optional: _optional, title: _title, ...pattern } = parts
  return Object.keys(pattern).join() === 'any' ? [by, pattern.any] : [by, pattern]
}

function partsOf<Parts extends DeedParts>(source: PatternSource | Parts): Parts | undefined {
  return typeof source === 'string' || Array.isArray(source) ? undefined : (source as Parts)
}

// What goes with every kind of step; all other keys say what it is.
const besideDeed: readonly string[] = ['wait', 'within', 'optional', 'title']

function reportMixed(parts: StepParts, key: 'event' | 'one_of', env: CompileEnv, at: Path): void {
  const others = Object.keys(parts).filter(
    other => other !== key && !besideDeed.includes(other) && !(key === 'event' && other === 'by')
  )
  if (others.length > 0)
    env.report({ kind: 'not-together', value: [key, ...others].join(', ') }, [...at, key])
}

/** The places in a span where a step is taken by words, in order, at most `limit`. */
export function findStep(
  step: Step,
  span: Span,
  subject: Subject,
  view: ContactView,
  budget: Budget,
  limit = Number.POSITIVE_INFINITY
): readonly Place[] {
  const places = step.said.flatMap(({ by, pattern }) =>
    findPlaces(pattern, cutWindow(view.turnsBy(by), span), subject, budget, limit)
  )
  if (step.said.length < 2) return places
  return places.sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1)).slice(0, limit)
}
