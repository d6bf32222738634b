import type { Format } from '../../reader.ts'
import { listAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { type LabelledTurn, voiceTurns } from './talk.ts'
import { spokenTurn, type Wording, wordTurns } from './voices.ts'

const UNKNOWN = 'speaker'

const wording: Wording = {
  text: ['text', 'word'],
  unit: 1000,
  label: spot => textAt(spot, 'speaker') ?? UNKNOWN
}

/**
 * Whisper, whisper_timestamped and WhisperX. Whisper alone tells no voices apart; WhisperX names the voice of each
 * segment and, finer, of each word.
 */
export const whisper: Format = documentFormat({
  name: 'whisper',
  keys: [['segments.start', 'segments.end', 'segments.text']],
  without: ['segments.transcript', 'utterances', 'results'],
  convert: (document, { id, speakers }) => ({
    id,
    channel: 'call',
    fields: statedFields({ language: textAt(document, 'language') }),
    turns: voiceTurns(withVoices(listAt(document, 'segments').flatMap(segmentTurns)), speakers, document.tell)
  })
})

/** A segment of no voice is taken for one of the voice before it. */
function withVoices(turns: readonly LabelledTurn[]): readonly LabelledTurn[] {
  let voice = turns.find(({ label }) => label !== UNKNOWN)?.label ?? UNKNOWN
  return turns.map(turn => {
    if (turn.label !== UNKNOWN) voice = turn.label
    return { ...turn, label: voice }
  })
}

/** A segment in which two speak is as many turns as its words have voices. */
export function segmentTurns(segment: Spot): readonly LabelledTurn[] {
  const words = listAt(segment, 'words')
  const voices = new Set(words.map(word => textAt(word, 'speaker')).filter(voice => voice !== undefined))
  if (voices.size < 2) {
    const turn = spokenTurn(segment, wording)
    const [voice] = voices
    return [turn.label === UNKNOWN && voice !== undefined ? { ...turn, label: voice } : turn]
  }
  // A word of no voice belongs to the one before it.
  let voice = textAt(segment, 'speaker') ?? [...voices][0]!
  return wordTurns(words, { ...wording, label: word => (voice = textAt(word, 'speaker') ?? voice) })
}
