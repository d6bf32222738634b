import type { Format } from '../../reader.ts'
import { at, listAt, numberAt, secondsAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { type LabelledTurn, voiceTurns } from './talk.ts'
import { spokenTurn, type Wording, wordTurns } from './voices.ts'

const SECOND = 1000

/** Deepgram, with or without utterances. Two channels are told apart before voices are. */
export const deepgram: Format = documentFormat({
  name: 'deepgram',
  keys: [['results.channels.alternatives'], ['metadata.request_id', 'metadata.channels', 'results']],
  convert: (document, { id, speakers }) => ({
    id: textAt(document, 'metadata.request_id') ?? id,
    channel: 'call',
    fields: statedFields({
      duration_s: secondsAt(document, SECOND, 'metadata.duration'),
      language: listAt(document, 'results.channels')
        .map(channel => textAt(channel, 'detected_language'))
        .find(language => language !== undefined)
    }),
    turns: voiceTurns(deepgramTurns(document), speakers, document.tell)
  })
})

/** The turns of a Deepgram result, also where it stands inside another document. */
export function deepgramTurns(document: Spot): readonly LabelledTurn[] {
  const channels = listAt(document, 'results.channels')
  const many = channels.length > 1
  const wording = (channel?: number): Wording => ({
    text: ['transcript', 'punctuated_word', 'word'],
    unit: SECOND,
    label: spot => {
      if (many) return `channel ${channel ?? numberAt(spot, 'channel') ?? 0}`
      const voice = textAt(spot, 'speaker')
      return voice === undefined ? 'channel 0' : `speaker ${voice}`
    }
  })
  const utterances = listAt(document, 'results.utterances')
  if (utterances.length > 0) return utterances.map(utterance => spokenTurn(utterance, wording()))
  return channels
    .flatMap((channel, i) => {
      const best = at({ ...channel, value: listAt(channel, 'alternatives')[0]?.value }, 'words')
      return wordTurns(listAt({ ...best, value: { words: best.value } }, 'words'), wording(i))
    })
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
}
