import type { Window } from '../../pattern/passage.ts'
import type { Missing, Subject } from '../../pattern/pattern.ts'
import type { Order } from '../steps/source.ts'
import { arrange } from './arrange.ts'
import { countWrong, findCandidates, type Candidate, type SlotTests } from './candidate.ts'
import type { FilledScript, Likeness } from './fill.ts'
import type { ScriptPart } from './part.ts'

/** What became of one part of a script. */
export type PartReading =
  | { readonly kind: 'said' | 'misplaced'; readonly part: ScriptPart; readonly candidate: Candidate }
  | { readonly kind: 'missing'; readonly part: ScriptPart; readonly missing: Missing }
  /** It holds names that have no value on the contact. */
  | { readonly kind: 'open'; readonly part: ScriptPart; readonly names: readonly string[] }

/** What became of a script in one window. */
export interface Reading {
  readonly window: Window
  readonly parts: readonly PartReading[]
  /** How many parts must be said, how many were, and how many of those as they should be. */
  readonly due: number
  readonly said: number
  readonly right: number
}

/** Holds a script against what was said in a window. */
export function readScript(
  script: FilledScript,
  window: Window,
  subject: Subject,
  order: Order,
  likeness: Likeness,
  tests: SlotTests
): Reading {
  const choices = arrange(findCandidates(script, window, subject, likeness, tests), order)
  const parts = script.parts.map(({ part, missing, lacking }, i): PartReading => {
    const { candidate, misplaced } = choices[i]!
    if (candidate) return { kind: misplaced ? 'misplaced' : 'said', part, candidate }
    return lacking.length > 0 ? { kind: 'open', part, names: lacking } : { kind: 'missing', part, missing }
  })
  const due = parts.filter(({ part }) => !part.optional)
  const said = due.filter(isSaid)
  return {
    window,
    parts,
    due: due.length,
    said: said.length,
    right: said.filter(({ kind, candidate }) => kind === 'said' && countWrong(candidate) === 0).length
  }
}

export type SaidPart = Extract<PartReading, { readonly candidate: Candidate }>

export function isSaid(part: PartReading): part is SaidPart {
  return part.kind === 'said' || part.kind === 'misplaced'
}
