import type { Contact, FieldValue } from '../../model/contact.ts'
import { type Draft, type DraftTurn, finishContact, makePerson, makeTurn } from '../contact-draft.ts'
import { fieldValue, typedValue } from '../field-values.ts'
import { CONTACT_JSON, parseContactJson, withContactJson } from './contact-json.ts'
import { type Group, UNDERSTOOD } from './group.ts'
import { draftInZone, type Timezone } from '../timezone.ts'
import type { Plan } from './plan-columns.ts'

/** The contact that a group of rows tells of. */
export function makeContact(plan: Plan, group: Group, zone?: Timezone): Contact {
  const parts: Partial<
    Record<'agent' | 'agent_name' | 'team' | 'channel' | 'customer' | 'customer_name', string>
  > = {}
  const fields: [string, FieldValue][] = []
  let beyond: Partial<Contact> | undefined
  for (let i = 0; i < plan.contact.length; i++) {
    const column = plan.contact[i]!
    const cell = group.cells[i] ?? ''
    if (cell === '') continue
    if (column.header === CONTACT_JSON) beyond = parseContactJson(cell)
    if (column.part === 'field') {
      if (beyond && column.header === CONTACT_JSON) continue
      const value = fieldValue(cell, column.values)
      fields.push([
        column.name,
        typeof value === 'number' && column.factor !== 1 ? value * column.factor : value
      ])
    } else if (column.part === 'started') {
      if (cell !== UNDERSTOOD) fields.push([column.header, typedValue(cell.trim())])
    } else parts[column.part] = cell.trim()
  }
  const channel = parts.channel
  const draft: Draft = {
    id: group.id,
    channel: channel === undefined ? undefined : String(fieldValue(channel, 'channel')),
    agent: makePerson(parts.agent, parts.agent_name, parts.team),
    customer: makePerson(parts.customer, parts.customer_name),
    started: group.started,
    fields: Object.fromEntries(fields),
    turns: turnsOf(group),
    clock: plan.clock,
    zone: group.zone
  }
  const contact = finishContact(zone ? draftInZone(draft, zone) : draft)
  return beyond ? withContactJson(contact, beyond) : contact
}

function turnsOf({ by, text, start, end }: Group): DraftTurn[] {
  const known = (ms: number | undefined): number | undefined => (Number.isNaN(ms) ? undefined : ms)
  return text.map((words, i) => makeTurn(by[i]!, words, known(start[i]), known(end[i])))
}
