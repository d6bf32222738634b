import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import {
  firstOf,
  isObject,
  listAt,
  momentAt,
  numberAt,
  secondsAt,
  type Spot,
  spanAt,
  textAt
} from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { roleTurns } from './talk.ts'

/** Microseconds from here on count from 1970, below from the start of the conversation. */
const EPOCH_US = 1e14

/** A conversation as Google's contact-centre products take it in. */
export const googleUpload: Format = documentFormat({
  name: 'google-upload',
  keys: [['entries.text', 'entries.role']],
  convert: (document, { id, speakers }) => {
    const entries = listAt(document, 'entries')
    const userOf = (...roles: readonly string[]): string | undefined => {
      const entry = entries.find(item => roles.includes(textAt(item, 'role') ?? ''))
      return entry && textAt(entry, 'user_id')
    }
    const absolute = entries.some(entry => (numberAt(entry, 'start_timestamp_usec') ?? 0) >= EPOCH_US)
    return {
      id: textAt(document, 'conversation_id', 'conversation_info.conversation_id') ?? id,
      channel: absolute ? 'chat' : undefined,
      agent: makePerson(userOf('AGENT', 'HUMAN_AGENT')),
      customer: makePerson(userOf('CUSTOMER', 'END_USER')),
      clock: absolute ? 'absolute' : 'offset',
      zone: absolute ? 'Z' : '',
      fields: statedFields({
        categories: joinedAt(document, 'conversation_info.categories', item => textAt(item, 'display_name'))
      }),
      turns: roleTurns(
        entries.map(entry => ({
          spot: entry,
          label: textAt(entry, 'role') ?? '',
          by: undefined,
          text: textAt(entry, 'text'),
          start: spanAt(entry, 0.001, 'start_timestamp_usec')
        })),
        speakers
      )
    }
  }
})

/** A conversation as Google's Insights give it back. */
export const googleStored: Format = documentFormat({
  name: 'google',
  keys: [['transcript.transcript_segments.text'], ['transcript_segments.segment_participant.role']],
  inside: 'conversations',
  convert: (document, { id, speakers }) => {
    const segments = firstOf(document, 'transcript.transcript_segments', 'transcript_segments')
    const quality = firstOf(document, 'quality_metadata')
    const [staff] = listAt(quality, 'agent_info')
    return {
      id: textAt(document, 'name')?.split('/').at(-1) ?? id,
      channel: textAt(document, 'medium') === 'CHAT' ? 'chat' : 'call',
      agent: staff
        ? makePerson(textAt(staff, 'agent_id'), textAt(staff, 'display_name'), textAt(staff, 'team'))
        : makePerson(textAt(document, 'agent_id')),
      started: momentAt(document, 'start_time'),
      ...segmentTurns(segments, speakers),
      fields: statedFields({
        ...labelsOf(firstOf(document, 'labels')),
        duration_s: secondsAt(document, 1000, 'duration'),
        wait_s: secondsAt(quality, 1000, 'wait_duration'),
        satisfaction: numberAt(quality, 'customer_satisfaction_rating'),
        menu_path: textAt(quality, 'menu_path'),
        disposition_code: staff && textAt(staff, 'disposition_code'),
        language: textAt(document, 'language_code')
      })
    }
  }
})

/** Words carry offsets, segments of chats moments; a segment of a call has both, and the offsets are finer. */
function segmentTurns(list: Spot, speakers: Parameters<typeof roleTurns>[1]) {
  const segments = listAt({ ...list, value: { segments: list.value } }, 'segments')
  const worded = segments.some(segment => listAt(segment, 'words').length > 0)
  const turns = segments.map(segment => {
    const words = listAt(segment, 'words')
    const last = words.at(-1)
    return {
      spot: segment,
      label: textAt(segment, 'segment_participant.role', 'channel_tag') ?? '',
      by: undefined,
      text: textAt(segment, 'text'),
      start: worded
        ? words[0] && spanAt(words[0], 1000, 'start_offset')
        : momentAt(segment, 'message_time')?.ms,
      end: worded ? last && spanAt(last, 1000, 'end_offset') : undefined
    }
  })
  const clock: 'offset' | 'absolute' = worded ? 'offset' : 'absolute'
  return { turns: roleTurns(turns, speakers), clock, zone: worded ? '' : 'Z' }
}

function labelsOf({ value }: Spot): Readonly<Record<string, string>> {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, label]) => [name, String(label)]))
}
