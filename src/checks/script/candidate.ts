import { pickApart, type Alignment } from '../../pattern/align.ts'
import { joinTurns, locateJoined, type Joined } from '../../pattern/joined.ts'
import type { Hit, Window } from '../../pattern/passage.ts'
import type { Subject } from '../../pattern/pattern.ts'
import { hasOpen, type Template } from '../../pattern/template.ts'
import type { Span } from '../span.ts'
import { captureSlots, traceTemplate, type Neighbours, type Trace } from './capture.ts'
import type { FilledPart, FilledScript, Likeness } from './fill.ts'
import { textOf, type SlotTest, type SlotVerdict } from './slot.ts'

/** A slot with what was said in it. */
export interface SlotReading {
  readonly name: string
  readonly heard: readonly Hit[]
  readonly verdict: SlotVerdict | { readonly kind: 'empty' }
}

/** A place where a part of a script may have been said. */
export interface Candidate extends Span {
  /** 0 to 1. */
  readonly similarity: number
  /** Its words, those in its slots among them. */
  readonly hits: readonly Hit[]
  readonly slots: readonly SlotReading[]
}

/** A place before its slots are looked at. */
interface Sighting extends Span {
  readonly similarity: number
  readonly hits: readonly Hit[]
  readonly trace?: Trace | undefined
}

export type SlotTests = ReadonlyMap<string, SlotTest>

/** For each part of a script the places in a window where it is said nearly so, apart from each other, in order. */
export function findCandidates(
  script: FilledScript,
  window: Window,
  subject: Subject,
  likeness: Likeness,
  tests: SlotTests
): readonly (readonly Candidate[])[] {
  const rows = joinTurns(window).map(joined => ({ joined, found: script.sieve(joined.text) }))
  const sightings = script.parts.map(part => [
    ...rows.flatMap(row => sightTemplates(part, script, row)),
    ...sightPatterns(part, window, subject)
  ])
  const neighboursOf = groupEdges(sightings)
  return sightings.map((own, part) => {
    const others = neighboursOf(part)
    return own.map(sighting => readSlots(sighting, others, subject, likeness, tests)).sort(inOrder)
  })
}

/** For each part where all others begin and end, turn by turn. */
function groupEdges(sightings: readonly (readonly Sighting[])[]): (part: number) => Neighbours {
  const edges = { from: new Map<number, Edge[]>(), to: new Map<number, Edge[]>() }
  for (const [part, list] of sightings.entries()) {
    for (const sighting of list) {
      for (const side of ['from', 'to'] as const) {
        const { index, offset } = sighting[side]
        const known = edges[side].get(index)
        if (known) known.push({ part, offset })
        else edges[side].set(index, [{ part, offset }])
      }
    }
  }
  const listOthers = (side: 'from' | 'to', index: number, part: number): readonly number[] =>
    (edges[side].get(index) ?? []).filter(edge => edge.part !== part).map(({ offset }) => offset)
  return part => ({
    startsIn: index => listOthers('from', index, part),
    endsIn: index => listOthers('to', index, part)
  })
}

interface Edge {
  readonly part: number
  readonly offset: number
}

function sightTemplates(
  { templates }: FilledPart,
  script: FilledScript,
  { joined, found }: { readonly joined: Joined; readonly found: readonly (readonly Alignment[])[] }
): readonly Sighting[] {
  const own = templates.flatMap(index =>
    found[index]!.map(range => ({ ...range, template: script.templates[index]! }))
  )
  return pickApart(own, joined.text, tightest).flatMap(({ template, ...range }) => {
    const trace = traceTemplate(template, joined, range)
    const hits = locateJoined(joined, trace.from, trace.to)
    const span = spanOf(hits)
    return span ? [{ ...span, similarity: range.similarity, hits, trace }] : []
  })
}

/** Like the best of stretches, but those with slots no longer than they must be: a slot takes in anything. */
function tightest(a: Found, b: Found): number {
  const longer = hasOpen(a.template) ? a.to - b.to : b.to - a.to
  return b.similarity - a.similarity || a.from - b.from || longer
}

interface Found extends Alignment {
  readonly template: Template
}

function sightPatterns({ patterns }: FilledPart, window: Window, subject: Subject): readonly Sighting[] {
  return patterns.flatMap(pattern =>
    pattern.find(window, subject, 'every').hits.flatMap(hit => {
      const span = spanOf([hit])
      return span ? [{ ...span, similarity: 1, hits: [hit] }] : []
    })
  )
}

function readSlots(
  { from, to, similarity, hits, trace }: Sighting,
  others: Neighbours,
  subject: Subject,
  likeness: Likeness,
  tests: SlotTests
): Candidate {
  if (!trace || trace.template.slots.length === 0) return { from, to, similarity, hits, slots: [] }
  const captured = captureSlots(trace, others)
  const slots = [...captured].map(([name, heard]): SlotReading => {
    const isEmpty = textOf(heard).trim() === ''
    const verdict = isEmpty ? { kind: 'empty' as const } : tests.get(name)!(heard, subject, likeness)
    return { name, heard, verdict }
  })
  return { from, to, similarity, hits: cover([...hits, ...slots.flatMap(({ heard }) => heard)]), slots }
}

/** One hit for each turn, from the first to the last of those there. */
function cover(hits: readonly Hit[]): readonly Hit[] {
  const byTurn = new Map<number, Hit>()
  for (const hit of hits) {
    const { index } = hit.passage
    const known = byTurn.get(index) ?? hit
    byTurn.set(index, { ...hit, from: Math.min(hit.from, known.from), to: Math.max(hit.to, known.to) })
  }
  return [...byTurn.values()].sort((a, b) => a.passage.index - b.passage.index)
}

function spanOf(hits: readonly Hit[]): Span | undefined {
  const [first, last] = [hits[0], hits.at(-1)]
  if (!first || !last) return undefined
  return {
    from: { index: first.passage.index, offset: first.from },
    to: { index: last.passage.index, offset: last.to }
  }
}

const inOrder = (a: Span, b: Span): number => a.from.index - b.from.index || a.from.offset - b.from.offset

/** How many of its slots are not as they should be. */
export function countWrong({ slots }: Candidate): number {
  return slots.filter(({ verdict }) => verdict.kind === 'wrong' || verdict.kind === 'empty').length
}
