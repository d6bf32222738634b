import { readContact } from '../../checks/view.ts'
import type { Contact } from '../../model/contact.ts'
import type { Script, Slot } from '../script.ts'
import { foldSlotName } from '../slots.ts'
import { fillerOf } from './filler.ts'
import { fillText, type Filling, type SpokenText } from './spoken-text.ts'

/**
 * A script as it is said, once for each of its slots' values: the first takes the first value of every slot, the
 * second the second, and a slot with fewer begins again, so that each value is said at least once.
 */
export function sayEachValue(script: Script): readonly SpokenText[] {
  const choices = new Map(script.slots.map(slot => [slot.name, valuesOf(script, slot)]))
  const rounds = Math.max(1, ...[...choices.values()].map(values => values.length))
  return Array.from({ length: rounds }, (_, round) =>
    fillText(script.text, script.slots, slot => {
      const values = choices.get(slot.name) ?? []
      return declared(values[round % values.length]) ?? made(script, slot)
    })
  )
}

/** A script as it is said in a contact: a slot named like one of its fields takes the value there. */
export function sayIn(script: Script, contact: Contact): SpokenText {
  return fillText(script.text, script.slots, slot => {
    const own = readContact(contact, slot.name)
    if (own !== undefined && own !== null && own !== '') return { text: String(own), madeUp: false }
    return declared(valuesOf(script, slot)[0]) ?? made(script, slot)
  })
}

/** What a library says that a slot may hold: its example first. */
function valuesOf({ declared: known }: Script, { name }: Slot): readonly string[] {
  const own = known?.find(slot => foldSlotName(slot.name) === foldSlotName(name))
  const values = [...(own?.example === undefined ? [] : [own.example]), ...(own?.values ?? [])]
  return [...new Set(values)].filter(value => value !== '')
}

const declared = (text: string | undefined): Filling | undefined =>
  text === undefined ? undefined : { text, madeUp: false }

const made = ({ text }: Script, slot: Slot): Filling => ({ text: fillerOf(slot, text), madeUp: true })
