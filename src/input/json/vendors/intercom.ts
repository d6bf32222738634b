import type { Speaker } from '../../../model/contact.ts'
import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { at, listAt, momentAt, numberAt, type Spot, textAt } from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { htmlText } from './html-text.ts'
import { type LabelledTurn, roleTurns } from './talk.ts'

const authors: Readonly<Record<string, Speaker>> = {
  admin: 'agent',
  team: 'agent',
  user: 'customer',
  lead: 'customer',
  contact: 'customer',
  bot: 'bot'
}

/** Parts that only the staff sees. */
const internal = /note/

/** A conversation of Intercom: its source, then its parts. Notes among the staff are only counted. */
export const intercom: Format = documentFormat({
  name: 'intercom',
  keys: [
    ['conversation_parts.conversation_parts'],
    ['conversation_parts.part_type', 'conversation_parts.author.type']
  ],
  inside: 'conversations',
  convert: (document, { id, speakers }) => {
    const source = at(document, 'source')
    const nested = listAt(at(document, 'conversation_parts'), 'conversation_parts')
    const parts = nested.length > 0 ? nested : flatParts(document)
    const notes = parts.filter(part => internal.test(textAt(part, 'part_type') ?? ''))
    const said = parts.filter(part => !notes.includes(part) && textAt(part, 'body') !== undefined)
    const started = momentAt(document, 'created_at')
    const messages = [
      ...(textAt(source, 'body') === undefined ? [] : [messageTurn(source, started?.ms)]),
      ...said.map(part => messageTurn(part, momentAt(part, 'created_at')?.ms))
    ]
    const agent = [source, ...parts]
      .map(part => at(part, 'author'))
      .find(({ value }) => isType(value, 'admin'))
    const customer = [source, ...parts]
      .map(part => at(part, 'author'))
      .find(author => whoIs(author) === 'customer')
    return {
      id: textAt(document, 'id') ?? id,
      channel: textAt(source, 'type') === 'email' ? 'email' : 'chat',
      agent: makePerson(
        textAt(document, 'admin_assignee_id') ?? (agent && textAt(agent, 'id')),
        agent && sameAs(document, agent) ? textAt(agent, 'name') : undefined
      ),
      customer: makePerson(customer && textAt(customer, 'id'), customer && textAt(customer, 'name')),
      started,
      clock: 'absolute',
      zone: 'Z',
      fields: statedFields({
        subject: htmlText(textAt(source, 'subject') ?? textAt(document, 'title') ?? ''),
        status: textAt(document, 'state'),
        queue: textAt(document, 'team_assignee_id'),
        satisfaction: numberAt(document, 'conversation_rating.rating'),
        satisfaction_remark: textAt(document, 'conversation_rating.remark'),
        time_to_admin_reply_s: numberAt(document, 'statistics.time_to_admin_reply'),
        reopens: numberAt(document, 'statistics.count_reopens'),
        tags: joinedAt(at(document, 'tags'), 'tags', tag => textAt(tag, 'name')),
        private_notes: notes.length
      }),
      turns: roleTurns(messages, speakers)
    }
  }
})

/** Some exports leave out the object around the list. */
function flatParts(document: Spot): readonly Spot[] {
  return Array.isArray(at(document, 'conversation_parts').value) ? listAt(document, 'conversation_parts') : []
}

function messageTurn(spot: Spot, start: number | undefined): LabelledTurn {
  const author = at(spot, 'author')
  return {
    spot,
    label: textAt(author, 'type') ?? '',
    by: whoIs(author),
    text: htmlText(textAt(spot, 'body') ?? '') || undefined,
    start
  }
}

function whoIs(author: Spot): Speaker | undefined {
  return authors[textAt(author, 'type') ?? '']
}

function isType(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type
}

/** Whether the first admin who wrote is the one the conversation is assigned to. */
function sameAs(document: Spot, agent: Spot): boolean {
  const assignee = textAt(document, 'admin_assignee_id')
  return assignee === undefined || assignee === textAt(agent, 'id')
}
