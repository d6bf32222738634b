import type { Contact, FieldValue, Person } from '../../model/contact.ts'
import { type Clock, type Draft, type DraftTurn, makePerson } from '../contact-draft.ts'
import type { CoreField } from '../field-names.ts'
import { fieldValue } from '../field-values.ts'
import { looksLikeId } from '../speakers.ts'
import { type Moment, parseMoment } from '../times.ts'

const HOUR = 3_600_000

/** A contact of a text transcript that is being read. */
export interface OpenContact {
  readonly id: string
  readonly line: number
  headed: boolean
  /** The name of the header that gave the id. */
  begunBy: string | undefined
  people: Partial<Record<CoreField, string>>
  started: Moment | undefined
  fields: [string, FieldValue][]
  turns: DraftTurn[]
  clock: Clock | undefined
  /** Speakers stand on lines of their own. */
  alone: boolean
  /** Times are written with units. */
  amounts: boolean
  zone: string
}

export function beginContact(id: string, line: number, known: Contact | undefined): OpenContact {
  const people: OpenContact['people'] = {}
  const set = (core: CoreField, value: string | undefined): void => {
    if (value !== undefined) people[core] = value
  }
  set('agent', known?.agent.id)
  set('agent_name', known?.agent.name)
  set('team', known?.agent.team)
  set('customer', known?.customer.id)
  set('customer_name', known?.customer.name)
  set('channel', known?.channel)
  return {
    id: known?.id ?? id,
    line,
    headed: false,
    begunBy: undefined,
    people,
    started: known?.started === undefined ? undefined : parseMoment(known.started),
    fields: Object.entries(known?.fields ?? {}),
    turns: [],
    clock: undefined,
    alone: false,
    amounts: false,
    zone: ''
  }
}

/** Takes a header that is a part of the contact; false when it is one of its fields after all. */
export function keepPart(open: OpenContact, core: CoreField, value: string): boolean {
  switch (core) {
    case 'agent_person':
    case 'customer_person': {
      const who = core === 'agent_person' ? 'agent' : 'customer'
      const [, first = '', rest] = /^(\S+)(?:\s+(.*))?$/u.exec(value) ?? []
      if (looksLikeId(first)) open.people[who] = first
      const name = looksLikeId(first) ? rest : value
      if (name) open.people[`${who}_name`] = name
      return true
    }
    case 'agent':
    case 'agent_name':
    case 'team':
    case 'channel':
    case 'customer':
    case 'customer_name':
      open.people[core] = value
      return true
    case 'started':
    case 'start':
    case 'time':
    case 'date': {
      const moment = parseMoment(value)
      if (!moment || open.started) return false
      open.started = moment
      return true
    }
    default:
      return false
  }
}

export function draftOf(open: OpenContact): Draft {
  const { people } = open
  return {
    id: open.id,
    channel: people.channel === undefined ? undefined : String(fieldValue(people.channel, 'channel')),
    agent: agentOf(open),
    customer: customerOf(open),
    started: open.started,
    fields: Object.fromEntries(open.fields),
    turns: open.turns,
    clock: isTimeOfDay(open) ? 'day' : (open.clock ?? 'offset'),
    zone: open.zone
  }
}

/** Clocks that begin after the first hour tell the time of day. */
function isTimeOfDay(open: OpenContact): boolean {
  if (open.clock !== 'offset' || open.amounts) return false
  const first = open.turns.find(turn => turn.start !== undefined)?.start
  return first !== undefined && first >= HOUR
}

export function agentOf(open: OpenContact): Person {
  return makePerson(open.people.agent, open.people.agent_name, open.people.team)
}

export function customerOf(open: OpenContact): Person {
  return makePerson(open.people.customer, open.people.customer_name)
}
