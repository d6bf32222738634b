import type { Clock } from './clock.ts'
import { coerceField, type FieldTypes } from './fields.ts'
import type { ContactView } from './view.ts'

/** Names an expression may use beside the fields: facts of the talk and of the contact itself. */
export const factTypes = {
  channel: 'text',
  started: 'time',
  turn_count: 'number',
  agent_turns: 'number',
  customer_turns: 'number'
} as const satisfies FieldTypes

/** Names that hold further names. */
export const factMaps = ['agent', 'customer', 'fields'] as const

/** Whether a name holds further names. */
export const isMap = (name: string): boolean => (factMaps as readonly string[]).includes(name)

/** What a name stands for on a contact; `undefined` where the contact does not say. */
export function readName(view: ContactView, name: string, types: FieldTypes, clock: Clock): unknown {
  const { contact } = view
  switch (name) {
    case 'turn_count':
      return view.passages.length
    case 'agent_turns':
      return view.turnsBy('agent').length
    case 'customer_turns':
      return view.turnsBy('customer').length
    case 'agent':
      return definedOnly(contact.agent)
    case 'customer':
      return definedOnly(contact.customer)
    case 'fields':
      return contact.fields
    default: {
      const [value, type] = [view.value(name), types[name] ?? 'text']
      const isTime = type === 'time' && value !== undefined && value !== null
      return isTime ? clock.read(String(value)) : coerceField(value, type)
    }
  }
}

function definedOnly(person: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
}
