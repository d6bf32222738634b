import type { Speaker } from '../../../model/contact.ts'
import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import type { Speakers } from '../../speakers.ts'
import { at, isFilled, listAt, momentAt, type Spot, textAt } from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { htmlText } from './html-text.ts'
import { roleTurns } from './talk.ts'

/** A Zendesk ticket with its comments, or its comments alone. Private notes are no part of the talk: they are only counted. */
export const zendesk: Format = documentFormat({
  name: 'zendesk',
  keys: [['comments.public', 'comments.author_id']],
  inside: 'tickets',
  convert: (document, { id, speakers }) => {
    const ticket = isFilled(at(document, 'ticket')) ? at(document, 'ticket') : document
    const all = listAt(document, 'comments').concat(ticket === document ? [] : listAt(ticket, 'comments'))
    const comments = all.filter(comment => at(comment, 'public').value !== false)
    const assignee = textAt(ticket, 'assignee_id')
    const rating = textAt(ticket, 'satisfaction_rating.score')
    const { by, customer } = whoIsWho(document, ticket, comments, speakers)
    return {
      id: textAt(ticket, 'id') ?? id,
      channel: 'ticket',
      agent: makePerson(assignee, nameOf(document, assignee)),
      customer: makePerson(customer, nameOf(document, customer)),
      started: momentAt(ticket, 'created_at'),
      clock: 'absolute',
      zone: 'Z',
      fields: statedFields({
        subject: textAt(ticket, 'subject'),
        status: textAt(ticket, 'status'),
        priority: textAt(ticket, 'priority'),
        tags: joinedAt(ticket, 'tags'),
        via: textAt(ticket, 'via.channel'),
        queue: textAt(ticket, 'group_id'),
        satisfaction: rating === 'unoffered' || rating === 'offered' ? undefined : rating,
        created_at: textAt(ticket, 'created_at'),
        resolved_at: textAt(ticket, 'solved_at'),
        private_notes: all.length - comments.length
      }),
      turns: roleTurns(
        comments.map(comment => ({
          spot: comment,
          label: textAt(comment, 'author_id') ?? '',
          by: by(textAt(comment, 'author_id') ?? ''),
          text: bodyOf(comment),
          start: momentAt(comment, 'created_at')?.ms
        })),
        speakers
      )
    }
  }
})

/**
 * Users are told by their roles where the export has them; else the requester is the customer and everybody else is
 * staff. Without a requester the first to write who is not assigned is taken for the customer, which is told.
 */
function whoIsWho(
  document: Spot,
  ticket: Spot,
  comments: readonly Spot[],
  speakers: Speakers
): { by: (author: string) => Speaker | undefined; customer: string | undefined } {
  const roles = new Map(listAt(document, 'users').map(user => [textAt(user, 'id'), textAt(user, 'role')]))
  const assignee = textAt(ticket, 'assignee_id')
  const authors = comments.map(comment => textAt(comment, 'author_id') ?? '')
  const told = (author: string): Speaker | undefined => {
    const role = roles.get(author)
    if (role !== undefined) return role === 'end-user' ? 'customer' : 'agent'
    return author === assignee || speakers.isListed(author) ? 'agent' : undefined
  }
  const requester = textAt(ticket, 'requester_id') ?? authors.find(author => told(author) === 'customer')
  const customer = requester ?? authors.find(author => author !== '' && told(author) === undefined)
  if (requester === undefined && customer !== undefined) {
    ticket.tell('input/customer-first', 'warning', { value: customer })
  }
  return {
    customer,
    by: author => {
      if (author === '') return undefined
      return told(author) ?? (author === customer ? 'customer' : 'agent')
    }
  }
}

function nameOf(document: Spot, id: string | undefined): string | undefined {
  const user = listAt(document, 'users').find(candidate => textAt(candidate, 'id') === id)
  return user && textAt(user, 'name')
}

function bodyOf(comment: Spot): string | undefined {
  const plain = textAt(comment, 'plain_body')
  const body = plain ?? textAt(comment, 'html_body', 'body')
  return body && htmlText(body)
}
