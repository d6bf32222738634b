import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { at, isObject, listAt, momentAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { htmlText } from './html-text.ts'
import { roleTurns } from './talk.ts'

/** Conversations as Zendesk QA (formerly Klaus) takes them in. */
export const zendeskQa: Format = documentFormat({
  name: 'zendesk-qa',
  keys: [['comments.authorIsNotClient', 'comments.comment']],
  inside: 'data',
  convert: (document, { id, speakers }) => {
    const all = listAt(document, 'comments')
    const comments = all.filter(comment => at(comment, 'public').value !== false)
    const client = comments.find(comment => at(comment, 'authorIsNotClient').value === false)
    return {
      id: textAt(document, 'id') ?? id,
      channel: 'ticket',
      agent: makePerson(textAt(document, 'assigneeEmail'), textAt(document, 'assigneeName')),
      customer: makePerson(client && textAt(client, 'authorEmail'), client && textAt(client, 'authorName')),
      started: momentAt(document, 'created'),
      clock: 'absolute',
      zone: momentAt(comments[0] ?? document, 'created')?.zone ?? '',
      fields: statedFields({
        ...ticketFields(at(document, 'ticketFields')),
        subject: textAt(document, 'subject'),
        created_at: textAt(document, 'created'),
        private_notes: all.length - comments.length
      }),
      turns: roleTurns(
        comments.map(comment => ({
          spot: comment,
          label: textAt(comment, 'authorEmail', 'authorName') ?? '',
          by: staffed(comment),
          text: htmlText(textAt(comment, 'comment') ?? '') || undefined,
          start: momentAt(comment, 'created')?.ms
        })),
        speakers
      )
    }
  }
})

function staffed(comment: Spot): 'agent' | 'customer' | undefined {
  const { value } = at(comment, 'authorIsNotClient')
  return value === true ? 'agent' : value === false ? 'customer' : undefined
}

/** An object, or a list of `{id, value}`. */
function ticketFields(spot: Spot): Readonly<Record<string, string>> {
  const entries = Array.isArray(spot.value)
    ? (spot.value as readonly unknown[]).map(part =>
        isObject(part) ? [part['id'] ?? part['name'], part['value']] : []
      )
    : isObject(spot.value)
      ? Object.entries(spot.value)
      : []
  const scalar = entries.filter(
    ([name, value]) => name !== undefined && value !== null && typeof value !== 'object'
  )
  return Object.fromEntries(scalar.map(([name, value]) => [String(name), String(value)]))
}
