import type { Format } from '../../reader.ts'
import { listAt, refuse, secondsAt, type Spot, textAt, at } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { voiceTurns } from './talk.ts'
import { spokenTurn, type Wording, wordTurns } from './voices.ts'

const wording: Wording = {
  text: ['text'],
  unit: 1,
  label: (spot: Spot) => {
    const channel = textAt(spot, 'channel')
    return channel === undefined ? (textAt(spot, 'speaker') ?? 'A') : `channel ${channel}`
  }
}

/** AssemblyAI, with or without utterances. */
export const assemblyai: Format = documentFormat({
  name: 'assemblyai',
  keys: [
    ['utterances', 'audio_duration', 'words'],
    ['utterances', 'audio_url', 'language_code'],
    ['acoustic_model', 'language_model', 'words']
  ],
  convert: (document, { id, speakers }) => {
    const status = at(document, 'status')
    if (status.value !== undefined && status.value !== 'completed') return refuse(status, '"completed"')
    const utterances = listAt(document, 'utterances')
    const turns =
      utterances.length > 0
        ? utterances.map(utterance => spokenTurn(utterance, wording))
        : wordTurns(listAt(document, 'words'), wording)
    return {
      id: textAt(document, 'id') ?? id,
      channel: 'call',
      fields: statedFields({
        duration_s: secondsAt(document, 1000, 'audio_duration'),
        language: textAt(document, 'language_code')
      }),
      turns: voiceTurns(turns, speakers, document.tell)
    }
  }
})
