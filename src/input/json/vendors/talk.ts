import type { Speaker } from '../../../model/contact.ts'
import { type DraftTurn, makeTurn } from '../../contact-draft.ts'
import { shorten } from '../../problems.ts'
import { speakerExamples } from '../../speaker-words.ts'
import type { Speakers } from '../../speakers.ts'
import { refuse, type Spot, type Tell } from '../spot.ts'
import { greets } from './greets.ts'

/** A turn whose speaker may be a mere label: a channel, a voice, an id. */
export interface LabelledTurn {
  readonly spot: Spot
  /** What the source calls the speaker. */
  readonly label: string
  /** Who the format says it is. */
  readonly by: Speaker | undefined
  readonly text: string | undefined
  /** Ms of the draft's clock. */
  readonly start?: number | undefined
  readonly end?: number | undefined
}

/**
 * Turns of a format that names the role of each speaker. Turns without a text, and of roles that are not known, are
 * told and left out.
 */
export function roleTurns(turns: Iterable<LabelledTurn>, speakers: Speakers): DraftTurn[] {
  return [...turns].flatMap(turn => {
    const by = turn.by ?? speakers.of(turn.label)
    if (by !== undefined) return draftTurn(turn, by)
    if (turn.label === '') return lostTurn(turn)
    const values = { value: shorten(turn.label), allowed: speakerExamples }
    turn.spot.tell('input/unknown-role', 'error', values)
    return []
  })
}

/**
 * Turns of a format that tells voices apart but not who they are. Who is the agent is told by the user's list of
 * agents, else by what they say first: it greets, names its company or offers help; else it is the one who speaks
 * first. What was guessed is told as a warning.
 */
export function voiceTurns(turns: readonly LabelledTurn[], speakers: Speakers, tell: Tell): DraftTurn[] {
  const known = knownVoices(turns, speakers)
  const sides = [...known.values()]
  if (sides.includes('agent') || sides.includes('customer')) {
    const others: Speaker = sides.includes('agent') ? 'customer' : 'agent'
    return turns.flatMap(turn => draftTurn(turn, known.get(turn.label) ?? others))
  }
  const open = turns.filter(({ label }) => !known.has(label))
  const agent = guessAgent(open, tell)
  return turns.flatMap(turn =>
    draftTurn(turn, known.get(turn.label) ?? (turn.label === agent ? 'agent' : 'customer'))
  )
}

/** Who is told by the user, the format, or a label that is a word for a role. */
function knownVoices(turns: readonly LabelledTurn[], speakers: Speakers): ReadonlyMap<string, Speaker> {
  const known = new Map<string, Speaker>()
  for (const { label, by } of turns) {
    // A letter or a number is how recognizers count voices, not a word for a role.
    const named = speakers.isListed(label)
      ? 'agent'
      : (by ?? (label.length > 1 ? speakers.of(label) : undefined))
    if (named !== undefined) known.set(label, named)
  }
  return known
}

const LOOKED_AT = 3

function guessAgent(turns: readonly LabelledTurn[], tell: Tell): string | undefined {
  const spoken = turns.filter(({ text }) => text !== undefined)
  const labels = [...new Set(spoken.map(({ label }) => label))]
  const [first] = labels
  if (first === undefined) return undefined
  if (labels.length === 1) {
    tell('input/one-speaker', 'warning', { value: first })
    return first
  }
  const heard = new Map<string, number>()
  for (const { label, text = '' } of spoken) {
    const count = (heard.get(label) ?? 0) + 1
    heard.set(label, count)
    if (count > LOOKED_AT || !greets(text)) continue
    tell('input/agent-greets', 'warning', { value: label, quote: shorten(text.trim()) })
    return label
  }
  tell('input/agent-first', 'warning', { value: first })
  return first
}

function draftTurn(turn: LabelledTurn, by: Speaker): DraftTurn[] {
  const { text, start, end } = turn
  return text === undefined ? lostTurn(turn) : [makeTurn(by, text.trim(), start, end)]
}

function lostTurn({ spot }: LabelledTurn): [] {
  spot.tell('input/bad-turn', 'error', { ...refuse(spot, '{"speaker": ..., "text": ...}') })
  return []
}
