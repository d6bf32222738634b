import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { firstOf, listAt, momentAt, secondsAt, spanAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { type LabelledTurn, voiceTurns } from './talk.ts'

/**
 * Sentences of Twilio Intelligence. Who is on which channel stands in the transcript that they belong to, where the
 * export has it beside them.
 */
export const twilio: Format = documentFormat({
  name: 'twilio',
  keys: [['sentences.media_channel', 'sentences.transcript']],
  convert: (document, { id, speakers }) => {
    const sentences = listAt(document, 'sentences')
    const call =
      firstOf(document, 'transcript').value === undefined ? document : firstOf(document, 'transcript')
    const people = listAt(call, 'channel.participants')
    const roles = new Map(
      people.map(person => [textAt(person, 'channel_participant') ?? '', textAt(person, 'role') ?? ''])
    )
    const agent = people.find(person => speakers.of(textAt(person, 'role') ?? '') === 'agent')
    const [first] = sentences
    return {
      id: textAt(call, 'sid') ?? (first && textAt(first, 'transcript_sid')) ?? id,
      channel: 'call',
      agent: makePerson(agent && textAt(agent, 'user_id'), agent && textAt(agent, 'full_name')),
      started: momentAt(call, 'media_start_time'),
      fields: statedFields({
        duration_s: secondsAt(call, 1000, 'duration'),
        language: textAt(call, 'language_code')
      }),
      turns: voiceTurns(sentences.map(sentenceTurn), speakers, document.tell)
    }

    function sentenceTurn(sentence: Spot): LabelledTurn {
      const channel = textAt(sentence, 'media_channel') ?? '1'
      return {
        spot: sentence,
        label: `channel ${channel}`,
        by: speakers.of(roles.get(channel) ?? ''),
        text: textAt(sentence, 'transcript'),
        start: spanAt(sentence, 1000, 'start_time'),
        end: spanAt(sentence, 1000, 'end_time')
      }
    }
  }
})
