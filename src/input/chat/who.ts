import type { Speaker } from '../../model/contact.ts'
import type { Speakers } from '../speakers.ts'
import type { Sender } from './step.ts'

/**
 * Who each sender of a chat is, by label: what the user listed or a word for a role in the name says so; who has an account of a
 * shop is staff; the partner of a talk is the customer of who exported it. Beside staff everybody else is a customer,
 * and a single other one beside customers is staff. What nothing tells stays out.
 *
 * @param partner With whom the talk is, when the export says so.
 */
export function resolveSenders(
  senders: readonly Sender[],
  partner: string | undefined,
  speakers: Speakers
): ReadonlyMap<string, Speaker> {
  const known = new Map<string, Speaker>()
  const all = new Map(senders.filter(({ label }) => label !== '').map(sender => [sender.label, sender]))
  for (const [label, { name, id, shop }] of all) {
    const by = [label, name, id]
      .map(text => (text === undefined ? undefined : speakers.of(text)))
      .find(Boolean)
    if (by) known.set(label, by)
    else if (shop !== undefined || /客服|坐席/.test(label)) known.set(label, 'agent')
  }
  const open = (): string[] => [...all.keys()].filter(label => !known.has(label))
  const isKnown = (by: Speaker): boolean => [...known.values()].includes(by)
  if (partner !== undefined && all.has(partner) && !known.has(partner) && !isKnown('customer')) {
    known.set(partner, 'customer')
  }
  const rest = open()
  if (isKnown('agent') || speakers.othersAreCustomers) for (const label of rest) known.set(label, 'customer')
  else if (isKnown('customer') && rest.length === 1) known.set(rest[0]!, 'agent')
  return known
}
