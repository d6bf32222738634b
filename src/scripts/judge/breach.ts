import type { ContactView } from '../../checks/view.ts'
import type { FoundEvidence, Outcome } from '../../model/evaluation.ts'
import type { CompiledCriterion, CompiledStandard } from '../../standard/standard.ts'
import { viewOf } from '../../standard/view.ts'
import { mute, withText, type Said } from './said.ts'

/** Words [from, to) of a turn that a criterion forbids. */
export interface Breach {
  readonly standard: CompiledStandard
  readonly criterion: CompiledCriterion
  readonly from: number
  readonly to: number
}

type Failed = Extract<Outcome, { readonly status: 'fail' }>

/** Whether a standard may judge a contact: it says nothing else, or that cannot be known. */
export function appliesTo(standard: CompiledStandard, view: ContactView): boolean {
  const verdict = standard.applies?.test(view)
  return verdict?.kind !== 'value' || verdict.value
}

/** A criterion that forbids that something is said. */
export interface Ban {
  readonly criterion: CompiledCriterion
  /** Whether something else that is said makes up for it, so that words may be lacking too where it is broken. */
  readonly excusable: boolean
}

/** A standard, and those of its criteria that forbid that something is said. */
export interface Forbidding {
  readonly standard: CompiledStandard
  readonly bans: readonly Ban[]
}

/** What one turn says that a standard forbids. */
export function findBreaches({ standard, bans }: Forbidding, said: Said): readonly Breach[] {
  const view = viewOf(standard, said.contact)
  if (!appliesTo(standard, view)) return []
  return bans.flatMap(ban => {
    const { criterion } = ban
    const outcome = criterion.judge(view)
    if (outcome.status !== 'fail') return []
    return guiltyPieces(standard, ban, said, outcome).map(([from, to]) => ({ standard, criterion, from, to }))
  })
}

type Stretch = readonly [from: number, to: number]

/**
 * The words found in a turn that make a criterion fail. Evidence also quotes what was rightly said beside what is
 * missing, and the anchors of a scope, so that each piece is tried alone: it is guilty when it brings a failure that is
 * not there without it, or the fault of having been said (`¬`), and lacks nothing that is there without it.
 */
function guiltyPieces(
  standard: CompiledStandard,
  { criterion, excusable }: Ban,
  said: Said,
  outcome: Failed
): readonly Stretch[] {
  const text = said.contact.turns[said.turn]!.text
  const judge = (muted: readonly Stretch[]): Outcome =>
    criterion.judge(viewOf(standard, withText(said, mute(text, muted)).contact))
  const { found, without } = muteAll(outcome, said.turn, judge)
  const lacking = new Set(missingIn(without))
  const guilty = found.filter(piece => {
    const alone = found.length === 1 ? outcome : judge(outsideOf(found, piece))
    if (alone.status !== 'fail' || !piecesIn(alone, said.turn).some(other => overlap(other, piece)))
      return false
    if (excusable && without.status !== 'fail') return true
    const missing = missingIn(alone)
    if (missing.some(label => label.startsWith('¬') && !lacking.has(label))) return true
    if (missing.length !== lacking.size || missing.some(label => !lacking.has(label))) return false
    return without.status !== 'fail' || alone.count > without.count
  })
  // Words within words that are told already would only be told twice.
  return guilty.filter(piece => !guilty.some(other => other !== piece && holds(other, piece)))
}

/** All that is found in a turn, also what shows only when something else is muted, and what comes of it without. */
function muteAll(
  outcome: Failed,
  turn: number,
  judge: (muted: readonly Stretch[]) => Outcome
): { readonly found: readonly Stretch[]; readonly without: Outcome } {
  let found: readonly Stretch[] = []
  let without: Outcome = outcome
  while (without.status === 'fail') {
    const more = piecesIn(without, turn).filter(piece => !found.some(other => holds(other, piece)))
    if (more.length === 0) break
    found = [...found, ...more]
    without = judge(found)
  }
  return { found, without }
}

const holds = (outer: Stretch, inner: Stretch): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

const overlap = (a: Stretch, b: Stretch): boolean => a[0] < b[1] && b[0] < a[1]

/** Pieces cut to what lies outside of one of them. */
function outsideOf(pieces: readonly Stretch[], [from, to]: Stretch): readonly Stretch[] {
  return pieces.flatMap(([start, end]): readonly Stretch[] => {
    const before: Stretch = [start, Math.min(end, from)]
    const after: Stretch = [Math.max(start, to), end]
    return [before, after].filter(([a, b]) => a < b)
  })
}

/** The words of a turn that evidence quotes, each once, in order. */
function piecesIn(outcome: Failed, turn: number): readonly Stretch[] {
  const quoted = outcome.evidence.filter(
    (piece): piece is FoundEvidence => 'quote' in piece && piece.turn === turn + 1 && piece.to > piece.from
  )
  const distinct = new Map(quoted.map(({ from, to }) => [`${from}:${to}`, [from, to] as const]))
  return [...distinct.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function missingIn(outcome: Outcome): readonly string[] {
  if (!('evidence' in outcome)) return []
  return [...new Set(outcome.evidence.flatMap(piece => ('missing' in piece ? [piece.missing] : [])))]
}
