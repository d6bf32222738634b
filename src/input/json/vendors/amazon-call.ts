import type { Format } from '../../reader.ts'
import { at, firstOf, listAt, numberAt, secondsAt, type Spot, spanAt, textAt } from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { type Convert, documentFormat } from './format.ts'
import { type LabelledTurn, roleTurns } from './talk.ts'

const convert: Convert = (document, { id, speakers }) => {
  const roles = new Map(
    listAt(document, 'Participants').map(person => [
      textAt(person, 'ParticipantId') ?? '',
      textAt(person, 'ParticipantRole') ?? ''
    ])
  )
  return {
    id: textAt(document, 'CustomerMetadata.ContactId', 'ContactId', 'JobName') ?? id,
    channel: 'call',
    fields: { ...figures(at(document, 'ConversationCharacteristics')), ...labels(document) },
    turns: roleTurns(
      listAt(document, 'Transcript').map(turn => spokenTurn(turn, roles)),
      speakers
    )
  }
}

/**
 * Amazon Transcribe Call Analytics. Its own figures are kept as fields, and need not be those that the turns give: it
 * counts as talk what sounds in a turn, without the pauses in it, and as an interruption only some of the overlaps of
 * a second and more, not the "mhm" of a listener. The longest silence and who speaks more are the same.
 */
export const transcribe: Format = documentFormat({
  name: 'amazon-transcribe',
  keys: [
    ['Transcript.ParticipantRole', 'Transcript.BeginOffsetMillis'],
    ['ConversationCharacteristics.TotalConversationDurationMillis', 'JobName']
  ],
  without: ['Transcript.ParticipantId', 'Participants.ParticipantId'],
  convert
})

/** Contact Lens for a call that has ended. */
export const contactLens: Format = documentFormat({
  name: 'contact-lens',
  keys: [
    ['Transcript.ParticipantId', 'Transcript.BeginOffsetMillis'],
    ['Participants.ParticipantId', 'ConversationCharacteristics.TotalConversationDurationMillis']
  ],
  convert
})

/** Contact Lens while the call goes on: segments instead of a transcript. */
export const contactLensRealtime: Format = documentFormat({
  name: 'contact-lens-realtime',
  keys: [['Segments.Transcript.ParticipantRole', 'Segments.Transcript.BeginOffsetMillis']],
  convert: (document, { id, speakers }) => {
    const segments = listAt(document, 'Segments')
    const spoken = segments
      .map(segment => at(segment, 'Transcript'))
      .filter(({ value }) => value !== undefined)
    const categories = segments.flatMap(segment => listAt(segment, 'Categories.MatchedCategories'))
    return {
      id: textAt(document, 'ContactId') ?? id,
      channel: 'call',
      fields: statedFields({
        categories: [...new Set(categories.map(({ value }) => String(value)))].join(', '),
        language: textAt(document, 'LanguageCode')
      }),
      turns: roleTurns(
        spoken.map(turn => spokenTurn(turn, new Map())),
        speakers
      )
    }
  }
})

function spokenTurn(turn: Spot, roles: ReadonlyMap<string, string>): LabelledTurn {
  const participant = textAt(turn, 'ParticipantId') ?? ''
  return {
    spot: turn,
    label: textAt(turn, 'ParticipantRole') ?? roles.get(participant) ?? participant,
    by: undefined,
    text: textAt(turn, 'Content'),
    start: spanAt(turn, 1, 'BeginOffsetMillis'),
    end: spanAt(turn, 1, 'EndOffsetMillis')
  }
}

function figures(spot: Spot): ReturnType<typeof statedFields> {
  const talk = at(spot, 'TalkTime')
  const sentiment = firstOf(spot, 'Sentiment.OverallSentiment')
  const speed = at(spot, 'TalkSpeed.DetailsByParticipant')
  return statedFields({
    duration_s: secondsAt(spot, 1, 'TotalConversationDurationMillis'),
    non_talk_time_s: secondsAt(spot, 1, 'NonTalkTime.TotalTimeMillis'),
    interruptions: numberAt(spot, 'Interruptions.TotalCount'),
    interruption_time_s: secondsAt(spot, 1, 'Interruptions.TotalTimeMillis'),
    talk_time_s: secondsAt(talk, 1, 'TotalTimeMillis'),
    agent_talk_time_s: secondsAt(talk, 1, 'DetailsByParticipant.AGENT.TotalTimeMillis'),
    customer_talk_time_s: secondsAt(talk, 1, 'DetailsByParticipant.CUSTOMER.TotalTimeMillis'),
    agent_words_per_minute: numberAt(speed, 'AGENT.AverageWordsPerMinute'),
    customer_words_per_minute: numberAt(speed, 'CUSTOMER.AverageWordsPerMinute'),
    agent_sentiment: numberAt(sentiment, 'AGENT'),
    customer_sentiment: numberAt(sentiment, 'CUSTOMER')
  })
}

function labels(document: Spot): ReturnType<typeof statedFields> {
  return statedFields({
    language: textAt(document, 'LanguageCode'),
    categories: joinedAt(document, 'Categories.MatchedCategories')
  })
}
