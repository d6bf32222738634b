import { viewOf } from '../../standard/view.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { appliesTo } from './breach.ts'
import { sayAlone } from './said.ts'

// Where nobody names a channel, standards for these are told apart.
const usual = ['call', 'chat', 'ticket', 'email', 'sms', 'video', 'visit', 'survey']

/** Whether two standards may judge the same contact, by its channel. `named` are the channels of a library. */
export function mayMeet(
  a: CompiledStandard,
  b: CompiledStandard,
  named: Iterable<string | undefined>
): boolean {
  const channels = [...usual, ...[...named].filter(channel => channel !== undefined)]
  return channels.some(channel =>
    [a, b].every(standard =>
      appliesTo(standard, viewOf(standard, sayAlone('', { by: 'agent', channel }).contact))
    )
  )
}
