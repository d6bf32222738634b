import type { Contact, FieldValue, Speaker } from '../model/contact.ts'
import type { Mark } from '../model/mark.ts'
import { createPassage, withHints, type Passage, type Window } from '../pattern/passage.ts'
import type { Prefilter } from '../pattern/prefilter.ts'
import type { Subject } from '../pattern/pattern.ts'
import { shortName } from '../text/short-name.ts'

/** Whose turns a check looks at; `anyone` is agent and customer, not bots or notices. */
export type By = Speaker | 'anyone'

export const bys = ['agent', 'customer', 'anyone', 'bot', 'system'] as const satisfies readonly By[]

/** Values of a standard's variables; a list offers alternatives. */
export type Vars = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>

/** One contact as checks see it: made once per contact and shared by all its criteria. */
export interface ContactView extends Subject {
  readonly contact: Contact
  readonly passages: readonly Passage[]
  turnsBy(by: By): Window
  /** The value of a name on this contact: its field, else the variable of the standard; `undefined` for none. */
  value(name: string): FieldValue | undefined
  /** What a person decided on a criterion of this contact, if one did. */
  mark(criterion: string): Mark | undefined
}

/** The marks of one contact by criterion. */
export type MarkOf = (criterion: string) => Mark | undefined

const noMarks: MarkOf = () => undefined

/** `prefilter`, when there is one, must be the one that the patterns of the checks were linked with. */
export function createView(
  contact: Contact,
  vars: Vars,
  prefilter?: Prefilter,
  mark: MarkOf = noMarks
): ContactView {
  let passages: readonly Passage[] | undefined
  const bySpeaker = new Map<By, Window>()

  function turnsBy(by: By): Window {
    let window = bySpeaker.get(by)
    if (!window) {
      window = withHints(
        listPassages().filter(({ turn }) =>
          by === 'anyone' ? turn.by === 'agent' || turn.by === 'customer' : turn.by === by
        )
      )
      bySpeaker.set(by, window)
    }
    return window
  }

  function value(name: string): FieldValue | undefined {
    const own = readContact(contact, name)
    if (own !== undefined && own !== null && own !== '') return own
    const variable = vars[name]
    if (variable === undefined || typeof variable !== 'object') return variable
    return variable[0]
  }

  function values(name: string): readonly string[] {
    if (name.endsWith(SHORT)) return values(name.slice(0, -SHORT.length)).map(shortName)
    const own = readContact(contact, name)
    if (own !== undefined && own !== null && own !== '') return [String(own)]
    const variable = vars[name]
    if (variable === undefined || variable === '') return []
    return typeof variable === 'object' ? variable.map(String) : [String(variable)]
  }

  // Standards that look at fields only never fold a text.
  function listPassages(): readonly Passage[] {
    return (passages ??= contact.turns.map((turn, index) => createPassage(turn, index, prefilter)))
  }

  const own: Lazy = { contact, listPassages, turnsBy, value, values, mark }
  return Object.assign(Object.create(lazy) as Pick<ContactView, 'passages'>, own)
}

interface Lazy extends Omit<ContactView, 'passages'> {
  listPassages(): readonly Passage[]
}

/**
 * The getter of all views. One in the literal would give each view a hidden class of its own, and these keep their
 * contacts from being collected with other short-lived things.
 */
const lazy: Pick<ContactView, 'passages'> = {
  get passages() {
    return (this as unknown as Lazy).listPassages()
  }
}

/** Behind a name: as it is said in short, `{company.short}`. */
export const SHORT = '.short'

/** Names of the contact itself, beside its fields. */
export const contactNames = [
  'channel',
  'started',
  'agent.id',
  'agent.name',
  'agent.team',
  'customer.id',
  'customer.name'
] as const

/** What the contact itself says under a name; variables of the standard play no part. */
export function readContact(contact: Contact, name: string): FieldValue | undefined {
  switch (name) {
    case 'channel':
      return contact.channel
    case 'started':
      return contact.started
    case 'agent.id':
      return contact.agent.id
    case 'agent.name':
      return contact.agent.name
    case 'agent.team':
      return contact.agent.team
    case 'customer.id':
      return contact.customer.id
    case 'customer.name':
      return contact.customer.name
    default:
      return Object.hasOwn(contact.fields, name) ? contact.fields[name] : undefined
  }
}
