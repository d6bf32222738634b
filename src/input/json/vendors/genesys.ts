import type { Speaker } from '../../../model/contact.ts'
import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { at, listAt, momentAt, secondsAt, spanAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { roleTurns } from './talk.ts'

/** A `user` of Genesys is a member of the staff, not a customer. */
const purposes: Readonly<Record<string, Speaker>> = {
  internal: 'agent',
  agent: 'agent',
  user: 'agent',
  external: 'customer',
  customer: 'customer',
  bot: 'bot',
  ivr: 'bot',
  acd: 'bot',
  workflow: 'bot',
  voicemail: 'bot'
}

/** A transcript of Genesys Cloud. */
export const genesys: Format = documentFormat({
  name: 'genesys',
  keys: [['transcripts.phrases.text', 'transcripts.phrases.participantPurpose']],
  convert: (document, { id, speakers }) => {
    const phrases = listAt(document, 'transcripts').flatMap(part => listAt(part, 'phrases'))
    const staff = listAt(document, 'participants').find(person => {
      const purpose = textAt(person, 'participantPurpose') ?? ''
      return purposes[purpose] === 'agent' && textAt(person, 'userId', 'id') !== undefined
    })
    const turns = phrases.map(phrase => {
      const purpose = textAt(phrase, 'participantPurpose') ?? ''
      const start = momentAt(phrase, 'startTimeMs')?.ms
      const length = lengthOf(phrase)
      return {
        spot: phrase,
        label: purpose,
        by: purposes[purpose.toLowerCase()],
        text: textAt(phrase, 'text', 'decoratedText'),
        start,
        end: start === undefined || length === undefined ? undefined : start + length
      }
    })
    return {
      id: textAt(document, 'conversationId') ?? id,
      channel: /message|chat/i.test(textAt(document, 'mediaType') ?? '') ? 'chat' : 'call',
      agent: makePerson(staff && textAt(staff, 'userId', 'id'), staff && textAt(staff, 'name')),
      started: momentAt(document, 'startTime', 'conversationStartTime'),
      clock: 'absolute',
      zone: 'Z',
      fields: statedFields({
        duration_s: secondsAt(document, 1, 'duration.milliseconds'),
        queue: staff && textAt(staff, 'queueName', 'queueId'),
        communication_id: textAt(document, 'communicationId')
      }),
      turns: roleTurns(turns, speakers)
    }
  }
})

/** Ms; a plain number is one of ms. */
function lengthOf(phrase: Spot): number | undefined {
  const { value } = at(phrase, 'duration')
  return typeof value === 'object'
    ? spanAt(phrase, 1, 'duration.milliseconds')
    : spanAt(phrase, 1, 'duration')
}
