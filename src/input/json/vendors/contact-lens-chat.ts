import type { Speaker } from '../../../model/contact.ts'
import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { speakerOf } from '../../speaker-words.ts'
import { at, listAt, momentAt, secondsAt, type Spot, textAt } from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { type LabelledTurn, roleTurns } from './talk.ts'

/**
 * Contact Lens for a chat. What happens in it beside messages (people join and leave) stands as turns of the system,
 * so that the wait before the agent's first words runs from the moment the agent joined. Its response times run from
 * the last message of the other side: `reply` with `from: last`.
 */
export const contactLensChat: Format = documentFormat({
  name: 'contact-lens-chat',
  keys: [
    ['Transcript.AbsoluteTime', 'Transcript.ParticipantRole'],
    ['ChatTranscriptVersion', 'ConversationCharacteristics']
  ],
  convert: (document, { id, speakers }) => {
    const items = listAt(document, 'Transcript')
    const response = at(document, 'ConversationCharacteristics.ResponseTime')
    const agent = items.find(isAgent)
    const customer = items.find(item => textAt(item, 'ParticipantRole') === 'CUSTOMER')
    return {
      id: textAt(document, 'CustomerMetadata.ContactId', 'ContactId') ?? id,
      channel: 'chat',
      agent: makePerson(undefined, nameOf(agent)),
      customer: makePerson(undefined, nameOf(customer)),
      clock: 'absolute',
      zone: 'Z',
      fields: statedFields({
        wait_s: waitOf(items),
        ended_by: endedBy(items),
        agent_greeting_time_s: secondsAt(response, 1, 'AgentGreetingTimeMillis'),
        ...times(response, 'agent'),
        ...times(response, 'customer'),
        categories: joinedAt(document, 'Categories.MatchedCategories'),
        language: textAt(document, 'LanguageCode')
      }),
      turns: roleTurns(items.map(chatTurn), speakers)
    }
  }
})

/** Everybody has the same name in a redacted file: none. */
function nameOf(item: Spot | undefined): string | undefined {
  const name = item && textAt(item, 'DisplayName')
  return name?.startsWith('[') ? undefined : name
}

function times(response: Spot, who: 'agent' | 'customer'): Readonly<Record<string, number | undefined>> {
  const details = at(response, `DetailsByParticipantRole.${who.toUpperCase()}`)
  return {
    [`${who}_response_time_average_s`]: secondsAt(details, 1, 'Average.ValueMillis'),
    [`${who}_response_time_maximum_s`]: secondsAt(details, 1, 'Maximum.ValueMillis')
  }
}

/** Roles that are no words for speakers elsewhere. */
const others: Readonly<Record<string, Speaker>> = { SUPERVISOR: 'agent', CUSTOM_BOT: 'bot' }

function chatTurn(item: Spot): LabelledTurn {
  const type = textAt(item, 'Type')
  const name = textAt(item, 'DisplayName')
  const event = type === 'EVENT'
  return {
    spot: item,
    label: textAt(item, 'ParticipantRole') ?? '',
    by: event ? 'system' : others[textAt(item, 'ParticipantRole') ?? ''],
    text: event
      ? `[${eventOf(item)}]${name === undefined ? '' : ` ${name}`}`
      : type === 'ATTACHMENT'
        ? `[attachment] ${joinedAt(item, 'Attachments', file => textAt(file, 'AttachmentName')) ?? ''}`
        : textAt(item, 'Content'),
    start: momentAt(item, 'AbsoluteTime')?.ms
  }
}

/** `application/vnd.amazonaws.connect.event.participant.joined` -> `participant.joined`. */
function eventOf(item: Spot): string {
  return (textAt(item, 'ContentType') ?? 'event').replace(/^.*\.event\./, '')
}

function isAgent(item: Spot): boolean {
  return textAt(item, 'ParticipantRole') === 'AGENT'
}

function waitOf(items: readonly Spot[]): number | undefined {
  const joined = items.find(item => isAgent(item) && eventOf(item) === 'participant.joined')
  const start = items[0] && momentAt(items[0], 'AbsoluteTime')
  const end = joined && momentAt(joined, 'AbsoluteTime')
  return start && end && end.ms >= start.ms ? (end.ms - start.ms) / 1000 : undefined
}

function endedBy(items: readonly Spot[]): string | undefined {
  const left = items.find(item => {
    const by = speakerOf(textAt(item, 'ParticipantRole') ?? '')
    return eventOf(item) === 'participant.left' && (by === 'agent' || by === 'customer')
  })
  return left && speakerOf(textAt(left, 'ParticipantRole') ?? '')
}
