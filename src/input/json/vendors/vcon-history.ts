import type { FieldValue, Speaker } from '../../../model/contact.ts'
import { listAt, momentAt, numberAt, type Spot, textAt } from '../spot.ts'

interface Event {
  readonly event: string
  readonly by: Speaker | undefined
  readonly ms: number
}

/**
 * What the histories of parties tell: how often and how long somebody was on hold, how long the wait for an agent was,
 * and who left first.
 */
export function historyFields(
  dialogs: readonly Spot[],
  roles: readonly (Speaker | undefined)[]
): Readonly<Record<string, FieldValue | undefined>> {
  const events = dialogs
    .flatMap(dialog => listAt(dialog, 'party_history'))
    .flatMap((entry): Event[] => {
      const ms = momentAt(entry, 'time')?.ms
      const party = numberAt(entry, 'party')
      const by = party === undefined ? undefined : roles[party]
      return ms === undefined ? [] : [{ event: textAt(entry, 'event') ?? '', by, ms }]
    })
    .sort((a, b) => a.ms - b.ms)
  if (events.length === 0) return {}
  const holds = events.filter(({ event }) => event === 'hold')
  const first = (by: Speaker, name: string): Event | undefined =>
    events.find(event => event.by === by && event.event === name)
  const [came, answered] = [first('customer', 'join'), first('agent', 'join')]
  const wait = came && answered ? (answered.ms - came.ms) / 1000 : undefined
  const left = events.find(({ event, by }) => event === 'drop' && (by === 'agent' || by === 'customer'))
  return {
    hold_count: holds.length,
    hold_s: holds.reduce((sum, hold) => sum + lengthOf(hold, events), 0) / 1000,
    wait_s: wait !== undefined && wait >= 0 ? wait : undefined,
    ended_by: left?.by
  }
}

/** Ms until the same side is taken off hold, or everything ends. */
function lengthOf(hold: Event, events: readonly Event[]): number {
  const end = events.find(({ event, by, ms }) => event === 'unhold' && by === hold.by && ms >= hold.ms)
  return (end ?? events.at(-1) ?? hold).ms - hold.ms
}
