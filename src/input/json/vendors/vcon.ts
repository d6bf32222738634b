import type { Person, Speaker } from '../../../model/contact.ts'
import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { speakerOf } from '../../speaker-words.ts'
import { at, firstOf, listAt, momentAt, numberAt, spanAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { htmlText } from './html-text.ts'
import { type LabelledTurn, voiceTurns } from './talk.ts'
import { attachedContact } from './vcon-attachment.ts'
import { checkVcon } from './vcon-check.ts'
import { historyFields } from './vcon-history.ts'
import { transcriptTurns } from './vcon-transcript.ts'

/** A vCon: its texts, and the transcripts that analyses hold of its recordings. One that is invalid is refused. */
export const vcon: Format = documentFormat({
  name: 'vcon',
  extensions: ['.vcon'],
  keys: [
    ['uuid', 'parties', 'dialog'],
    ['vcon', 'parties'],
    ['vcon', 'uuid'],
    ['parties', 'dialog', 'analysis']
  ],
  convert: (document, { id, speakers }) => {
    const wrong = checkVcon(document)
    if (wrong) return wrong
    const attached = attachedContact(document, speakers)
    if (attached) return attached
    const parties = listAt(document, 'parties')
    const dialogs = listAt(document, 'dialog')
    const roles = rolesOf(parties)
    const analyses = listAt(document, 'analysis').filter(
      analysis => textAt(analysis, 'type') === 'transcript'
    )
    const turns = dialogs.flatMap((dialog, i) => {
      if (textAt(dialog, 'type') === 'text') return [textTurn(dialog, parties, roles)]
      const start = momentAt(dialog, 'start')?.ms ?? 0
      const own = analyses.filter(analysis => indices(at(analysis, 'dialog')).includes(i))
      return own.slice(0, 1).flatMap(analysis => transcriptTurns(analysis, start, parties.map(nameOf), roles))
    })
    const agent = parties[roles.indexOf('agent')]
    const customer = parties[roles.indexOf('customer')]
    const first = dialogs.find(dialog => textAt(dialog, 'start') !== undefined)
    const started = first && momentAt(first, 'start')
    const meta = first && firstOf(first, 'meta')
    const length = dialogs.reduce((sum, dialog) => sum + (numberAt(dialog, 'duration') ?? 0), 0)
    return {
      id: textAt(document, 'uuid') ?? id,
      channel: first && textAt(first, 'type') === 'text' ? 'chat' : 'call',
      agent: personOf(agent),
      customer: personOf(customer),
      started,
      clock: 'absolute',
      zone: started?.zone ?? '',
      fields: statedFields({
        subject: textAt(document, 'subject'),
        duration_s: length > 0 ? length : undefined,
        direction: (meta && textAt(meta, 'direction')) ?? textAt(document, 'meta.direction'),
        disposition:
          (first && textAt(first, 'disposition', 'meta.disposition')) ?? textAt(document, 'meta.disposition'),
        queue: first && textAt(first, 'skill'),
        campaign: first && textAt(first, 'campaign'),
        interaction_type: first && textAt(first, 'interaction_type'),
        interaction_id: first && textAt(first, 'interaction_id'),
        ...historyFields(dialogs, roles)
      }),
      turns: voiceTurns(turns, speakers, document.tell)
    }
  }
})

/** Beside one agent the only one of no role is the customer, and the other way round. */
function rolesOf(parties: readonly Spot[]): readonly (Speaker | undefined)[] {
  const roles = parties.map(roleOf)
  const open = roles.filter(role => role === undefined).length
  if (open !== 1 || roles.includes('agent') === roles.includes('customer')) return roles
  return roles.map(role => role ?? (roles.includes('agent') ? 'customer' : 'agent'))
}

function roleOf(party: Spot): Speaker | undefined {
  const role = textAt(party, 'role', 'meta.role')
  if (textAt(party, 'type') === 'bot' || role === 'ai') return 'bot'
  return role === 'supervisor' || role === 'sme' ? 'agent' : speakerOf(role ?? '')
}

function nameOf(party: Spot): string | undefined {
  return textAt(party, 'name', 'tel', 'mailto', 'id')
}

/** People are known by what reaches them; names come again for others. */
function personOf(party: Spot | undefined): Person {
  return party ? makePerson(textAt(party, 'id', 'mailto', 'email', 'tel'), textAt(party, 'name')) : {}
}

function textTurn(
  dialog: Spot,
  parties: readonly Spot[],
  roles: readonly (Speaker | undefined)[]
): LabelledTurn {
  const from = numberAt(dialog, 'originator') ?? indices(at(dialog, 'parties'))[0] ?? 0
  const body = textAt(dialog, 'body')
  const plain =
    textAt(dialog, 'encoding') === 'base64url' && body ? Buffer.from(body, 'base64url').toString() : body
  const html = /html/.test(textAt(dialog, 'mediatype', 'mimetype') ?? '')
  const start = momentAt(dialog, 'start')?.ms
  const length = spanAt(dialog, 1000, 'duration')
  return {
    spot: dialog,
    label: (parties[from] && nameOf(parties[from])) ?? `party ${from}`,
    by: roles[from],
    text: html && plain ? htmlText(plain) : plain,
    start,
    end: start === undefined || !length ? undefined : start + length
  }
}

/** An index, or all those of a list in which lists may stand. */
function indices({ value }: Spot): readonly number[] {
  return [value].flat(3).filter(part => typeof part === 'number')
}
