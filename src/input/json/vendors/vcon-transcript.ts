import type { Speaker } from '../../../model/contact.ts'
import { readTranscript } from '../../transcript/read-transcript.ts'
import { at, firstOf, isFilled, listAt, spanAt, type Spot, tellWrong, textAt } from '../spot.ts'
import { deepgramTurns } from './deepgram.ts'
import type { LabelledTurn } from './talk.ts'
import { wordTurns } from './voices.ts'
import { segmentTurns } from './whisper.ts'

/**
 * The turns of a transcript that an analysis holds: a list of messages, the result of Deepgram (whole, or its best
 * alternative alone), segments as of Whisper, or plain text.
 *
 * @param base Ms since 1970 of the recording, from which the offsets count.
 */
export function transcriptTurns(
  analysis: Spot,
  base: number,
  names: readonly (string | undefined)[],
  roles: readonly (Speaker | undefined)[]
): readonly LabelledTurn[] {
  return turnsOf(bodyOf(analysis)).map(turn => {
    const party = names.findIndex(name => name !== undefined && sameName(name, turn.label))
    const by = turn.by ?? roles[party]
    const later = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : base + ms)
    return { ...turn, by, start: later(turn.start), end: later(turn.end) }
  })
}

function turnsOf(body: Spot): readonly LabelledTurn[] {
  if (typeof body.value === 'string') return textTurns(body, body.value)
  if (Array.isArray(body.value))
    return listAt({ ...body, value: { body: body.value } }, 'body').map(messageTurn)
  if (isFilled(at(body, 'results'))) return deepgramTurns(body)
  if (isFilled(at(body, 'segments'))) return listAt(body, 'segments').flatMap(segmentTurns)
  if (isFilled(at(body, 'words'))) {
    return wordTurns(listAt(body, 'words'), {
      text: ['punctuated_word', 'word', 'text'],
      unit: 1000,
      label: word => `speaker ${textAt(word, 'speaker') ?? 0}`
    })
  }
  const text = firstOf(body, 'transcript', 'text')
  if (typeof text.value === 'string') return textTurns(text, text.value)
  tellWrong(body, '[{"speaker": ..., "message": ...}], {"segments": [...]}')
  return []
}

function messageTurn(spot: Spot): LabelledTurn {
  return {
    spot,
    label: textAt(spot, 'speaker', 'party', 'role') ?? '',
    by: undefined,
    text: textAt(spot, 'message', 'text', 'transcript'),
    start: spanAt(spot, 1000, 'start'),
    end: spanAt(spot, 1000, 'end')
  }
}

/** Lines with speakers in front; without any the whole is what one of them says. */
function textTurns(spot: Spot, text: string): readonly LabelledTurn[] {
  const turns = readTranscript(text).contacts.flatMap(contact => contact.turns)
  if (turns.length === 0) return [{ spot, label: 'speaker', by: undefined, text }]
  return turns.map(turn => ({ ...turn, spot, label: turn.by }))
}

/** The body as a value; some write it as a text of JSON. */
function bodyOf(analysis: Spot): Spot {
  const body = at(analysis, 'body')
  if (typeof body.value !== 'string' || !/^\s*[[{]/.test(body.value)) return body
  try {
    return { ...body, value: JSON.parse(body.value) as unknown }
  } catch {
    return body
  }
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
